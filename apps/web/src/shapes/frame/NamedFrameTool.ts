import { FrameShapeTool, type TLShape } from 'tldraw'
import { startTyping } from '../tool/placeNew.ts'

/** Draws a frame around what belongs together, and lets the person type its name at once (facilitation.md 1:50). */
export class NamedFrameTool extends FrameShapeTool {
  override onCreate(shape: TLShape | null): void {
    super.onCreate(shape)
    if (shape !== null && !this.editor.getInstanceState().isToolLocked) startTyping(this.editor, shape.id)
  }
}
