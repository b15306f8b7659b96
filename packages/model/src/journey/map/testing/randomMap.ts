import fc from 'fast-check'
import { ShapeId } from '../../../ids/recordId.ts'
import type { LaneKey } from '../../../records/enumerations.ts'
import type { MapCard, MapPhase, MapState } from '../MapState.ts'

const laneKeys: readonly LaneKey[] = ['touchpoints', 'experience', 'quotes', 'pain_points', 'ideas', 'backstage']

const id = (name: string): ShapeId => ShapeId.parse(`shape:${name}`)

interface MapOptions {
  /** Whether phases may overlap, have no width and lie anywhere, and cards have any size and broken places. */
  readonly wild?: boolean
}

/** Maps of up to five phases, six lanes and twenty things that stand anywhere on and around them. */
export function anyMap({ wild = false }: MapOptions = {}): fc.Arbitrary<MapState> {
  const width = wild ? fc.integer({ min: 0, max: 900 }) : fc.integer({ min: 224, max: 900 })
  const lane = fc.record({ key: fc.constantFrom(...laneKeys), h: fc.integer({ min: 20, max: 400 }) })
  const phase = fc.record({
    w: width,
    gap: wild ? fc.integer({ min: -300, max: 100 }) : fc.integer({ min: 0, max: 60 }),
  })
  return fc
    .record({
      lanes: wild
        ? fc.array(lane, { maxLength: 7 })
        : fc.uniqueArray(lane, { minLength: 1, maxLength: 6, selector: ({ key }) => key }),
      lanesFrom: fc.integer({ min: 0, max: 80 }),
      phases: fc.array(phase, { minLength: wild ? 0 : 1, maxLength: 5 }),
      cards: fc.array(anyCard(wild), { maxLength: 20 }),
      extra: fc.integer({ min: 0, max: 200 }),
      orders: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }),
    })
    .map(({ lanes, lanesFrom, phases, cards, extra, orders }) => {
      let x = 0
      const columns = phases.map(({ w, gap }, at): MapPhase => {
        const column = { id: id(`p${at}`), x, w, order: orders[at] ?? at }
        x += w + gap
        return column
      })
      const h = lanes.reduce((sum, each) => sum + each.h, lanesFrom)
      const w = Math.max(x, 0) + extra
      return {
        w,
        h,
        lanes,
        lanesFrom,
        phases: columns,
        cards: cards.map(({ belongsTo, at, ...card }, number): MapCard => {
          // On one map most stand on it, some beside it.
          const [left, top] = [at.x * (w + 200) - 100, at.y * (h + 100) - 50]
          const place = wild ? { x: left, y: top } : { x: Math.round(left), y: Math.round(top) }
          return { ...card, ...place, id: id(`c${number}`), belongsTo: belongsTo.map((other) => id(`c${other}`)) }
        }),
        curves: lanes.some(({ key }) => key === 'experience')
          ? [{ id: id('curve'), x: 0, y: lanesFrom, w, h: 180 }]
          : [],
      }
    })
}

function anyCard(wild: boolean) {
  const side = wild ? fc.double({ min: 0, max: 1000, noNaN: true }) : fc.integer({ min: 140, max: 260 })
  return fc.record({
    role: fc.constantFrom('card', 'card', 'card', 'card', 'free', 'loose'),
    laneKey: fc.constantFrom(...laneKeys, null),
    w: wild ? side : fc.constantFrom(200, 200, 200, 420),
    h: side,
    at: fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) }),
    belongsTo: fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 2 }),
  })
}
