import { describe, expect, test } from 'vitest'
import { Places } from '../document/place.ts'
import type { ShapeId } from '../ids/recordId.ts'
import type { BoardShape, ShapeOf } from '../records/recordKinds.ts'
import { RandomSource } from '../testing/RandomSource.ts'
import { randomDemo } from '../testing/randomDemo.ts'
import { cardHeight, type LaneShape } from './cardHeight.ts'
import { contentOfDemo } from './demoContent.ts'
import { shapeIdOf } from './demoRecords.ts'
import type { Demo } from './demoSchema.ts'
import { indexKey } from './indexKey.ts'
import { laneOf } from './journeyLayout.ts'
import { shippedDemo } from './shippedDemos.ts'
import { alignColumns, type KeyedColumn } from '../journey/map/alignColumns.ts'
import { isShape } from '../records/recordClass.ts'

const demos: [string, Demo][] = [
  ['Riet, on paper and lived', shippedDemo('demo-riet')],
  ['Yonas', shippedDemo('demo-yonas')],
  ['the session that stands ready', shippedDemo('demo-session')],
  ...Array.from({ length: 60 }, (_, at): [string, Demo] => [
    `a random one, seed ${at + 1}`,
    randomDemo(new RandomSource(at + 1)),
  ]),
  ...Array.from({ length: 60 }, (_, at): [string, Demo] => [
    `a random one with its journeys in line, seed ${at + 1}`,
    inLine(new RandomSource(at + 1)),
  ]),
]

function keyedColumn({ id, key, order, geometry: [x, , , w] }: ShapeOf<'phase'>): KeyedColumn {
  return { id, key, x, w, order }
}

interface Box {
  readonly id: ShapeId
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

describe.each(demos)('the layout of %s', (_name, demo) => {
  const shapes = contentOfDemo(demo).records.filter(isShape)
  const places = new Places(new Map(shapes.map((shape) => [shape.id, shape])))
  const journeys = shapes.filter((shape): shape is ShapeOf<'journey'> => shape.type === 'journey')
  const cards = shapes.filter(isLaneShape)

  test('[IX5] no two things overlap: cards in a journey, things on the page', () => {
    const bands: BoardShape['type'][] = ['curve', 'arrow', 'phase']
    for (const parent of ['page:board', ...journeys.map(({ id }) => id)]) {
      const here = shapes.filter((shape) => shape.parentId === parent && !bands.includes(shape.type)).map(boxOf)
      const clashes = here.flatMap((one, at) =>
        here.slice(at + 1).flatMap((other) => (overlap(one, other) ? [`${one.id} ${other.id}`] : [])),
      )
      expect(clashes).toEqual([])
    }
  })

  test('[IX5] every card in a journey has its centre in its own lane and in the column of its step’s phase', () => {
    for (const journey of journeys) {
      const phases = shapes.filter((shape) => shape.type === 'phase' && shape.parentId === journey.id)
      for (const card of cards.filter(({ parentId }) => parentId === journey.id)) {
        const { left, right, top, bottom } = boxOf(card)
        expect([card.id, laneAt(journey, (top + bottom) / 2)]).toEqual([card.id, laneOf(card)])
        const columns = phases.filter(({ geometry: [x, , , w] }) => x <= left && right <= x + w).map(({ id }) => id)
        expect(columns).toHaveLength(1)
        const step = demo.touchpoints.find(({ id }) => shapeIdOf(id) === card.id)
        if (step !== undefined) expect(columns).toEqual([shapeIdOf(step.phaseId)])
      }
    }
  })

  test('[IX5] everything inside a journey lies within its bounds, its lanes fill it, and its phases are side by side', () => {
    for (const journey of journeys) {
      const [, , , w, h] = journey.geometry
      expect(journey.lanesFrom + journey.lanes.reduce((sum, lane) => sum + lane.h, 0)).toBe(h)
      for (const box of shapes.filter(({ parentId }) => parentId === journey.id).map(boxOf)) {
        expect(box.left >= 0 && box.top >= 0 && box.right <= w && box.bottom <= h, box.id).toBe(true)
      }
      const columns = shapes.filter((shape) => shape.type === 'phase' && shape.parentId === journey.id)
      if (columns.length > 0) expect(columns.reduce((sum, { geometry }) => sum + geometry[3], 0)).toBe(w)
    }
  })

  test('[IX5] every card that hangs on a step is on a journey, and its words fit', () => {
    const stepIds = new Set(demo.touchpoints.map(({ id }) => shapeIdOf(id)))
    const onJourney = new Set(cards.filter(({ parentId }) => parentId !== 'page:board').map(({ id }) => id))
    for (const { id, touchpointIds } of demo.painPoints) {
      expect(onJourney.has(shapeIdOf(id))).toBe(touchpointIds.some((step) => stepIds.has(shapeIdOf(step))))
    }
    for (const card of cards) expect(card.geometry[4]).toBeGreaterThanOrEqual(cardHeight(card))
  })

  test('[IX5] places and sizes are multiples of 4, and whatever is drawn later has a higher index', () => {
    for (const { geometry, type, id } of shapes) {
      if (type !== 'arrow') expect([id, ...geometry.map((value) => Math.abs(value % 4))]).toEqual([id, 0, 0, 0, 0, 0])
    }
    for (const parent of new Set(shapes.map(({ parentId }) => parentId))) {
      const keys = shapes.filter(({ parentId }) => parentId === parent).map(({ index }) => index)
      expect(keys).toEqual([...keys].sort())
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('[IX14] journeys with the same phases stand in line, and only twins stand below each other', () => {
    const keysOf = (id: string): string =>
      demo.phases
        .filter(({ journeyId }) => shapeIdOf(journeyId) === id)
        .toSorted((a, b) => a.order - b.order)
        .map(({ key }) => key)
        .join(' ')
    if (new Set(journeys.map(({ id }) => keysOf(id))).size !== 1) return
    const columnsOf = (id: ShapeId): number[][] =>
      shapes
        .filter((shape) => shape.type === 'phase' && shape.parentId === id)
        .map(({ geometry: [x, , , w] }) => [x, w])
        .toSorted(([a = 0], [b = 0]) => a - b)
    for (const { id, geometry } of journeys) {
      expect(columnsOf(id)).toEqual(columnsOf(journeys[0]?.id ?? id))
      expect(geometry[0]).toBe(journeys[0]?.geometry[0])
    }
    // What lines up journeys on the board finds nothing to do.
    const keyed = journeys.map(({ id }) =>
      shapes
        .filter((shape): shape is ShapeOf<'phase'> => shape.type === 'phase' && shape.parentId === id)
        .map(keyedColumn),
    )
    for (const [at, { columns }] of alignColumns(keyed).entries()) {
      const standing = (keyed[at] ?? []).map(({ id, x, w }) => ({ id, x, w })).toSorted((a, b) => a.x - b.x)
      expect(columns.map(({ id, x, w }) => ({ id, x, w }))).toEqual(standing)
    }
    const steps = shapes.filter((shape): shape is ShapeOf<'touchpoint'> => shape.type === 'touchpoint')
    const stepsOf = (id: ShapeId): ShapeOf<'touchpoint'>[] => steps.filter(({ parentId }) => parentId === id)
    const longest = journeys.toSorted((a, b) => stepsOf(b.id).length - stepsOf(a.id).length)[0]
    if (longest === undefined) return
    for (const step of steps.filter(({ parentId }) => parentId !== longest.id)) {
      for (const other of stepsOf(longest.id).filter(({ geometry }) => geometry[0] === step.geometry[0])) {
        const twins = step.sameAs === other.id || other.sameAs === step.id
        expect(twins || (step.sameAs !== null && step.sameAs === other.sameAs), `${step.id} ${other.id}`).toBe(true)
      }
    }
  })

  test('[IX5] the steps of a phase stand from left to right in their order', () => {
    for (const { id } of demo.phases) {
      const steps = demo.touchpoints.filter(({ phaseId }) => phaseId === id).toSorted((a, b) => a.order - b.order)
      const lefts = steps.map((step) => places.shape(shapeIdOf(step.id))?.geometry[0] ?? NaN)
      expect(lefts).toEqual(lefts.toSorted((a, b) => a - b))
      expect(new Set(lefts).size).toBe(lefts.length)
    }
  })

  test('[IX6] only cards that belong together stand so near that place would link them', () => {
    const linked = new Set(
      [
        ...demo.painPoints.map(({ id, touchpointIds }) => ({ id, belongsTo: touchpointIds })),
        ...demo.cards,
        ...demo.ideas,
      ].flatMap(({ id, belongsTo }) => belongsTo.map((to) => `${shapeIdOf(id)} ${shapeIdOf(to)}`)),
    )
    const near = (one: BoardShape, other: BoardShape): boolean =>
      one.parentId === other.parentId && Math.abs(places.centre(one).x - places.centre(other).x) <= 100
    for (const idea of cards.filter(({ type, parentId }) => type === 'idea' && parentId !== 'page:board')) {
      for (const other of cards.filter((each) => near(idea, each))) {
        if (other.type === 'pain-point') expect(linked).toContain(`${idea.id} ${other.id}`)
        if (laneOf(other) === 'consequences') expect(linked).toContain(`${other.id} ${idea.id}`)
      }
    }
  })
})

test('[IX5] index keys sort as strings in the order of their numbers', () => {
  const numbers = [1, 9, 10, 35, 36, 61, 62, 63, 3905, 3906, 200_000]
  const keys = numbers.map(indexKey)
  expect(keys).toEqual([...keys].sort())
  expect(new Set(keys).size).toBe(keys.length)
  expect(indexKey(1)).toBe('a1')
  expect(() => indexKey(0)).toThrow(RangeError)
  expect(() => indexKey(300_000)).toThrow(RangeError)
})

/** A random demo whose journeys all have the same three phases, and some of whose steps are twins. */
function inLine(random: RandomSource): Demo {
  const demo = randomDemo(random)
  const keys = ['awareness_orientation', 'first_contact', 'completion'] as const
  const phases = demo.journeys.flatMap(({ id: journeyId }) =>
    keys.map((key, order) => ({ id: `${journeyId}-${key}`, journeyId, key, order, title: '' })),
  )
  const ids = demo.touchpoints.map(({ id }) => id)
  const touchpoints = demo.touchpoints.flatMap((step) => {
    if (phases.length === 0) return []
    const others = ids.filter((id) => id !== step.id)
    const twin = others.length > 0 && random.chance(0.6) ? { sameAs: random.pick(others) } : {}
    return [{ ...step, phaseId: random.pick(phases).id, ...twin }]
  })
  return { ...demo, phases, touchpoints }
}

function isLaneShape(shape: BoardShape): shape is LaneShape {
  return ['touchpoint', 'pain-point', 'card', 'idea'].includes(shape.type)
}

function boxOf({ id, geometry: [x, y, , w, h] }: BoardShape): Box {
  return { id, left: x, top: y, right: x + w, bottom: y + h }
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

function laneAt({ lanes, lanesFrom }: ShapeOf<'journey'>, y: number): string | null {
  let top = lanesFrom
  for (const { key, h } of lanes) {
    if (y >= top && y < top + h) return key
    top += h
  }
  return null
}
