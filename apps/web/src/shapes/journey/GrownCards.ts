import type { Editor, TLShapeId } from 'tldraw'
import { tidyCellOf } from './tidyMap.ts'

const waiting = new WeakMap<Editor, GrownCards>()

/**
 * Tidies the cell of a card that got another height by what was typed or chosen at this screen: at the end of this turn, or when
 * typing in it ends, so that nothing moves under the hands of who types.
 *
 * @param before its height until now, in board pixels
 */
export function tidyWhenGrown(editor: Editor, id: TLShapeId, before: number): void {
  const known = waiting.get(editor)
  const cards = known ?? new GrownCards(editor)
  if (known === undefined) waiting.set(editor, cards)
  cards.note(id, before)
}

/** Cards of one editor whose cells are to be tidied. */
class GrownCards {
  private readonly editor: Editor
  /** With the height that they had at first. */
  private readonly heights = new Map<TLShapeId, number>()
  private isQueued = false

  constructor(editor: Editor) {
    this.editor = editor
    editor.sideEffects.registerAfterChangeHandler('instance_page_state', (before, after) => {
      if (before.editingShapeId !== after.editingShapeId) this.queue()
    })
  }

  note(id: TLShapeId, before: number): void {
    if (!this.heights.has(id)) this.heights.set(id, before)
    this.queue()
  }

  /** Later in this turn: while tldraw ends typing it keeps everything out of the history, and this belongs in it. */
  private queue(): void {
    if (this.isQueued || this.heights.size === 0) return
    this.isQueued = true
    queueMicrotask(() => {
      this.isQueued = false
      if (!this.editor.isDisposed) this.tidy()
    })
  }

  private tidy(): void {
    const typedIn = this.editor.getEditingShapeId()
    // The end of these gestures tidies by itself.
    const isInHand = this.editor.isInAny('select.translating', 'select.resizing')
    for (const [id, before] of this.heights) {
      if (id === typedIn) continue
      this.heights.delete(id)
      const shape = this.editor.getShape(id)
      // Undone meanwhile, it is as high as it was.
      const isGrown = shape !== undefined && 'h' in shape.props && shape.props.h !== before
      if (isGrown && !isInHand) tidyCellOf(this.editor, id)
    }
  }
}
