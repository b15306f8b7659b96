import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import rietJson from '../../demo/demo-riet.json' with { type: 'json' }
import { BoardDocument, type FieldValue } from '../document/BoardDocument.ts'
import { readBoard } from '../document/read.ts'
import { seedUpdate } from '../document/seed.ts'
import { RandomSource } from '../testing/RandomSource.ts'
import { randomBoard } from '../testing/randomBoard.ts'
import type { BoardFile } from './boardFileSchema.ts'
import { contentOfDemo } from './demoContent.ts'
import { Demo } from './demoSchema.ts'
import { readBoardFile, type BoardFileContent, type BoardFileReading } from './readBoardFile.ts'
import { rawRecords, writeBoardFile } from './writeBoardFile.ts'

const riet = contentOfDemo(Demo.parse(rietJson))
const exportedAt = '2026-11-22T10:00:00.000Z'
const room = { title: riet.title, question: riet.question, language: riet.language, date: riet.date }

function file(change: Partial<BoardFile> = {}): unknown {
  const { records, rounds, votes, attendees } = riet
  const written = writeBoardFile({ room, exportedAt, records, setAside: [], rounds, votes, attendees })
  return JSON.parse(JSON.stringify({ ...written, ...change }))
}

function read(json: unknown): BoardFileContent {
  const reading = readBoardFile(json)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.content
}

function byId<T extends { id: string }>(records: readonly T[]): T[] {
  return [...records].sort((one, other) => (one.id < other.id ? -1 : 1))
}

test('[IX8] a demo board written and read back is equal: room, records, rounds and votes', () => {
  const content = read(file())
  expect(content).toMatchObject(room)
  expect(content.records).toEqual(byId(riet.records))
  expect(content.rounds).toEqual(riet.rounds)
  expect(content.votes).toEqual(riet.votes)
  expect(content.setAside).toEqual([])
})

test.each(Array.from({ length: 40 }, (_, at) => at + 1))('[IX8] so is any random board (seed %i)', (seed) => {
  const records = randomBoard(new RandomSource(seed), 80)
  expect(read(file({ records })).records).toEqual(records)
})

test('[IX8] the same board gives the same file, in whatever order its records come', () => {
  const { rounds, votes, attendees } = riet
  const write = (records: typeof riet.records): string =>
    JSON.stringify(writeBoardFile({ room, exportedAt, records, setAside: [], rounds, votes, attendees }))
  expect(write([...riet.records].reverse())).toBe(write(riet.records))
})

test('[IX9] voters travel as roles: no name leaves the room, and none who did not vote', () => {
  const { records, rounds, votes } = riet
  const attendees = [
    ...riet.attendees.map((each) => ({ ...each, name: 'Fatima Bakker' })),
    { id: riet.attendees[0]?.id ?? votes[0]?.participantId, role: 'facilitator', name: 'Fatima Bakker' } as const,
  ].filter((each): each is (typeof riet.attendees)[number] => each.id !== undefined)
  const written = writeBoardFile({
    room,
    exportedAt,
    records,
    setAside: [],
    rounds,
    votes: votes.slice(0, 1),
    attendees,
  })
  expect(JSON.stringify(written)).not.toContain('Fatima')
  expect(new Set(written.voters.map(({ id }) => id))).toEqual(new Set([votes[0]?.participantId]))
  expect(
    read(file())
      .attendees.slice(0, 2)
      .map(({ name }) => name),
  ).toEqual(['Inwoner 1', 'Inwoner 2'])
})

describe('what is not a board file', () => {
  test.each<[string, unknown, BoardFileReading]>([
    ['nothing', null, refused({ code: 'wrong-format', fields: ['schema'] })],
    ['a text', 'klantreis.board/1', refused({ code: 'wrong-format', fields: ['schema'] })],
    ['a list', [], refused({ code: 'wrong-format', fields: ['schema'] })],
    ['a demo file', rietJson, refused({ code: 'wrong-format', fields: ['schema'] })],
    [
      'a later version',
      file({ schema: 'klantreis.board/2' } as unknown as Partial<BoardFile>),
      refused({ code: 'unknown-version', version: 'klantreis.board/2', known: ['klantreis.board/1'] }),
    ],
    [
      'a title of 10,000 characters and a day that is none',
      file({ room: { ...room, title: 'a'.repeat(10_000), date: '2026-02-30' } }),
      refused({ code: 'wrong-format', fields: ['room.title', 'room.date'] }),
    ],
    [
      'too many records',
      file({ records: Array.from({ length: 4000 }, () => null), setAside: Array.from({ length: 1001 }, () => null) }),
      refused({ code: 'too-many', records: 5001, limit: 5000 }),
    ],
    [
      'records that are no list',
      { ...asObject(file()), records: {} },
      refused({ code: 'wrong-format', fields: ['records'] }),
    ],
    [
      'votes of nobody',
      file({ voters: [] }),
      refused({ code: 'wrong-format', fields: riet.votes.map((_, at) => `votes.${at}.participantId`) }),
    ],
    [
      'votes in no round',
      file({ rounds: [], votes: riet.votes.slice(0, 1) }),
      refused({ code: 'wrong-format', fields: ['votes.0.roundId'] }),
    ],
  ])('[IX10] %s is refused with the reason', (_name, json, expected) => {
    expect(readBoardFile(json)).toEqual(expected)
  })

  test('[IX10] as many records as a room takes are read', () => {
    const records = Array.from({ length: 5000 }, (_, at) => ({ ...riet.records[0], id: `shape:n${at}` }))
    expect(read(file({ records })).records).toHaveLength(5000)
  })
})

describe('records that do not hold', () => {
  const good = riet.records[0]
  const step = riet.records.find(({ type }) => type === 'touchpoint')
  const twin = { ...good, name: 'Nog een keer' }
  const odd = { ...step, id: 'shape:odd', waitDays: 'lang', geometry: [0, 0] }
  const forbidden: unknown = JSON.parse('{"id":"shape:proto","type":"group","extra":{"__proto__":{"a":1}}}')

  test('[IX11] are set aside alone, by id and with the reason; all others are read', () => {
    const hologram = { ...good, id: 'shape:new', type: 'hologram' }
    const { records, setAside } = read(file({ records: [good, twin, odd, hologram, 7, { id: 'x y' }, forbidden] }))
    expect(records).toEqual([good])
    expect(setAside).toEqual([
      { id: good?.id, reason: 'double', fields: ['id'], raw: twin },
      { id: 'shape:odd', reason: 'invalid', fields: ['geometry', 'waitDays'], raw: odd },
      { id: 'shape:new', reason: 'unknown-kind', fields: ['type'], raw: hologram },
      { id: 'records.4', reason: 'not-a-record', fields: ['id'], raw: 7 },
      { id: 'x y', reason: 'unknown-id', fields: [], raw: { id: 'x y' } },
      { id: 'shape:proto', reason: 'invalid', fields: [], raw: forbidden },
    ])
  })

  test('[IX11] so is one that is nested without end', () => {
    const deep: unknown = JSON.parse(
      `{"id":"shape:deep","type":"group","extra":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    )
    const { records, setAside } = read({ ...asObject(file()), records: [good, deep] })
    expect(records).toEqual([good])
    expect(setAside.map(({ id, reason }) => [id, reason])).toEqual([['shape:deep', 'invalid']])
  })

  test('[IX11] what a board set aside travels as it is, and is judged anew where it is read', () => {
    const board = new BoardDocument(new Y.Doc())
    Y.applyUpdate(board.doc, seedUpdate())
    const odd2 = { type: 'idea', title: new Y.Text('Bel eerst'), index: 'a1', geometry: 'here', status: 'proposed' }
    board.transact(() => {
      board.records.set('shape:odd', new Y.Map<FieldValue>(Object.entries(odd2)))
    }, 'test')
    const raw = rawRecords(board, readBoard(board).quarantined)
    expect(raw).toEqual([{ ...odd2, id: 'shape:odd', title: 'Bel eerst' }])
    expect(read(file({ setAside: raw })).setAside).toMatchObject([{ id: 'shape:odd', reason: 'invalid', raw: raw[0] }])
    const repaired = { ...step, id: 'shape:odd' }
    expect(read(file({ setAside: [repaired] })).records).toContainEqual(repaired)
  })
})

function refused(problem: unknown): BoardFileReading {
  return { ok: false, problems: [problem] } as BoardFileReading
}

function asObject(json: unknown): object {
  return typeof json === 'object' && json !== null ? json : {}
}
