import { StateNode, type TLShapeId, type VecLike } from 'tldraw'
import type { DomainType } from '@samenreis/model/records/recordKinds'
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
    const id = this.place(this.editor.inputs.getCurrentPagePoint())
    if (id === null || this.editor.getInstanceState().isToolLocked) return
    startTyping(this.editor, id)
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
