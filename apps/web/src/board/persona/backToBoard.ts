import type { Editor } from 'tldraw'

/** Gives the keyboard to the board: the control that had it is about to go. */
export function backToBoard(editor: Editor): void {
  // The canvas counts itself as in use all the while, and would not take the keyboard of its own accord.
  editor.getContainer().focus()
  editor.focus()
}
