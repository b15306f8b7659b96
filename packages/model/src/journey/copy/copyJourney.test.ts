import { expect, test } from 'vitest'
import { judgeRecord } from '../../document/read.ts'
import { ShapeId } from '../../ids/recordId.ts'
import { JourneyKind } from '../../records/enumerations.ts'
import type { Journey } from '../../records/journey.ts'
import type { Phase } from '../../records/phase.ts'
import { shapeKinds, type BoardRecord, type ShapeOf } from '../../records/recordKinds.ts'
import type { Touchpoint } from '../../records/touchpoint.ts'
import { RandomSource } from '../../testing/RandomSource.ts'
import { randomBoard } from '../../testing/randomBoard.ts'
import { copyJourney, type CopySource } from './copyJourney.ts'

const id = (name: string): ShapeId => ShapeId.parse(`shape:${name}`)
const at = { x: 100, y: 1200 }

function newIds(): () => ShapeId {
  let next = 0
  return () => id(`new${next++}`)
}

function record<Type extends 'journey' | 'phase' | 'touchpoint'>(
  type: Type,
  name: string,
  geometry: number[],
  fields: object = {},
): ShapeOf<Type> {
  const place = { type, parentId: type === 'journey' ? 'page:board' : 'shape:j', index: 'a1', geometry }
  const read = judgeRecord(`shape:${name}`, { ...place, ...fields })
  if (!read.ok) throw new Error(read.quarantined.fields.join())
  return read.record as ShapeOf<Type>
}

const lived: CopySource = {
  journey: record('journey', 'j', [0, 0, 0, 800, 888], {
    kind: 'individual',
    title: 'Mijn weg naar hulp',
    startMoment: 'het lukt niet meer',
    endMoment: 'vaste hulp',
    personaIds: [id('riet'), id('wim')],
    locked: true,
    layersLeft: ['policy'],
  }),
  phases: [
    record('phase', 'p1', [0, 0, 0, 400, 48], { title: 'Zoeken', key: 'awareness_orientation' }),
    record('phase', 'p2', [400, 0, 0, 400, 48], { title: 'Wachten', order: 1 }),
  ],
  steps: [
    record('touchpoint', 's1', [12, 60, 0, 200, 150], {
      title: 'Bellen met het loket',
      description: 'Drie keer',
      whyNeeded: 'Zo meldt men zich',
      source: 'Registratie 2025',
      requiredBy: 'law',
      channel: 'phone',
      desiredChannel: 'kitchen_table',
      initiator: 'client',
      relation: 'transaction',
      actorIds: [id('loket')],
      friction: ['retell_story'],
      waitDays: 12,
      handover: 'cold',
      seenByOrg: false,
      basis: 'lived',
      labels: ['geld'],
    }),
    record('touchpoint', 's2', [412, 500, 0, 200, 150], { title: 'Wachten', channel: 'none' }),
  ],
}
const made = (kind: JourneyKind, source = lived): CopySource => copyJourney(source, { kind, newId: newIds(), at })
const first = (kind: JourneyKind): Touchpoint | undefined => made(kind).steps[0]

test('[JC8] the copy stands beside its source: columns, words and steps at the same places, each step knowing its twin', () => {
  const { journey, phases, steps } = made('ideal')
  expect(journey).toMatchObject({
    kind: 'ideal',
    title: 'Mijn weg naar hulp',
    startMoment: 'het lukt niet meer',
    personaIds: [id('riet'), id('wim')],
    comparesWith: [id('j')],
    locked: false,
    layersLeft: [],
    parentId: 'page:board',
  })
  expect(journey.geometry.slice(0, 4)).toEqual([100, 1200, 0, 800])
  expect(journey.geometry[4]).toBe(journey.lanes.reduce((sum, { h }) => sum + h, journey.lanesFrom))
  expect(phases.map(({ geometry, title, key }) => [geometry[0], geometry[3], title, key])).toEqual([
    [0, 400, 'Zoeken', 'awareness_orientation'],
    [400, 400, 'Wachten', 'custom'],
  ])
  expect(steps.map(({ sameAs, parentId, geometry }) => [sameAs, parentId, geometry])).toEqual([
    [id('s1'), journey.id, [12, 60, 0, 200, 150]],
    // It stood in the lane of pain points: it comes into the lane of steps.
    [id('s2'), journey.id, [412, 60, 0, 200, 150]],
  ])
})

test('[JC9] the best journey takes over what happens, the wanted channel, and nothing of how it was', () => {
  expect(first('ideal')).toMatchObject({
    title: 'Bellen met het loket',
    description: 'Drie keer',
    channel: 'kitchen_table',
    desiredChannel: null,
    initiator: 'client',
    actorIds: [id('loket')],
    relation: 'transaction',
    labels: ['geld'],
    basis: 'assumption',
    source: '',
    friction: [],
    waitDays: null,
    handover: null,
    seenByOrg: true,
    whyNeeded: '',
    requiredBy: null,
  })
  expect(made('ideal').steps[1]?.channel).toBe('none')
})

test('[JC9] the joint journey begins with all that was lived', () => {
  const { id: _id, parentId: _parent, geometry: _place, sameAs, ...step } = first('joint') ?? {}
  const { id: _was, parentId: _stood, geometry: _there, sameAs: _none, ...source } = lived.steps[0] ?? {}
  expect(step).toEqual(source)
  expect(sameAs).toBe(id('s1'))
})

test('[JC9] on paper it is how it is meant; in every other kind it is asked anew, and nothing is claimed to be lived', () => {
  expect(first('shadow')).toMatchObject({
    basis: 'designed',
    source: '',
    friction: [],
    waitDays: null,
    whyNeeded: 'Zo meldt men zich',
  })
  expect(first('individual')).toMatchObject({ basis: 'assumption', friction: [], whyNeeded: '', channel: 'phone' })
  expect(first('employee')).toMatchObject({ basis: 'assumption', whyNeeded: 'Zo meldt men zich', requiredBy: 'law' })
  expect(made('individual').journey.personaIds).toEqual([id('riet')])
  expect(made('employee').journey).toMatchObject({ personaIds: [], startMoment: '', endMoment: '' })
})

test('[JC8] a folded or absent lane of steps, and a journey without phases, are no obstacle', () => {
  const folded = lived.journey.lanes.map((lane) =>
    lane.key === 'touchpoints' ? { ...lane, h: 40, foldedFrom: 260 } : lane,
  )
  const open = made('joint', { ...lived, journey: { ...lived.journey, lanes: folded } })
  expect(open.journey.lanes[0]).toEqual({ key: 'touchpoints', h: 260 })
  expect(open.steps[0]?.geometry[1]).toBe(60)
  const bare = made('employee', { journey: { ...lived.journey, lanes: [] }, phases: [], steps: [] })
  expect(bare.journey.geometry[3]).toBe(2000)
})

const ofType = <Type extends 'journey' | 'phase' | 'touchpoint'>(board: readonly BoardRecord[], type: Type) =>
  board.filter((each): each is ShapeOf<Type> => each.type === type)

test.each(Array.from({ length: 60 }, (_, seed) => seed))('[JC8] any journey can be copied (seed %i)', (seed) => {
  const random = new RandomSource(seed)
  const board = randomBoard(random, 60)
  const journey: Journey | undefined = ofType(board, 'journey')[0]
  if (journey === undefined) throw new Error('no journey')
  const phases: Phase[] = ofType(board, 'phase')
  const source: CopySource = { journey, phases, steps: ofType(board, 'touchpoint') }
  const before = structuredClone(source)
  for (const kind of JourneyKind.options) {
    const copy = made(kind, source)
    const all = [copy.journey, ...copy.phases, ...copy.steps]
    expect(new Set(all.map((each) => each.id)).size).toBe(all.length)
    for (const each of all) expect(shapeKinds[each.type].schema.safeParse(each).success, each.type).toBe(true)
    expect(copy.steps.map(({ sameAs }) => sameAs)).toEqual(source.steps.map((step) => step.id))
    expect(copy.phases.map(({ geometry }) => geometry[0])).toEqual(phases.map(({ geometry }) => geometry[0]))
  }
  expect(source).toEqual(before)
})
