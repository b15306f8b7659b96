import { EditorAtom, react, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { z } from 'zod'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { RoomId } from '@samenreis/model/ids/roomId'
import type { Shelf } from '../insight/InsightPlace.ts'

const STORAGE_KEY = 'samenreis.personas'

/** Personas that somebody at this screen has to do with. Of this screen alone: nothing of it is in the document. */
const ScreenPersonas = z.object({
  /** Whose shoes she stands in (model.md, practice mode). */
  played: ShapeId.nullable(),
  /** Who stays in view while the board moves. */
  pinned: ShapeId.nullable(),
})
type ScreenPersonas = z.infer<typeof ScreenPersonas>

const nobody: ScreenPersonas = { played: null, pinned: null }
const ofScreen = new EditorAtom<ScreenPersonas>('personas of this screen', () => nobody)

/** Takes up what this tab kept for the session, and keeps every change from now on. Returns how to stop. */
export function keepScreenPersonas(editor: Editor, roomId: RoomId, shelf: Shelf): () => void {
  ofScreen.set(editor, read(shelf, roomId))
  return react('keep personas of this screen', () => {
    const text = JSON.stringify({ roomId, ...ofScreen.get(editor) })
    try {
      shelf.setItem(STORAGE_KEY, text)
    } catch {
      // Switched off or full: it lives as long as the board.
    }
  })
}

/** The persona that is played here; null when nobody is, or she is gone. Followed inside a reactive computation. */
export function playedPersona(editor: Editor): TLShape<'persona'> | null {
  return onBoard(editor, ofScreen.get(editor).played)
}

/** From now on this person plays `id`; null = herself. */
export function playPersona(editor: Editor, id: TLShapeId | null): void {
  ofScreen.update(editor, (all) => ({ ...all, played: id === null ? null : ShapeId.parse(id) }))
}

/** The persona that stays in view here; null when nobody does, or she is gone. Followed inside a reactive computation. */
export function pinnedPersona(editor: Editor): TLShape<'persona'> | null {
  return onBoard(editor, ofScreen.get(editor).pinned)
}

/** Keeps `id` in view on this screen; null = nobody. */
export function pinPersona(editor: Editor, id: TLShapeId | null): void {
  ofScreen.update(editor, (all) => ({ ...all, pinned: id === null ? null : ShapeId.parse(id) }))
}

/** One that is taken away comes back with an undo, so it is not forgotten. */
function onBoard(editor: Editor, id: ShapeId | null): TLShape<'persona'> | null {
  const shape = id === null ? undefined : editor.getShape(id as string as TLShapeId)
  return shape?.type === 'persona' ? shape : null
}

/** What is stored for this session; nobody when it is of another one or does not hold. */
function read(shelf: Shelf, roomId: RoomId): ScreenPersonas {
  try {
    const stored: unknown = JSON.parse(shelf.getItem(STORAGE_KEY) ?? 'null')
    const kept = ScreenPersonas.extend({ roomId: RoomId }).safeParse(stored)
    if (!kept.success || kept.data.roomId !== roomId) return nobody
    return { played: kept.data.played, pinned: kept.data.pinned }
  } catch {
    return nobody
  }
}
