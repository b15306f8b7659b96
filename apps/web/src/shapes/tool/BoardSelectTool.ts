import { SelectTool, type StateNode, type TLShape, type TLStateNodeConstructor } from 'tldraw'
import { leavePutDown, tidyPutDown, type PutDown } from '../journey/tidyMap.ts'
import { movePhaseTo, positionOf } from '../phase/editPhases.ts'
import { isTidied } from '../journey/readMapState.ts'

/** What is used of tldraw's own state for dragging shapes (tldraw 5.4.2, `Translating`), which it does not export. */
interface TranslatingState extends StateNode {
  readonly isCloning: boolean
  readonly snapshot: { readonly movingShapes?: readonly TLShape[] }
  complete(): void
  startCloning(): void
}

const own = SelectTool.children().find(({ id }) => id === 'translating')
if (own === undefined) throw new Error('tldraw has no state for dragging shapes')
const Translating = own as unknown as new (...args: ConstructorParameters<TLStateNodeConstructor>) => TranslatingState

/**
 * Dragging shapes. What is dropped on a map tidies itself there, as part of the drag's own undo step. With Alt a card stays exactly
 * where it is dropped; in tldraw Alt makes a copy, and for everything that is no card of a map it still does
 * (docs/adr/0004-alt-places-freely.md).
 */
class DraggingShapes extends Translating {
  static id = 'translating'
  static trackPerformance = true

  override startCloning(): void {
    const moving = this.editor.getSelectedShapes()
    if (moving.length > 0 && moving.every(isTidied)) return
    super.startCloning()
  }

  override complete(): void {
    const putDown = (this.snapshot.movingShapes ?? []).map((shape): PutDown => ({
      id: shape.id,
      before: this.isCloning ? null : shape,
    }))
    const isFree = this.editor.inputs.getAltKey()
    super.complete()
    if (isFree) leavePutDown(this.editor, putDown)
    else tidyPutDown(this.editor, putDown)
  }
}

/** Places that an arrow key moves a chosen phase by. */
const PHASE_KEYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: 0, ArrowDown: 0 }

/**
 * tldraw's tool for choosing and moving, with our own way of dropping. An arrow key moves a chosen phase by one place and not by a
 * pixel: its head must not leave what stands below it.
 */
export class BoardSelectTool extends SelectTool {
  static override children(): TLStateNodeConstructor[] {
    return SelectTool.children().map((state) =>
      state.id === DraggingShapes.id ? (DraggingShapes as unknown as TLStateNodeConstructor) : state,
    )
  }

  override handleEvent(info: Parameters<SelectTool['handleEvent']>[0]): void {
    if (!this.movesPhase(info)) super.handleEvent(info)
  }

  /** Whether this key was meant for a phase. */
  private movesPhase(info: Parameters<SelectTool['handleEvent']>[0]): boolean {
    const isArrow = info.type === 'keyboard' && info.name !== 'key_up' && !info.altKey && info.key in PHASE_KEYS
    if (!isArrow || !this.editor.isIn('select.idle')) return false
    const selected = this.editor.getSelectedShapes()
    if (!selected.some(({ id, type }) => type === 'phase' && positionOf(this.editor, id) !== null)) return false
    const phase = this.editor.getOnlySelectedShape()
    const by = PHASE_KEYS[info.key] ?? 0
    const position = phase === null ? null : positionOf(this.editor, phase.id)
    if (phase === null || position === null || by === 0 || info.name !== 'key_down') return true
    const to = position.at + by
    if (to >= 0 && to < position.count) movePhaseTo(this.editor, phase.id, to)
    return true
  }
}
