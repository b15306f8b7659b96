import type { Editor, VecLike } from 'tldraw'

/** How far the next one stands from one that was made in the same place, in board pixels: its first words stay readable. */
const STEP = 32

/** The middle of the view, or the nearest place below it where nothing has its own middle yet. */
export function freeMiddle(editor: Editor): VecLike {
  const taken = editor.getCurrentPageShapes().flatMap((shape) => editor.getShapePageBounds(shape)?.center ?? [])
  let { x, y } = editor.getViewportPageBounds().center
  while (taken.some((other) => Math.hypot(other.x - x, other.y - y) < STEP / 2)) {
    x += STEP
    y += STEP
  }
  return { x, y }
}
