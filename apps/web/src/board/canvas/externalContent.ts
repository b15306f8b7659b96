import { isShapeType } from '@samenreis/model/records/recordKinds'
import { createShapeId, toRichText, type Editor, type TLContent, type VecLike } from 'tldraw'
import { tidyPutDown } from '../../shapes/journey/tidyMap.ts'
import { refusalOfShapes, refusalOfText, type PasteRefusal } from './pasteLimits.ts'

/** Side of a note, in board pixels: tldraw's own. */
const NOTE_SIZE = 200

/**
 * Decides what dropping and pasting may bring onto the board: short text becomes a note, shapes of our kinds come along; files,
 * pictures, links as previews and embeds do not (no uploads yet). Replaces tldraw's own handlers.
 */
export function registerExternalContent(editor: Editor, refuse: (why: PasteRefusal) => void): void {
  editor.registerExternalContentHandler('files', () => refuse('noFiles'))
  editor.registerExternalContentHandler('file-replace', () => refuse('noFiles'))
  editor.registerExternalContentHandler('svg-text', () => refuse('noFiles'))
  editor.registerExternalContentHandler('embed', () => refuse('noLinks'))
  editor.registerExternalContentHandler('excalidraw', () => refuse('notOurs'))
  editor.registerExternalAssetHandler('file', null)
  editor.registerExternalAssetHandler('url', null)
  editor.registerExternalContentHandler('url', ({ url, point }) => makeNote(editor, url, point, refuse))
  editor.registerExternalContentHandler('text', ({ text, point }) => makeNote(editor, text, point, refuse))
  editor.registerExternalContentHandler('tldraw', ({ content, point }) => putShapes(editor, content, point, refuse))
}

function makeNote(editor: Editor, text: string, point: VecLike | undefined, refuse: (why: PasteRefusal) => void): void {
  const words = text.trim()
  if (words === '') return
  const refusal = refusalOfText(words)
  if (refusal !== null) {
    refuse(refusal)
    return
  }
  const { x, y } = point ?? editor.getViewportPageBounds().center
  const id = createShapeId()
  editor.markHistoryStoppingPoint('paste')
  editor.createShape({
    id,
    type: 'note',
    x: x - NOTE_SIZE / 2,
    y: y - NOTE_SIZE / 2,
    props: { richText: toRichText(words), font: 'sans' },
  })
  editor.select(id)
}

function putShapes(
  editor: Editor,
  content: TLContent,
  point: VecLike | undefined,
  refuse: (why: PasteRefusal) => void,
): void {
  const refusal = refusalOfShapes(content)
  if (refusal !== null) {
    refuse(refusal)
    return
  }
  const ours = onlyOurs(content)
  if (ours.shapes.length === 0) {
    refuse('notOurs')
    return
  }
  editor.markHistoryStoppingPoint('paste')
  editor.putContentOntoCurrentPage(ours, { select: true, ...(point === undefined ? {} : { point }) })
  tidyPutDown(
    editor,
    editor.getSelectedShapeIds().map((id) => ({ id, before: null })),
  )
}

/** The content without kinds that the board does not know, and without what stood in them. */
export function onlyOurs(content: TLContent): TLContent {
  const shapes = new Map<string, TLContent['shapes'][number]>(content.shapes.map((shape) => [shape.id, shape]))
  const isOurs = (shape: TLContent['shapes'][number]): boolean => {
    // A clipboard can hold anything, a circle of parents too: no chain is longer than all shapes together.
    let at: TLContent['shapes'][number] | undefined = shape
    for (let steps = 0; at !== undefined; steps++) {
      if (!isShapeType(at.type) || steps > shapes.size) return false
      at = shapes.get(at.parentId)
    }
    return true
  }
  const kept = new Set(content.shapes.filter(isOurs).map(({ id }) => id))
  return {
    ...content,
    shapes: content.shapes.filter(({ id }) => kept.has(id)),
    rootShapeIds: content.rootShapeIds.filter((id) => kept.has(id)),
    bindings: (content.bindings ?? []).filter(({ fromId, toId }) => kept.has(fromId) && kept.has(toId)),
    assets: [],
  }
}
