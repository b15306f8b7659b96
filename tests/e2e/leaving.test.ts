import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { BoardAtHand } from './BoardAtHand.ts'
import { openFaultyWorkshop } from './label/FaultyWorkshop.ts'
import { scenario } from './scenario.ts'
import type { Workshop } from './Workshop.ts'

/** A hundred before a release (reliability.md F91). */
const ROUNDS = Number(process.env['LEAVE_ROUNDS'] ?? 10)
/** Closing comes at most so long after the edit. */
const CLOSE_WITHIN_MS = 50
/** An append takes so long in every second round: the tab is closed while it lasts. */
const APPEND_MS = 200

/** Asks to close the tab as its cross does. Resolves with whether the browser asked; then the person stays. */
async function close(page: Page): Promise<'asked' | 'closed'> {
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    return 'asked' as const
  })
  const closed = page.waitForEvent('close').then(() => 'closed' as const)
  await page.close({ runBeforeUnload: true })
  const outcome = await Promise.race([asked, closed])
  // The other one never comes, and says so when the page ends.
  for (const each of [asked, closed]) each.catch(() => undefined)
  return outcome
}

/** Steps stand in rows of so many, and the rows begin again where the window ends. */
const PER_ROW = 5

/** The board in a tab, with a step that is open to be typed in, with these words in it, and stored. */
async function openBoard(page: Page, workshop: Workshop, round: number, words: string): Promise<void> {
  const saved = page.locator('.save-state[data-state="saved"]')
  await page.goto(`${workshop.origin}${workshop.boardPath}`)
  await saved.waitFor()
  const board = new BoardAtHand(page)
  await board.put('Stap', 200 + (round % PER_ROW) * 220, 200 + (Math.floor(round / PER_ROW) % PER_ROW) * 90)
  await board.field().waitFor()
  await board.type(words)
  await saved.waitFor()
}

scenario(
  `[CN5, F91] edit and close within ${CLOSE_WITHIN_MS} ms, ${ROUNDS} times: it is stored, or the browser asked first`,
  async ({ browser }) => {
    const { workshop, documents, witness } = await openFaultyWorkshop(browser)
    const { context } = await workshop.enter({ name: 'Anna', role: 'professional' })
    const outcomes = { asked: 0, closed: 0 }
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await context.newPage()
      const words = `Ronde ${round}.`
      await openBoard(page, workshop, round, words)
      documents.before = async (operation) => {
        if (operation === 'append' && round % 2 === 1) await pause(APPEND_MS)
      }
      // Resolves when the page has handled the key: the edit is made.
      await page.keyboard.down('x')
      // From at once to the very end of the time, in whatever order the rounds come.
      await pause((CLOSE_WITHIN_MS * ((round * 7) % ROUNDS)) / ROUNDS)
      const outcome = await close(page)
      outcomes[outcome] += 1
      if (outcome === 'closed') await eventually(() => expect(witness.holdsSince(`${words}x`)).toBeLessThan(Infinity))
      else await page.close()
    }
    // Slow rounds asked at least, and nothing is asked where nothing can be lost.
    expect(outcomes.asked).toBeGreaterThan(0)
    documents.before = () => Promise.resolve()
    const page = await context.newPage()
    await openBoard(page, workshop, ROUNDS, 'Alles bewaard.')
    expect(await close(page)).toBe('closed')
  },
)
