import { expect, test } from 'vitest'
import rietJson from '../../demo/demo-riet.json' with { type: 'json' }
import yonasJson from '../../demo/demo-yonas.json' with { type: 'json' }
import type { ShapeId } from '../ids/recordId.ts'
import { changeBetween, type MapChange } from '../journey/map/MapChange.ts'
import type { MapCell } from '../journey/map/MapGrid.ts'
import type { MapState } from '../journey/map/MapState.ts'
import { tidyCells } from '../journey/map/tidyCells.ts'
import { isShape } from '../records/recordClass.ts'
import type { BoardRecord, ShapeOf } from '../records/recordKinds.ts'
import { RandomSource } from '../testing/RandomSource.ts'
import { randomDemo } from '../testing/randomDemo.ts'
import { contentOfDemo } from './demoContent.ts'
import { Demo } from './demoSchema.ts'

const demos: [string, Demo][] = [
  ['Riet', Demo.parse(rietJson)],
  ['Yonas', Demo.parse(yonasJson)],
  ...Array.from({ length: 60 }, (_, at): [string, Demo] => [
    `a random one, seed ${at + 1}`,
    randomDemo(new RandomSource(at + 1)),
  ]),
]

/** The maps of a demo as they come on the board. */
function mapsOf(records: readonly BoardRecord[]): MapState[] {
  const shapes = records.filter(isShape)
  const targetsOf = (id: ShapeId): ShapeId[] =>
    records.flatMap((record) => (record.type === 'belongs_to' && record.fromId === id ? [record.toId] : []))
  return shapes
    .filter((shape): shape is ShapeOf<'journey'> => shape.type === 'journey')
    .map((journey) => {
      const children = shapes.filter(({ parentId }) => parentId === journey.id)
      const boxOf = ({ id, geometry: [x, y, , w, h] }: (typeof shapes)[number]) => ({ id, x, y, w, h })
      return {
        ...boxOf(journey),
        lanes: journey.lanes,
        lanesFrom: journey.lanesFrom,
        phases: children.flatMap((shape) => (shape.type === 'phase' ? [{ ...boxOf(shape), order: shape.order }] : [])),
        curves: children.filter(({ type }) => type === 'curve').map(boxOf),
        cards: children
          .filter(({ type }) => type !== 'phase' && type !== 'curve')
          .map((shape) => ({ ...boxOf(shape), role: 'card', laneKey: null, belongsTo: targetsOf(shape.id) })),
      }
    })
}

const noChange: MapChange = { journey: null, phases: [], cards: [], curves: [] }

test.each(demos)('[MP2] %s comes on the board tidy: tidying any cell of it changes nothing', (_name, demo) => {
  for (const map of mapsOf(contentOfDemo(demo).records)) {
    const cells = map.phases.flatMap(({ id }) => map.lanes.map(({ key }): MapCell => ({ phaseId: id, laneKey: key })))
    for (const cell of cells) expect([cell, changeBetween(map, tidyCells(map, [cell]))]).toEqual([cell, noChange])
  }
})
