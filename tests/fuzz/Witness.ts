import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import type { BoardSnapshot } from '@samenreis/model/document/read'
import { closeCodes, closeReasonOf } from '@samenreis/model/protocol/closeCodes'
import type { StoredDocument } from '@samenreis/server/storage/RoomStorage'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { expect } from 'vitest'
import { actionsOf, expectContained, expectContiguous, expectWhole, plainRecords } from './boardChecks.ts'
import type { FuzzPerson } from './FuzzPerson.ts'
import type { FuzzServer } from './FuzzServer.ts'
import { LOST } from './Line.ts'
import { textTogether } from './sharedCard.ts'

/** What is known of a run from outside the server: who there is, what was written, and what was promised to whom. */
export interface Witness {
  /** Everybody with an open tab. */
  people: FuzzPerson[]
  /** Tabs that were closed; what the server promised them holds for good. */
  readonly departed: FuzzPerson[]
  /** Ids of records that anybody put on the board, or took off it. */
  readonly created: Set<string>
  readonly removed: Set<string>
  /** Records that the server itself wrote and said are stored. */
  readonly imported: string[]
  /** Ids of records that nobody had the right to write so. */
  readonly forbidden: Set<string>
}

/** I1, I3, I4: everybody and the server have the same records; nothing is lost, nothing is invented, nothing comes twice. */
export function expectEqualBoards(witness: Witness, server: BoardDocument): void {
  expectWhole(server, 'server')
  const records = plainRecords(server)
  for (const { board, name } of witness.people) {
    expectWhole(board, name)
    expect(plainRecords(board), name).toEqual(records)
  }
  for (const id of Object.keys(records)) {
    if (!id.startsWith('page:')) expect(witness.created, 'written by nobody').toContain(id)
  }
  expect(Object.keys(records).filter((id) => witness.forbidden.has(id))).toEqual([])
  expect(Object.keys(records)).toEqual(expect.arrayContaining(importedAndLeft(witness)))
  expectEveryCharacterOnce(witness, textTogether(server))
}

/** The extraction is a function of the board. */
export function expectEqualActions({ people }: Witness, server: BoardDocument): void {
  const actions = actionsOf(server)
  for (const { board, name } of people) expect(actionsOf(board), name).toEqual(actions)
}

/** PR1, PR5: everybody sees everybody who shows himself, where he points, and nobody else. */
export function expectEqualPresence({ people }: Witness): void {
  const pointing = people.filter(({ mayEdit }) => mayEdit)
  const shown = pointing.map(({ admission, cursor }) => [admission.participantId, { c: cursor }])
  for (const { name, crowd } of people) {
    const seen = [...crowd.present.values()].map(({ participantId, state }) => [participantId, state])
    expect(Object.fromEntries(seen), name).toEqual(Object.fromEntries(shown))
    expect(seen, name).toHaveLength(shown.length)
  }
}

/** No honest client is refused for what it may do, and neither server nor store sees a fault that nobody made. */
export function expectNobodyHarmed({ people, departed }: Witness, { faults, documents }: FuzzServer): void {
  for (const { name, closeCodes: codes, rejects, expected } of [...people, ...departed]) {
    const refusals = rejects.filter(({ reason }) => !expected.has(reason))
    expect(refusals, `${name} was refused`).toEqual([])
    const others = codes.filter((code) => code !== LOST && code !== closeCodes['room-unavailable'].code)
    const ends = others.map(closeReasonOf).filter((reason) => reason === null || !expected.has(reason))
    expect(ends, `${name} was sent away`).toEqual([])
  }
  expect(faults, 'faults of the server').toEqual([])
  expect(documents.refusals, 'what the store refused').toEqual([])
}

/** I2, I6: whatever happened to the server, the store has what anybody was promised, in a log without a gap. */
export function expectPromisesKept(witness: Witness, stored: StoredDocument): void {
  expectContiguous(stored)
  const board = readStoredDocument(stored)
  expectWhole(board, 'store')
  for (const { name, promised, epoch } of [...witness.people, ...witness.departed]) {
    // A board that was made anew has the same words under other ids: those are held against it one by one.
    if (epoch === stored.epoch) expectContained(board.doc, promised, `the store lacks what ${name} was promised`)
  }
  const ids = Object.keys(plainRecords(board))
  expect(ids).toEqual(expect.arrayContaining(importedAndLeft(witness)))
  expect(ids.filter((id) => witness.forbidden.has(id))).toEqual([])
  const text = textTogether(board)
  for (const tab of [...witness.people, ...witness.departed]) expectPromisedCharacters(tab, text)
  board.doc.destroy()
}

/** The store gives the same board back, to the server that loads it and to whoever reads its bytes. */
export function expectSameRecords(
  read: BoardSnapshot,
  stored: BoardDocument,
  records: Readonly<Record<string, unknown>>,
): void {
  expect(new Set<string>(read.records.keys())).toEqual(new Set(Object.keys(records)))
  expect(plainRecords(stored)).toEqual(records)
}

function importedAndLeft({ imported, removed }: Witness): string[] {
  return imported.filter((id) => !removed.has(id))
}

function expectEveryCharacterOnce({ people, departed }: Witness, text: string): void {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  for (const [character, count] of counts) expect(count, `character ${character.charCodeAt(0)}`).toBe(1)
  const made = people.flatMap(({ typed }) => typed)
  for (const tab of departed) expectPromisedCharacters(tab, text)
  for (const { character } of made) {
    expect(counts.has(character), `character ${character.charCodeAt(0)} is lost`).toBe(true)
  }
}

function expectPromisedCharacters({ name, typed, acknowledged }: FuzzPerson, text: string): void {
  for (const { character, edit } of typed) {
    if (edit >= acknowledged) continue
    expect(text.includes(character), `${name}'s character ${character.charCodeAt(0)} was promised and is lost`).toBe(
      true,
    )
  }
}
