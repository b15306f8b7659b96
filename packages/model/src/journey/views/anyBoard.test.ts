import { describe, expect, test } from 'vitest'
import type { RecordId, ShapeId } from '../../ids/recordId.ts'
import { ParticipantId } from '../../ids/participantId.ts'
import { isShape } from '../../records/recordClass.ts'
import { shapeKinds, type BoardRecord, type BoardShape } from '../../records/recordKinds.ts'
import { applyChanges, changedRecords } from '../../testing/changedRecords.ts'
import { everyQuestion } from '../../testing/everyView.ts'
import { id, record } from '../../testing/plainBoard.ts'
import { randomBoard } from '../../testing/randomBoard.ts'
import { randomField } from '../../testing/randomShape.ts'
import { RandomSource } from '../../testing/RandomSource.ts'
import { WorkshopSteps } from '../../testing/WorkshopSteps.ts'
import { viewOf } from '../../testing/viewOf.ts'
import { DerivedViews } from './DerivedViews.ts'
import type { ViewReads } from './View.ts'

const seeds = Array.from({ length: 25 }, (_, at) => at + 1)

/** A random board with a curve of either side over any of its steps: random references alone hardly ever meet. */
function boardOf(random: RandomSource): BoardRecord[] {
  const records = randomBoard(random, 90)
  const steps = records.filter(({ type }) => type === 'touchpoint').map((step) => step.id)
  const curves = (['client', 'professional', 'partner'] as const).map((voice) => {
    const points = Object.fromEntries(steps.map((step) => [step, random.between(-2, 2)]))
    return record(`shape:${random.idPart()}`, { type: 'curve', voice, points, journeyId: random.pick(asked(records)) })
  })
  return [...records, ...curves]
}

/** The journeys to ask about: two of the board, or one that is gone. */
function asked(records: readonly BoardRecord[]): [ShapeId, ShapeId] {
  const journeys = records.filter(isShape).filter(({ type }) => type === 'journey')
  const [first, second] = journeys.map((journey) => journey.id)
  return [first ?? id('gone'), second ?? id('gone')]
}

/** Every id of a shape that a result names, also as a key. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('shape:') ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => [...idsIn(key), ...idsIn(each)])
}

describe.each(seeds)('on random board %i', (seed) => {
  const random = new RandomSource(seed)
  const records = boardOf(random)
  const questions = everyQuestion(asked(records))
  const there = new Set<string>(records.map((record) => record.id))

  test('[JV201] no view throws, and all name only what is there', () => {
    const views = new DerivedViews(records)
    for (const { view, args } of questions) {
      const gone = idsIn(views.read(view, ...args)).filter((each) => !there.has(each))
      expect([view.name, gone]).toEqual([view.name, []])
    }
  })

  test('[JV202] the same records in another order tell the same', () => {
    const [views, others] = [new DerivedViews(records), new DerivedViews(random.shuffled(records))]
    for (const { view, args } of questions) expect(others.read(view, ...args)).toEqual(views.read(view, ...args))
  })

  test('[JV203] what a view does not declare changes nothing of it', () => {
    const views = new DerivedViews(records)
    for (const { view, args } of questions) {
      const others = records.map((record) => (isShape(record) ? withOtherFields(record, view.reads, random) : record))
      expect([view.name, viewOf(others, view, ...args)]).toEqual([view.name, views.read(view, ...args)])
    }
  })

  test('[JV301] views that took in every edit tell the same as views made anew', () => {
    const now = new Map<RecordId, BoardRecord>(records.map((record) => [record.id, record]))
    const views = new DerivedViews(now.values())
    const steps = new WorkshopSteps(random)
    for (let turn = 0; turn < 25; turn += 1) {
      const changes = changedRecords(now, steps.plan([...now.values()]))
      applyChanges(now, changes)
      views.apply(changes)
      if (turn % 2 === 1) continue
      const anew = new DerivedViews(now.values())
      for (const { view, args } of questions) {
        expect([view.name, views.read(view, ...args)]).toEqual([view.name, anew.read(view, ...args)])
      }
    }
  })
})

test('[JV201] every view has something to tell on some random board', () => {
  const quiet = new Set(everyQuestion([id('gone'), id('gone')]).map(({ view }) => view.name))
  // More boards than above, as many as it takes: what stands on which one shifts with every field that a kind gets.
  for (let seed = 1; seed <= 200 && quiet.size > 0; seed++) {
    const records = boardOf(new RandomSource(seed))
    const views = new DerivedViews(records)
    for (const { view, args } of everyQuestion(asked(records))) {
      if (idsIn(views.read(view, ...args)).length > 0) quiet.delete(view.name)
    }
  }
  expect([...quiet]).toEqual([])
})

/** Fields by which a shape is placed: the outline holds what they mean. */
const placing = new Set(['geometry', 'parentId', 'lanes', 'lanesFrom', 'order'])

/** The same shape with other values in every field that the view did not declare. */
function withOtherFields(shape: BoardShape, reads: ViewReads, random: RandomSource): BoardShape {
  const { schema, defaults } = shapeKinds[shape.type]
  const declared = new Set<PropertyKey>([...(reads.fields[shape.type] ?? []), ...placing])
  const schemas: Readonly<Record<string, unknown>> = schema.shape
  const context = { random, shapeIds: [shape.id], participantIds: [ParticipantId.parse('pa_other')] }
  const others = Object.keys(defaults)
    .filter((name) => !declared.has(name) && schemas[name] !== undefined)
    .map((name) => [name, randomField(shape.type, name, schemas[name], context)])
  return { ...shape, ...Object.fromEntries(others), index: 'a5', opacity: 0.5, isLocked: true } as BoardShape
}
