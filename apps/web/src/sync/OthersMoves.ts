import type { DocumentChanges } from './documentToStore.ts'

/** A change that moves shapes and does nothing else. */
const MOVE: ReadonlySet<string> = new Set(['geometry'])

/**
 * Gathers what others move until the screen is drawn next: thirty people who drag send fifty changes a second, and a slow machine that
 * shows each by itself falls ever farther behind. Only places wait. They are read from the document when they are shown, so what waits is
 * never old, and what the person at this screen does is written field by field and meets nothing that waits.
 */
export class OthersMoves {
  private readonly show: (moved: DocumentChanges) => void
  private readonly inNextFrame: ((run: () => void) => () => void) | undefined
  private waiting = new Map<string, ReadonlySet<string>>()
  private takeBack: (() => void) | null = null

  /** @param inNextFrame without it nothing waits */
  constructor(show: (moved: DocumentChanges) => void, inNextFrame?: (run: () => void) => () => void) {
    this.show = show
    this.inNextFrame = inNextFrame
  }

  /** Takes changes that are moves and nothing else; false = they must be shown at once. */
  takes(changes: DocumentChanges): boolean {
    if (this.inNextFrame === undefined) return false
    for (const fields of changes.values()) if (!isMove(fields)) return false
    for (const id of changes.keys()) this.waiting.set(id, MOVE)
    if (this.takeBack !== null) return true
    const takeBack = this.inNextFrame(this.showNow)
    // In a tab that nobody sees it has run already.
    if (this.waiting.size > 0) this.takeBack = takeBack
    return true
  }

  /** Shows what waits. */
  readonly showNow = (): void => {
    this.takeBack?.()
    this.takeBack = null
    if (this.waiting.size === 0) return
    const moved = this.waiting
    this.waiting = new Map()
    this.show(moved)
  }
}

function isMove(fields: ReadonlySet<string> | 'all'): boolean {
  return fields !== 'all' && fields.size === 1 && fields.has('geometry')
}
