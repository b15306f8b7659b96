import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { changeRecord, putRecord, removeRecord } from '@samenreis/model/document/write'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { newShape } from '@samenreis/model/interchange/newShape'
import type { ShapeOf } from '@samenreis/model/records/recordKinds'

export function shapeId(part: string): ShapeId {
  return ShapeId.parse(`shape:${part}`)
}

/** A step that holds to its schema. */
export function step(part: string, title = ''): ShapeOf<'touchpoint'> {
  return newShape('touchpoint', shapeId(part), { geometry: [0, 0, 0, 200, 150], title })
}

/** Puts a step on the board as one edit. */
export function addStep(board: BoardDocument, part: string, title = ''): void {
  board.transact(() => putRecord(board, step(part, title)), 'test')
}

export function changeStep(board: BoardDocument, part: string, changes: Readonly<Record<string, unknown>>): void {
  board.transact(() => changeRecord(board, shapeId(part), changes), 'test')
}

export function removeStep(board: BoardDocument, part: string): void {
  board.transact(() => removeRecord(board, shapeId(part)), 'test')
}

export function titleOf(board: BoardDocument, part: string): string | undefined {
  return board.records.get(shapeId(part))?.get('title')?.toString()
}
