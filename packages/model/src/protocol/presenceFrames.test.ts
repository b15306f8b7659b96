import * as decoding from 'lib0/decoding'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ParticipantId } from '../ids/participantId.ts'
import { Crowd } from './Crowd.ts'
import { decodeServerMessage, encodeMove, encodeServerMessage, messageTypes } from './messages.ts'
import type { Presence } from './presence.ts'
import {
  changedPresence,
  CURSOR_MOVED,
  presenceChange,
  readChange,
  type PresenceChange,
  type PresenceNews,
} from './presenceFrames.ts'
import { MOVES_PER_SECOND_MAX, presenceIntervalMs } from './presenceInterval.ts'

const pixel = fc.integer({ min: -1_000_000, max: 1_000_000 })
const id = fc.string({ maxLength: 80 })
const presence: fc.Arbitrary<Presence> = fc.record(
  {
    c: fc.tuple(pixel, pixel),
    g: id,
    s: fc.array(id, { maxLength: 50 }),
    e: fc.string({ maxLength: 120 }),
    l: fc.array(pixel, { maxLength: 200 }),
  },
  { requiredKeys: [] },
)

/** Body of a move frame, behind its type. */
function bodyOf(frame: Uint8Array): decoding.Decoder {
  const decoder = decoding.createDecoder(frame)
  expect(decoding.readVarUint(decoder)).toBe(messageTypes.move)
  return decoder
}

/** The news as a client reads it from the wire. */
function told(news: PresenceNews): PresenceNews {
  const decoder = decoding.createDecoder(encodeServerMessage({ type: 'presence', presence: news }))
  const message = decodeServerMessage(decoding.readVarUint(decoder), decoder)
  if (message?.type !== 'presence') throw new Error('The news cannot be read')
  return message.presence
}

test('[PV1] any presence becomes any other by what changed, over the wire', () => {
  fc.assert(
    fc.property(presence, presence, (before, after) => {
      const change = presenceChange(before, after)
      if (change === null) return expect(after).toEqual(before)
      const decoder = bodyOf(encodeMove(change))
      const read = readChange(decoder)
      expect(decoding.hasContent(decoder)).toBe(false)
      expect(changedPresence(before, read as PresenceChange)).toEqual(after)
    }),
  )
  expect(readChange(bodyOf(encodeMove(null)))).toBe('hidden')
})

test('[PV1] a cursor that moves on a board of 8,000 pixels costs six bytes, for who moves it and for each who sees it', () => {
  expect(encodeMove({ keys: CURSOR_MOVED, values: { c: [8000, -8000] } }).byteLength).toBeLessThanOrEqual(6)
  const nothing = { whole: false, intervalMs: 50, left: [], came: [], moved: [], changed: [] }
  const size = (count: number): number => {
    const moved = Array.from({ length: count }, (_, connection) => ({ connection, cursor: [8000, -8000] as const }))
    return encodeServerMessage({ type: 'presence', presence: { ...nothing, moved } }).byteLength
  }
  expect((size(100) - size(0)) / 100).toBeLessThanOrEqual(5.01)
  expect((size(1000) - size(0)) / 1000).toBeLessThanOrEqual(6)
})

test('[PV2] a change that says something twice, nothing, or something that does not hold is none', () => {
  const reads = (...bytes: number[]): unknown => readChange(decoding.createDecoder(Uint8Array.from(bytes)))
  expect(reads(0)).toBeNull()
  // The cursor is set and taken away; a key that there is not.
  expect(reads(33, 1, 1)).toBeNull()
  expect(reads(0x80, 0x10, 1)).toBeNull()
  const long = { keys: 8, values: { e: 'x'.repeat(121) } }
  expect(readChange(bodyOf(encodeMove(long)))).toBeNull()
  const many = { keys: 4, values: { s: Array.from({ length: 51 }, () => 'shape:a') } }
  expect(() => readChange(bodyOf(encodeMove(many)))).toThrow(RangeError)
})

test('[PV3] a crowd is what came, moved and changed, without who left; a whole telling replaces all of it', () => {
  const crowd = new Crowd()
  const [nora, ben] = [ParticipantId.parse('pa_nora'), ParticipantId.parse('pa_ben')]
  const nothing = { whole: false, intervalMs: 50, left: [], came: [], moved: [], changed: [] }
  const took = (news: Partial<PresenceNews>) => crowd.take(told({ ...nothing, ...news }))
  expect(took({ came: [{ connection: 1, participantId: nora, state: { c: [1, 1], e: 'shape:a.title' } }] })).toEqual({
    shown: new Set([1]),
    gone: new Set(),
  })
  took({
    moved: [
      { connection: 1, cursor: [-5, 700] },
      { connection: 2, cursor: [9, 9] },
    ],
  })
  expect([...crowd.present]).toEqual([[1, { participantId: nora, state: { c: [-5, 700], e: 'shape:a.title' } }]])
  const { keys, values } = presenceChange({ e: 'shape:a.title' }, { s: ['shape:b'] }) as PresenceChange
  took({ changed: [{ connection: 1, change: { keys, values } }] })
  expect(crowd.present.get(1)?.state).toEqual({ c: [-5, 700], s: ['shape:b'] })
  // Her number goes to somebody else in one telling.
  expect(took({ left: [1], came: [{ connection: 1, participantId: ben, state: {} }] })).toEqual({
    shown: new Set([1]),
    gone: new Set(),
  })
  expect(crowd.present.get(1)).toEqual({ participantId: ben, state: {} })
  expect(took({ whole: true, came: [{ connection: 4, participantId: nora, state: {} }] }).gone).toEqual(new Set([1]))
  expect([...crowd.present.keys()]).toEqual([4])
})

test('[PV4] twenty moves a second for ten people, fewer as the crowd grows, and never more than 1,000 a second for anybody', () => {
  expect([0, 1, 10, 40, 80, 300, 400, 1000].map(presenceIntervalMs)).toEqual([50, 50, 50, 200, 400, 400, 400, 1000])
  for (let people = 1; people <= 2000; people += 1) {
    expect((people * 1000) / presenceIntervalMs(people)).toBeLessThanOrEqual(MOVES_PER_SECOND_MAX)
    expect(presenceIntervalMs(people + 1)).toBeGreaterThanOrEqual(presenceIntervalMs(people))
  }
})
