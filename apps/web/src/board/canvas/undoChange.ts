import type { Editor } from 'tldraw'

/**
 * Takes back what this person last changed on the board. tldraw also counts what was chosen and let go as steps: a first Ctrl + Z
 * would only choose a card again, and look as if it did nothing.
 */
export function undoChange(editor: Editor): void {
  walkToChange(
    editor,
    () => editor.getCanUndo(),
    () => editor.undo(),
  )
}

/** Does again what was last taken back. */
export function redoChange(editor: Editor): void {
  walkToChange(
    editor,
    () => editor.getCanRedo(),
    () => editor.redo(),
  )
}

function walkToChange(editor: Editor, can: () => boolean, step: () => void): void {
  while (can()) {
    const { added, updated, removed } = editor.store.extractingChanges(step)
    const ids = [added, updated, removed].flatMap((records) => Object.keys(records))
    const isBoardChanged = ids.some((id) => /^(?:shape|binding):/.test(id))
    // A step in which nothing at all changed was turned back, e.g. by a lock: the one before it is not meant.
    if (isBoardChanged || ids.length === 0) return
  }
}
