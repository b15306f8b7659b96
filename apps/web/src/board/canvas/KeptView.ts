import type { Editor, TLCamera } from 'tldraw'

/** Where somebody looked, kept while the board is opened anew under her: she comes back to the same place. */
export class KeptView {
  private camera: TLCamera | null = null

  keep(editor: Editor): void {
    this.camera = editor.getCamera()
  }

  /** Shows what was looked at last. Returns false when nobody looked yet. */
  show(editor: Editor): boolean {
    if (this.camera === null) return false
    const { x, y, z } = this.camera
    editor.setCamera({ x, y, z }, { immediate: true })
    return true
  }
}
