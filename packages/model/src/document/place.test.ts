import { expect, test } from 'vitest'
import { PageId, ShapeId, type RecordId } from '../ids/recordId.ts'
import type { BoardRecord, BoardShape } from '../records/recordKinds.ts'
import { Places, sizeOf } from './place.ts'
import { judgeRecord } from './read.ts'

function placesOf(shapes: Readonly<Record<string, Readonly<Record<string, unknown>>>>): {
  places: Places
  shape: (id: string) => BoardShape
} {
  const records = new Map<RecordId, BoardRecord>()
  for (const [id, fields] of Object.entries({ 'page:p': { type: 'page', name: '' }, ...shapes })) {
    const read = judgeRecord(id, { parentId: 'page:p', index: 'a1', geometry: [0, 0, 0, 0, 0], ...fields })
    if (!read.ok) throw new Error(`${id}: ${read.quarantined.fields.join()}`)
    records.set(read.record.id, read.record)
  }
  const places = new Places(records)
  return {
    places,
    shape: (id) => {
      const found = places.shape(ShapeId.parse(id))
      if (found === null) throw new Error(`${id} is not there`)
      return found
    },
  }
}

const turned = {
  'shape:frame': { type: 'frame', geometry: [100, 50, Math.PI / 2, 400, 400] },
  'shape:group': { type: 'group', parentId: 'shape:frame', geometry: [10, 20, -Math.PI / 4, 0, 0] },
  'shape:idea': { type: 'idea', parentId: 'shape:group', geometry: [30, 40, 1, 60, 80] },
}

test('[AX305] a position on the page adds up all parents, rotation included', () => {
  const { places, shape } = placesOf(turned)
  const corner = places.onPage(shape('shape:group'), { x: 0, y: 0 })
  expect(corner.x).toBeCloseTo(80)
  expect(corner.y).toBeCloseTo(60)
  expect(places.pageOf(shape('shape:idea'))).toBe(PageId.parse('page:p'))
})

test('[AX305] a point of the page comes back as it was from the coordinates of any shape', () => {
  const { places, shape } = placesOf(turned)
  const idea = shape('shape:idea')
  const there = places.within(idea, places.onPage(idea, { x: 12, y: -7 }))
  expect(there.x).toBeCloseTo(12)
  expect(there.y).toBeCloseTo(-7)
  const centre = places.within(idea, places.centre(idea))
  expect([centre.x, centre.y]).toEqual([expect.closeTo(30), expect.closeTo(40)])
})

test('[AX305] a parent that is gone, and parents that stand on each other, end the chain', () => {
  const { places, shape } = placesOf({
    'shape:orphan': { type: 'idea', parentId: 'shape:gone' },
    'shape:a': { type: 'frame', parentId: 'shape:b', geometry: [1, 0, 0, 9, 9] },
    'shape:b': { type: 'frame', parentId: 'shape:a', geometry: [2, 0, 0, 9, 9] },
  })
  expect(places.pageOf(shape('shape:orphan'))).toBeNull()
  expect(places.pageOf(shape('shape:a'))).toBeNull()
  expect(places.onPage(shape('shape:a'), { x: 0, y: 0 })).toEqual({ x: 3, y: 0 })
})

test('[AX305] notes and texts without a stored size are as large as the canvas draws them', () => {
  const { shape } = placesOf({
    'shape:note': { type: 'note', scale: 2, growY: 30 },
    'shape:text': { type: 'text', geometry: [0, 0, 0, 90, 0], richText: { type: 'doc', content: [{}, {}] } },
    'shape:geo': { type: 'geo', geometry: [0, 0, 0, 90, 40], growY: 10 },
    'shape:sized': { type: 'note', geometry: [0, 0, 0, 120, 90] },
  })
  expect(sizeOf(shape('shape:note'))).toEqual({ w: 400, h: 460 })
  expect(sizeOf(shape('shape:text'))).toEqual({ w: 90, h: 2 * 24 * 1.35 })
  expect(sizeOf(shape('shape:geo'))).toEqual({ w: 90, h: 50 })
  expect(sizeOf(shape('shape:sized'))).toEqual({ w: 120, h: 90 })
})

test('[AX305] the hold of an arrow’s end, which is of type `arrow` as well, has no place', () => {
  const arrow = judgeRecord('shape:arrow', {
    type: 'arrow',
    parentId: 'page:p',
    index: 'a1',
    geometry: [0, 0, 0, 0, 0],
  })
  const hold = judgeRecord('binding:hold', {
    type: 'arrow',
    fromId: 'shape:arrow',
    toId: 'shape:arrow',
    terminal: 'start',
    // Of a newer version, or of nobody's: it makes no shape of it.
    parentId: 'page:p',
  })
  if (!arrow.ok || !hold.ok) throw new Error('both can be read')
  const records = new Map([arrow.record, hold.record].map((record) => [record.id, record]))
  const places = new Places(records)
  expect(places.shape(hold.record.id)).toBe(null)
  expect(places.shape(arrow.record.id)).toBe(arrow.record)
})
