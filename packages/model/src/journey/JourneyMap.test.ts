import { expect, test } from 'vitest'
import { Places } from '../document/place.ts'
import { judgeRecord } from '../document/read.ts'
import type { RecordId } from '../ids/recordId.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import { JourneyMap } from './JourneyMap.ts'

const lanes = [
  { key: 'touchpoints', h: 200 },
  { key: 'ideas', h: 100 },
]

/** Columns [0, 400), [400, 800) and one that overlaps the second from 700 on; lanes from 50 to 350, 20 below the stored size. */
function map(at: readonly number[] = [0, 0, 0, 800, 330]): JourneyMap {
  const phases = [0, 400, 700].map((x, i) => ({ x, id: `shape:p${i + 1}` }))
  const fields: Record<string, object> = {
    'page:p': { type: 'page', name: '', index: 'a1' },
    'shape:j': { type: 'journey', parentId: 'page:p', index: 'a1', geometry: at, lanes, lanesFrom: 50 },
  }
  for (const { x, id } of phases) {
    fields[id] = { type: 'phase', parentId: 'shape:j', index: 'a1', geometry: [x, 0, 0, 400, 48] }
  }
  const records = Object.entries(fields).map(([id, each]): [RecordId, BoardRecord] => {
    const read = judgeRecord(id, { ...each })
    if (!read.ok) throw new Error(`${id}: ${read.quarantined.fields.join()}`)
    return [read.record.id, read.record]
  })
  const shapes = records.map(([, record]) => record)
  const journey = shapes.find((record) => record.type === 'journey')
  if (journey?.type !== 'journey') throw new Error('no journey')
  return new JourneyMap(
    journey,
    shapes.filter((record) => record.type === 'phase'),
    new Places(new Map(records)),
  )
}

const column = (x: number, y: number) => {
  const hit = map().columnAt({ x, y })
  return hit === null ? null : [hit.column.phase.id.slice('shape:'.length), hit.how]
}

test('[AX304] columns are half-open: the left edge is in, the right edge out', () => {
  expect(column(0, 0)).toEqual(['p1', 'cell'])
  expect(column(399.9, 200)).toEqual(['p1', 'cell'])
  expect(column(400, 200)).toEqual(['p2', 'cell'])
})

test('[AX304] where columns overlap, the right-hand one', () => {
  expect(column(699, 200)).toEqual(['p2', 'cell'])
  expect(column(700, 200)).toEqual(['p3', 'cell'])
})

test('[AX304] outside, the nearest column within 60 px, in every direction; farther none', () => {
  expect(column(-60, 200)).toEqual(['p1', 'nearest'])
  expect(column(-61, 200)).toBeNull()
  expect(column(300, -60)).toEqual(['p1', 'nearest'])
  expect(column(300, 410)).toEqual(['p1', 'nearest'])
  expect(column(300, 411)).toBeNull()
  expect(column(1100, 200)).toEqual(['p3', 'nearest'])
  expect(column(-50, -50)).toBeNull()
})

test('[AX304] lanes are half-open bands; a near one does not count, and the header is none', () => {
  const lane = (x: number, y: number) => map().laneAt({ x, y })
  expect(lane(10, 49)).toBeNull()
  expect(lane(10, 50)).toBe('touchpoints')
  expect(lane(10, 250)).toBe('ideas')
  expect(lane(10, 349)).toBe('ideas')
  expect(lane(10, 350)).toBeNull()
  expect(lane(-1, 300)).toBeNull()
})

test('[AX304] the journey reaches as far as its columns and lanes, also when its stored size is smaller', () => {
  expect([map().width, map().height]).toEqual([1100, 350])
  expect(map().holds({ x: 1099, y: 349 })).toBe(true)
  expect(map().holds({ x: 1100, y: 349 })).toBe(false)
  expect(map().distanceTo({ x: 1130, y: 390 })).toBe(50)
})

test('[AX304] the dust of adding and subtracting places moves no centre over a line', () => {
  for (const x of [0.1, 0.7, 1000.3, 123_456.789]) {
    const hit = map([x, 0, 0, 800, 330]).columnAt({ x: x + 400, y: 100 })
    expect(hit?.column.phase.id).toBe('shape:p2')
  }
})
