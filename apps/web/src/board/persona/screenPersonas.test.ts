// @vitest-environment happy-dom
import { RoomId } from '@samenreis/model/ids/roomId'
import { createShapeId, createTLStore, type Editor } from 'tldraw'
import { expect, test } from 'vitest'
import { boardSchema } from '../../canvas/boardSchema.ts'
import { headlessEditor } from '../../sync/testing/headlessEditor.ts'
import { keepScreenPersonas, pinnedPersona, pinPersona, playedPersona, playPersona } from './screenPersonas.ts'

const room = RoomId.parse('a'.repeat(26))
const otherRoom = RoomId.parse('b'.repeat(26))
const riet = createShapeId('riet')
const sam = createShapeId('sam')

/** What a tab keeps between one opening of the board and the next. */
class TabShelf {
  readonly texts = new Map<string, string>()
  getItem(key: string): string | null {
    return this.texts.get(key) ?? null
  }
  setItem(key: string, text: string): void {
    this.texts.set(key, text)
  }
}

function board(): Editor {
  const editor = headlessEditor(createTLStore({ schema: boardSchema() }))
  for (const id of [riet, sam]) editor.createShape({ id, type: 'persona' })
  return editor
}

test('[PL3] whom somebody plays and keeps in view is there again in the same tab and session, and nowhere else', () => {
  const shelf = new TabShelf()
  const first = board()
  const documentBefore = first.store.serialize('document')
  const stop = keepScreenPersonas(first, room, shelf)
  playPersona(first, riet)
  pinPersona(first, sam)
  expect(first.store.serialize('document')).toEqual(documentBefore)
  stop()

  const again = board()
  keepScreenPersonas(again, room, shelf)()
  expect([playedPersona(again)?.id, pinnedPersona(again)?.id]).toEqual([riet, sam])
  const elsewhere = board()
  keepScreenPersonas(elsewhere, otherRoom, shelf)()
  expect([playedPersona(elsewhere), pinnedPersona(elsewhere)]).toEqual([null, null])
})

test('[PL3] a persona that is taken away is neither played nor in view, and is both when she comes back', () => {
  const editor = board()
  const stop = keepScreenPersonas(editor, room, new TabShelf())
  playPersona(editor, riet)
  pinPersona(editor, riet)
  editor.markHistoryStoppingPoint('take away')
  editor.deleteShape(riet)
  expect([playedPersona(editor), pinnedPersona(editor)]).toEqual([null, null])
  editor.undo()
  expect([playedPersona(editor)?.id, pinnedPersona(editor)?.id]).toEqual([riet, riet])
  stop()
})

test('[PL3] a tab that keeps nothing, or something that does not hold, is no hindrance', () => {
  const broken = new TabShelf()
  broken.setItem('samenreis.personas', '{"played":7')
  const refusing = {
    getItem: (): string => {
      throw new Error('switched off')
    },
    setItem: (): void => {
      throw new Error('switched off')
    },
  }
  for (const shelf of [broken, refusing]) {
    const editor = board()
    const stop = keepScreenPersonas(editor, room, shelf)
    expect(playedPersona(editor)).toBe(null)
    playPersona(editor, riet)
    expect(playedPersona(editor)?.id).toBe(riet)
    stop()
  }
})
