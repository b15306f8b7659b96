import { readBoard } from '@samenreis/model/document/read'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { isShapeType, shapeKinds } from '@samenreis/model/records/recordKinds'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { authorOf, changeOf, outcome, RoomAtHand } from '../support/RoomAtHand.ts'

const mallory = authorOf('mallory', { facilitates: true, claimsLeft: 100_000 })
const types = Object.keys(shapeKinds).filter(isShapeType)

/** Values that something stumbles over somewhere. */
const odd = fc.constantFrom<unknown>(
  '__proto__',
  'constructor',
  '\uD800',
  'x\u0000y',
  '\u202Egekeerd',
  'javascript:alert(1)',
  1e308,
  -1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  2 ** 53,
  null,
  true,
  [],
  [[[[]]]],
  {},
  [{ constructor: { prototype: { hacked: true } } }],
  JSON.parse('{"__proto__":{"hacked":true}}'),
  'x'.repeat(10_001),
  [1e308, 1e308, 0, 1, 1],
  [0, 0, Number.NaN, 1, 1],
  { x: Number.NEGATIVE_INFINITY },
)
const names = [
  '__proto__',
  'constructor',
  'toString',
  'type',
  'parentId',
  'index',
  'geometry',
  'meta',
  'opacity',
  'title',
  'text',
  'url',
  'extra',
] as const

/** A record that nearly holds: of a real kind, with a few fields that are odd, of a wrong sort, or not there. */
const nearRecord = fc.record({
  type: fc.constantFrom(...types),
  id: fc.constantFrom('shape:x', 'shape:y', 'binding:x', 'page:x', '__proto__', 'constructor', 'shape:\u0000', ''),
  changes: fc.array(
    fc.tuple(fc.constantFrom(...names), fc.oneof(odd, fc.constantFrom<unknown>('map', 'list', 'text', 'xml', 'gone'))),
    {
      maxLength: 3,
    },
  ),
  root: fc.constantFrom('records', 'records', 'records', 'records', 'hidden', 'meta'),
})

function sharedType(name: unknown, value: unknown): unknown {
  if (value === 'map') return new Y.Map([['hidden', 1]])
  if (value === 'list') return Y.Array.from(['hidden'])
  if (value === 'text') return new Y.Text(`hidden in ${String(name)}`)
  return value === 'xml' ? new Y.XmlText('hidden') : value
}

test('[RM9, F70, F76] records that nearly hold, from every kind: what is taken holds, nothing is hidden, no prototype changes', () => {
  const ends: Record<string, number> = {}
  fc.assert(
    fc.property(fc.array(nearRecord, { minLength: 1, maxLength: 3 }), (made) => {
      const room = new RoomAtHand()
      for (const { type, id, changes, root } of made) {
        const { defaults, texts } = shapeKinds[type]
        const place = {
          type,
          parentId: FIRST_PAGE_ID,
          index: 'a1',
          geometry: [0, 0, 0, 9, 9],
          isLocked: false,
          opacity: 1,
          meta: {},
        }
        const update = changeOf(room.copy(), ({ doc }) => {
          const fields = new Y.Map<unknown>()
          doc.getMap<unknown>(root).set(id, fields)
          for (const [name, value] of Object.entries({ ...defaults, ...place })) {
            fields.set(name, Object.hasOwn(texts, name) ? new Y.Text(String(value)) : value)
          }
          for (const [name, value] of changes) {
            if (value === 'gone') fields.delete(name)
            else fields.set(name, sharedType(name, value) as never)
          }
        })
        const before = room.bytes()
        const end = outcome(room.accept(update, mallory))
        ends[end] = (ends[end] ?? 0) + 1
        if (end !== 'accepted') expect(room.bytes()).toBe(before)
      }
      const { committed } = room.room
      const { records, quarantined } = readBoard(committed)
      expect(quarantined).toEqual([])
      // Everything in the document is a field of a record that people see: no other roots, no lists or maps inside, no pieces beside.
      expect([...committed.doc.share.keys()].toSorted()).toEqual(['meta', 'records'])
      expect(committed.meta.toJSON()).toEqual({ schemaVersion: 1 })
      expect(committed.records.size).toBe(records.size)
      for (const [, fields] of committed.records.entries()) {
        for (const [, value] of fields.entries())
          expect(value instanceof Y.AbstractType ? value.constructor : Y.Text).toBe(Y.Text)
      }
      for (const record of records.values()) {
        const numbers = JSON.stringify(record, (_key, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'WRONG' : value,
        )
        expect(numbers).not.toContain('WRONG')
        if ('geometry' in record)
          expect((record.geometry as number[]).every((each) => Math.abs(each) <= 1e6)).toBe(true)
      }
      expect(({} as Record<string, unknown>)['hacked']).toBeUndefined()
      expect(Object.prototype).not.toHaveProperty('hacked')
      room.room.destroy()
    }),
    { numRuns: Number(process.env['NEAR_RUNS'] ?? 600), seed: 70 },
  )
  expect(Math.min(ends['accepted'] ?? 0, ends['invalid-content'] ?? 0)).toBeGreaterThan(50)
})

test('[RM9, F72, F73] nothing that a server would fetch or keep for others is a record: no pictures, films, pages, links or files', () => {
  const room = new RoomAtHand()
  for (const type of ['image', 'video', 'embed', 'bookmark', 'asset', 'file']) {
    for (const id of ['shape:x', 'asset:x']) {
      const update = changeOf(room.copy(), ({ records }) => {
        const fields = {
          type,
          parentId: FIRST_PAGE_ID,
          index: 'a1',
          geometry: [0, 0, 0, 9, 9],
          url: 'http://169.254.169.254/',
          props: {},
        }
        records.set(id, new Y.Map<unknown>(Object.entries(fields)) as never)
      })
      expect([type, id, outcome(room.accept(update, mallory))]).toEqual([type, id, 'invalid-content'])
    }
  }
})
