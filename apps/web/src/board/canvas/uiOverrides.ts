import type { Editor, TLUiActionsContextType, TLUiOverrides } from 'tldraw'
import { tidyPutDown } from '../../shapes/journey/tidyMap.ts'
import { allTools } from '../toolbar/toolItems.ts'
import { redoChange, undoChange } from './undoChange.ts'
import { showWhole } from './wholeView.ts'

/** Actions of tldraw that the board does without: pictures, embeds, pages, files, and what would hide our own bars. */
const LEFT_OUT = [
  'insert-embed',
  'insert-media',
  'edit-link',
  'open-embed-link',
  'convert-to-bookmark',
  'convert-to-embed',
  'image-replace',
  'video-replace',
  'download-original',
  'flatten-to-image',
  'move-to-new-page',
  'change-page-prev',
  'change-page-next',
  'open-cursor-chat',
  'open-kbd-shortcuts',
  'toggle-dark-mode',
  'toggle-debug-mode',
  'toggle-focus-mode',
  'toggle-grid',
  'select-geo-tool',
  'copy-as-json',
] as const

/** Only the tools of our bar, each with its key; of tldraw's actions those that make sense here. */
export const uiOverrides: TLUiOverrides = {
  tools(editor, tools) {
    return Object.fromEntries(
      allTools.map(({ id, key }) => [
        id,
        {
          ...tools[id],
          id,
          // Our own bar shows the tools; tldraw's menus show none.
          icon: 'blob',
          label: id,
          kbd: key,
          readonlyOk: id === 'select' || id === 'hand' || id === 'laser',
          onSelect: () => void editor.setCurrentTool(id),
        },
      ]),
    )
  },
  actions(editor, actions) {
    const left = new Set<string>(LEFT_OUT)
    const kept = Object.fromEntries(Object.entries(actions).filter(([id]) => !left.has(id)))
    Object.assign(kept, mapActions(editor, actions))
    const { undo, redo } = actions
    if (undo !== undefined) kept[undo.id] = { ...undo, onSelect: () => undoChange(editor) }
    if (redo !== undefined) kept[redo.id] = { ...redo, onSelect: () => redoChange(editor) }
    const whole = actions['zoom-to-fit']
    // Above our own bar; tldraw's own counts with none.
    if (whole !== undefined)
      kept[whole.id] = { ...whole, onSelect: () => showWhole(editor, !editor.getInstanceState().isReadonly) }
    const toPanel = actions['adjust-shape-styles']
    // Ctrl + Enter leads from a selected card to its panel, as it leads to the styles in tldraw.
    return toPanel === undefined ? kept : { ...kept, [toPanel.id]: { ...toPanel, onSelect: focusPanel } }
  },
}

/** tldraw's actions that mean something more on a map: what is copied is tidied. */
function mapActions(editor: Editor, { duplicate }: TLUiActionsContextType): TLUiActionsContextType {
  const changed: TLUiActionsContextType = {}
  if (duplicate !== undefined) {
    changed['duplicate'] = {
      ...duplicate,
      async onSelect(source) {
        await duplicate.onSelect(source)
        const copies = editor.getSelectedShapeIds().map((id) => ({ id, before: null }))
        tidyPutDown(editor, copies)
      },
    }
  }
  return changed
}

/** Gives the keyboard to the first control of the side panel, when there is one. */
function focusPanel(): void {
  const first = document.querySelector('.panel__body :is(input, textarea, button, select), .panel :is(button)')
  if (first instanceof HTMLElement) first.focus()
}
