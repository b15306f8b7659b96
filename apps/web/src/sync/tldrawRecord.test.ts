import { equalityDeep } from 'lib0/function'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ShapeId, BindingId } from '@samenreis/model/ids/recordId'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { bindingKinds } from '@samenreis/model/records/binding'
import { shapeKinds, type BoardRecord, type ShapeType } from '@samenreis/model/records/recordKinds'
import { changedFields, roundedGeometry, toCanvas, toFields, withFields, type SharedRecord } from './tldrawRecord.ts'

const coordinate = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
const length = fc.double({ min: 1, max: 1e5, noNaN: true }).map((value) => value + 0)
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/)
const meta = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.string(), fc.boolean(), fc.constant(null)))

function shapes(type: ShapeType): fc.Arbitrary<BoardRecord> {
  const { defaults, size } = shapeKinds[type]
  const fields = fc.record(
    Object.fromEntries(Object.keys(defaults).map((name) => [name, fc.jsonValue({ maxDepth: 2 })])),
  )
  return fc
    .record({
      id: id.map((part) => ShapeId.parse(`shape:${part}`)),
      parentId: fc.oneof(
        fc.constant(FIRST_PAGE_ID),
        id.map((part) => ShapeId.parse(`shape:${part}`)),
      ),
      index: fc.constantFrom('a1', 'a2V', 'Zz'),
      isLocked: fc.boolean(),
      opacity: fc.double({ min: 0, max: 1, noNaN: true }),
      meta,
      fields,
      place: fc.tuple(coordinate, coordinate, coordinate, length, length),
    })
    .map(({ fields: values, place: [x, y, rotation, w, h], ...envelope }) => {
      const geometry = [x, y, rotation, size.w > 0 ? w : 0, size.h > 0 ? h : 0]
      return { ...envelope, ...values, type, geometry } as unknown as BoardRecord
    })
}

const backAndForth = (record: BoardRecord): unknown => ({ ...toFields(toCanvas(record)), id: record.id })

for (const type of Object.keys(shapeKinds) as ShapeType[]) {
  test(`[BD1] a ${type} goes to the canvas and comes back equal`, () => {
    fc.assert(
      fc.property(shapes(type), (record) => equalityDeep(backAndForth(record), record)),
      { numRuns: 50 },
    )
  })
}

test('[BD1] bindings and pages go to the canvas and come back equal', () => {
  const ends = { fromId: ShapeId.parse('shape:a'), toId: ShapeId.parse('shape:b'), meta: { note: 'x' } }
  const records: BoardRecord[] = [
    bindingKinds.belongs_to.parse({ ...ends, id: BindingId.parse('binding:b'), type: 'belongs_to' }),
    bindingKinds.arrow.parse({
      ...ends,
      id: BindingId.parse('binding:a'),
      type: 'arrow',
      terminal: 'end',
      normalizedAnchor: { x: 0.25, y: 0.5 },
      isExact: true,
      isPrecise: false,
      snap: 'edge',
    }),
    { id: FIRST_PAGE_ID, type: 'page', name: 'Bord', index: 'a1', meta: { colour: 'blue' } },
  ]
  for (const record of records) expect(backAndForth(record)).toEqual(record)
})

test('[BD1] a field of a newer version stays in the document and is never written as gone', () => {
  const [record] = fc.sample(shapes('card'), { numRuns: 1, seed: 1 })
  const newer = { ...record, mood: 'sunny' } as unknown as BoardRecord
  expect(Object.keys(toFields(toCanvas(newer)))).not.toContain('mood')
})

test('[BD3] only what differs is named, place and size as one field', () => {
  const [record] = fc.sample(shapes('card'), { numRuns: 1, seed: 2 })
  if (record === undefined) throw new Error('no sample')
  const shape = toCanvas(record)
  const moved = { ...shape, x: 7, props: { ...(shape as { props: object }).props, w: 9, reason: 'omdat' } }
  expect([...changedFields(shape, moved as unknown as SharedRecord)].sort()).toEqual(['geometry', 'reason'])
})

test('[BD3] taking over equal fields changes nothing, and keeps the record itself', () => {
  const [record] = fc.sample(shapes('persona'), { numRuns: 1, seed: 3 })
  if (record === undefined) throw new Error('no sample')
  const shape = toCanvas(record)
  expect(withFields(shape, toCanvas(structuredClone(record)), () => true, equalityDeep)).toBe(shape)
})

test('[BD6] places are whole pixels in a gesture, hundredths at its end, and never outside the board', () => {
  expect(roundedGeometry([1.2345, -0.001, 0.1234567891, 200.555, 1e9], 'pixel')).toEqual([1, 0, 0.123, 201, 1e6])
  expect(roundedGeometry([1.2345, -2.005, 0.1234567891, 200.555, 0], 'hundredth')).toEqual([
    1.23, -2, 0.123457, 200.56, 0,
  ])
})
