import { extractActions } from '@samenreis/model/actions/extractActions'
import type { Extraction } from '@samenreis/model/actions/improvementAction'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import type { StoredDocument } from '@samenreis/server/storage/RoomStorage'
import { copyOf, hasPending } from '@samenreis/server/sync/storedDocument'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { roomA } from '../contract/roomFixture.ts'

/**
 * Records and fields as plain data. Compared instead of state vectors, which can be equal while the boards are not
 * (reliability.md finding 4).
 */
export function plainRecords(board: BoardDocument): Readonly<Record<string, unknown>> {
  return board.records.toJSON()
}

/** No document waits for something that it was not given (I1), and no record is set aside (I4). */
export function expectWhole(board: BoardDocument, whose: string): void {
  expect(hasPending(board.doc), `${whose}: waits for something`).toBe(false)
  expect(readBoard(board).quarantined, `${whose}: set aside`).toEqual([])
}

/** The board's actions; nothing but the board differs between replicas. */
export function actionsOf(board: BoardDocument): Extraction {
  return extractActions({
    roomId: roomA,
    boardVersion: 0,
    extractedAt: '2026-11-22T12:00:00.000Z',
    sessionDate: '2026-11-22',
    records: readBoard(board).records,
    attendees: [],
    rounds: [],
    votes: [],
    exported: [],
  })
}

/** Everything in these updates stands in the document already: applying them once more changes nothing (I2). */
export function expectContained(doc: Y.Doc, updates: readonly Uint8Array[], what: string): void {
  if (updates.length === 0) return
  const copy = copyOf(doc)
  let changed = false
  copy.on('update', () => {
    changed = true
  })
  Y.applyUpdate(copy, Y.mergeUpdates([...updates]))
  const lacks = changed || hasPending(copy)
  copy.destroy()
  expect(lacks, what).toBe(false)
}

/** Sequences of the log follow each other without a gap, right after the snapshot (I6). */
export function expectContiguous({ snapshot, updates }: StoredDocument): void {
  const first = (snapshot?.sequence ?? 0) + 1
  expect(updates.map(({ sequence }) => sequence)).toEqual(updates.map((_, index) => first + index))
}
