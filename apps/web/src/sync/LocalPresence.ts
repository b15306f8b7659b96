import { equalityDeep } from 'lib0/function'
import { react, type Editor } from 'tldraw'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { LINE_MAX, SELECTION_MAX, type Presence } from '@samenreis/model/protocol/presence'
import type { RoomPeople } from './RoomPeople.ts'

/** Most points of a laser line that are told, newest last. */
const LASER_POINTS = LINE_MAX / 2

/** Where a pointer is on the board, in whole pixels of it. */
interface PagePoint {
  readonly x: number
  readonly y: number
}

/** What a person's tab shows of her to the others, out of the editor's state. Whole pixels; nothing that is not there. */
function presenceOf(editor: Editor, typing: string | null, pointer: PagePoint | null): Presence {
  const page = editor.getCurrentPageId()
  const selected = editor.getSelectedShapeIds()
  const editing = typing ?? editor.getEditingShapeId()
  const laser = editor.getInstanceState().scribbles.find(({ color }) => color === 'laser')
  // null = a device without hover: there the point of the last touch is shown.
  const hovers = editor.getInstanceState().isHoveringCanvas !== false
  return {
    ...(pointer !== null && hovers ? { c: [pointer.x, pointer.y] as [number, number] } : {}),
    ...(page === (FIRST_PAGE_ID as string) ? {} : { g: page }),
    ...(selected.length > 0 ? { s: selected.slice(0, SELECTION_MAX) } : {}),
    ...(editing === null ? {} : { e: editing }),
    ...(laser === undefined
      ? {}
      : { l: laser.points.slice(-LASER_POINTS).flatMap((point) => [Math.round(point.x), Math.round(point.y)]) }),
  }
}

/** Tells the others where this person is, at the cadence that the server tells. */
export class LocalPresence {
  private readonly editor: Editor
  private readonly people: Pick<RoomPeople, 'own' | 'show' | 'intervalMs'>
  private readonly now: () => number
  private typing: string | null = null
  /** null until the pointer has been on the board once: before, its place means nothing. */
  private pointer: PagePoint | null = null
  private isPointerHidden = false
  private sentAt = -Infinity
  private timer: ReturnType<typeof setTimeout> | null = null
  private stopReacting: (() => void) | null = null

  constructor(options: { editor: Editor; people: LocalPresence['people']; now?: () => number }) {
    this.editor = options.editor
    this.people = options.people
    this.now = options.now ?? (() => performance.now())
  }

  start(): void {
    if (this.stopReacting !== null) return
    let { x, y } = this.editor.inputs.getCurrentScreenPoint()
    this.stopReacting = react('local presence', () => {
      const at = this.editor.inputs.getCurrentScreenPoint()
      const onPage = this.editor.inputs.getCurrentPagePoint()
      // A view that moves under a hand that lies still is no pointer that moves.
      if ((at.x !== x || at.y !== y) && !this.isPointerHidden)
        this.pointer = { x: Math.round(onPage.x), y: Math.round(onPage.y) }
      ;({ x, y } = at)
      presenceOf(this.editor, this.typing, this.pointer)
      this.schedule()
    })
  }

  /** The others see nobody any more. */
  stop(): void {
    this.stopReacting?.()
    this.stopReacting = null
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    this.people.show(null)
  }

  /**
   * Keeps the pointer from the others: on a touch screen it is told wherever one taps, and over something hidden its place
   * would tell what was chosen there. Afterwards nothing is told before it moves again.
   */
  setPointerHidden(isHidden: boolean): void {
    this.isPointerHidden = isHidden
    this.pointer = null
    if (this.stopReacting !== null) this.schedule()
  }

  /** In which record, and after a dot in which field, this person types; null = in none. */
  setTyping(target: string | null): void {
    this.typing = target
    if (this.stopReacting !== null) this.schedule()
  }

  private schedule(): void {
    if (this.timer !== null) return
    const wait = this.sentAt + this.people.intervalMs - this.now()
    if (wait <= 0) this.send()
    else {
      this.timer = setTimeout(() => {
        this.timer = null
        this.send()
      }, wait)
    }
  }

  private send(): void {
    const presence = presenceOf(this.editor, this.typing, this.pointer)
    if (equalityDeep(presence, this.people.own)) return
    this.sentAt = this.now()
    this.people.show(presence)
  }
}
