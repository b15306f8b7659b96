import type { Page } from 'playwright-core'
import type { WitnessedDocuments } from './WitnessedDocuments.ts'

/** `at` is ms since 1970 on this machine's clock, which is the browser's, too. */
interface Seen<T> {
  readonly at: number
  readonly it: T
}

interface LabelLog {
  /** Every word that the label came to say. */
  readonly words: Seen<string>[]
  /** Everything that the label's live region came to hold for screen readers. */
  readonly spoken: string[]
  /** Times at which frames began that showed the word "saved". */
  readonly savedFrames: number[]
  /** What stood in the field after every key. */
  readonly edits: Seen<string>[]
}

declare global {
  interface Window {
    labelLog: LabelLog
  }
}

const SAVED = 'Bewaard'

/** Writes down what the label says, at every change of the page and in every frame that it shows, and each edit beside it. */
export class LabelWatch {
  readonly #page: Page

  private constructor(page: Page) {
    this.#page = page
  }

  /** Loads the page again, watched from its first moment. */
  static async on(page: Page): Promise<LabelWatch> {
    await page.addInitScript((saved) => {
      const log: LabelLog = { words: [], spoken: [], savedFrames: [], edits: [] }
      window.labelLog = log
      const word = (): string => document.querySelector('.save-state__word')?.textContent ?? ''
      const look = (): void => {
        if (word() !== (log.words.at(-1)?.it ?? '')) log.words.push({ at: Date.now(), it: word() })
        const said = document.querySelector('.save-state + output')?.textContent ?? ''
        if (said !== (log.spoken.at(-1) ?? '')) log.spoken.push(said)
      }
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
      const frame = (): void => {
        const at = Date.now()
        // After the frame was painted: other work of the same frame may come after this one's.
        setTimeout(() => {
          if (word() === saved) log.savedFrames.push(at)
        })
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
      // Before the page itself hears of it.
      window.addEventListener(
        'input',
        ({ target }) => {
          if (target instanceof HTMLTextAreaElement) log.edits.push({ at: Date.now(), it: target.value })
        },
        { capture: true },
      )
    }, SAVED)
    await page.reload()
    return new LabelWatch(page)
  }

  read(): Promise<LabelLog> {
    return this.#page.evaluate(() => window.labelLog)
  }

  /** Every time that it said or showed "saved" while an edit of before was not stored. */
  async lies(store: WitnessedDocuments): Promise<readonly string[]> {
    const { words, savedFrames, edits } = await this.read()
    const said = words.filter(({ it }) => it === SAVED).map(({ at }) => at)
    return edits.flatMap((edit) => {
      const storedAt = store.holdsSince(edit.it)
      const lie = [...said, ...savedFrames].find((at) => at > edit.at && at < storedAt)
      return lie === undefined
        ? []
        : [`"${edit.it}": saved was said ${lie - edit.at} ms after it, stored ${storedAt - edit.at} ms after it`]
    })
  }

  /** How many edits were not stored for at least this long, in ms: without them the label had nothing to lie about. */
  async waited(store: WitnessedDocuments, forMs: number): Promise<number> {
    const { edits } = await this.read()
    return edits.filter(({ at, it }) => store.holdsSince(it) - at >= forMs).length
  }
}
