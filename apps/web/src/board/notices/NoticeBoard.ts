import { Cell, type Watchable } from '../../sync/Watchable.ts'

/** One calm line above the tools. Texts are keys of the interface texts, filled in when shown. */
export interface BoardNotice {
  readonly id: number
  readonly tone: 'info' | 'warning'
  readonly text: string
  /** A longer text that belongs to it, for reading and copying: somebody's own words. */
  readonly words?: string
  readonly acts: readonly NoticeAct[]
  /** Goes by itself after a while; one with a decision in it stays. */
  readonly lasts: 'while' | 'untilClosed'
  /** Called when the person closes it without choosing an act. */
  readonly closed?: () => void
}

export interface NoticeAct {
  readonly label: string
  readonly run: () => void
}

/** How long a line that goes by itself stays, in ms: long enough to read twelve words and press a button (WCAG 2.2.1 asks 10 s at least for what can be acted upon). */
export const NOTICE_STAYS_MS = 12_000

/** More would hide the board; the oldest that goes by itself gives way. */
const MOST_NOTICES = 3

/** The lines that are shown now. */
export class NoticeBoard {
  private readonly cell = new Cell<readonly BoardNotice[]>([])
  private nextId = 1

  get notices(): Watchable<readonly BoardNotice[]> {
    return this.cell
  }

  /** Shows a line; one with the same text takes the other's place. Returns what `close` takes it away by. */
  show(notice: Omit<BoardNotice, 'id'>): number {
    const others = this.cell.get().filter(({ text, words }) => text !== notice.text || words !== notice.words)
    const id = this.nextId++
    const next = [...others, { ...notice, id }]
    this.cell.set(next.length > MOST_NOTICES ? withoutOldest(next) : next)
    return id
  }

  close(id: number): void {
    this.cell.set(this.cell.get().filter((notice) => notice.id !== id))
  }
}

function withoutOldest(notices: readonly BoardNotice[]): readonly BoardNotice[] {
  const oldest = notices.find(({ lasts }) => lasts === 'while')
  return oldest === undefined ? notices : notices.filter((notice) => notice !== oldest)
}
