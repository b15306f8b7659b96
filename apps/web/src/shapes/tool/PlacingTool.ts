import { StateNode, type TLKeyboardEventInfo, type TLShapeId, type VecLike } from 'tldraw'
import type { DomainType } from '@samenreis/model/records/recordKinds'
import { leavePutDown, tidyPutDown } from '../journey/tidyMap.ts'
import { freeMiddle } from './freeMiddle.ts'
import { placeNew, startTyping } from './placeNew.ts'

/** A tool that puts a new shape where the person presses and lets go, and then lets her type. */
export abstract class PlacingTool extends StateNode {
  abstract override shapeType: DomainType

  /** Whether the press that is going on began with this tool. */
  private isPressed = false

  /** Makes the shape at this point of the page. */
  protected place(point: VecLike): TLShapeId | null {
    return placeNew(this.editor, this.shapeType, point)
  }

  override onEnter(): void {
    this.isPressed = false
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onPointerDown(): void {
    this.isPressed = !this.editor.getIsReadonly()
  }

  override onPointerUp(): void {
    if (!this.isPressed) return
    this.isPressed = false
    this.placeAndType(this.editor.inputs.getCurrentPagePoint())
  }

  /** Enter on the board makes one without a pointer (WCAG 2.1.1). When the key comes up: going down, it would type a line. */
  override onKeyUp({ key }: TLKeyboardEventInfo): void {
    if (key === 'Enter') this.placeInView()
  }

  /** Puts a new one in the middle of the view. */
  placeInView(): void {
    if (!this.editor.getIsReadonly()) this.placeAndType(freeMiddle(this.editor))
  }

  private placeAndType(point: VecLike): void {
    const id = this.place(point)
    if (id === null) return
    const made = [{ id, before: null }]
    if (this.editor.inputs.getAltKey()) leavePutDown(this.editor, made)
    else tidyPutDown(this.editor, made)
    if (!this.editor.getInstanceState().isToolLocked) startTyping(this.editor, id)
  }

  override onCancel(): void {
    this.isPressed = false
    this.editor.setCurrentTool('select')
  }

  /** Undo, a menu that opens or a lost focus end a press without letting go: nothing is made then. */
  override onComplete(): void {
    this.isPressed = false
  }

  override onInterrupt(): void {
    this.isPressed = false
  }
}
