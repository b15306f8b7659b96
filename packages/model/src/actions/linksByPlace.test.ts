import { expect, test } from 'vitest'
import riet from '../../demo/demo-riet.json' with { type: 'json' }
import { FIRST_PAGE_ID } from '../document/seed.ts'
import type { RecordId, ShapeId } from '../ids/recordId.ts'
import { contentOfDemo } from '../interchange/demoContent.ts'
import { Demo } from '../interchange/demoSchema.ts'
import { belongsTo } from '../interchange/links.ts'
import type { BoardRecord, ShapeOf } from '../records/recordKinds.ts'
import { RandomSource } from '../testing/RandomSource.ts'
import { randomBoard } from '../testing/randomBoard.ts'
import { extractActions } from './extractActions.ts'
import type { ImprovementAction } from './improvementAction.ts'
import { linksByPlace } from './linksByPlace.ts'

type Records = ReadonlyMap<RecordId, BoardRecord>

const byId = (records: readonly BoardRecord[]): Map<RecordId, BoardRecord> =>
  new Map(records.map((record) => [record.id, record]))

const ideasOf = (records: Records): ShapeOf<'idea'>[] =>
  [...records.values()].filter((record): record is ShapeOf<'idea'> => record.type === 'idea')

function actionOf(records: Records, id: ShapeId): ImprovementAction | undefined {
  const { actions } = extractActions({
    roomId: 'room',
    boardVersion: 1,
    extractedAt: '2026-03-12T10:00:00.000Z',
    sessionDate: '2026-03-12',
    records,
    attendees: [],
    rounds: [],
    votes: [],
    exported: [],
  })
  return actions.find(({ source }) => source.shapeId === id)
}

/** The idea far from everything, with its links by place written down first. */
function takenAway(records: Records, idea: ShapeOf<'idea'>): Records {
  const away = new Map(records)
  for (const { fromId, toId } of linksByPlace(records, idea.id)) {
    const binding = belongsTo(fromId, toId)
    away.set(binding.id, binding)
  }
  const [, , , w, h] = idea.geometry
  return away.set(idea.id, { ...idea, parentId: FIRST_PAGE_ID, geometry: [900_000, 900_000, 0, w, h] })
}

const idsOf = (refs: readonly { readonly id: string }[]): string[] => refs.map(({ id }) => id).sort()

test('[MX1] what an idea was about by its place, it is about wherever it goes', () => {
  const records = byId(contentOfDemo(Demo.parse(riet)).records)
  // Nobody bound the ideas: only where they stand says what they are about.
  for (const [id, record] of records) {
    if (record.type === 'belongs_to' && records.get(record.fromId)?.type === 'idea') records.delete(id)
  }
  let fixed = 0
  for (const idea of ideasOf(records)) {
    const before = actionOf(records, idea.id)
    const after = actionOf(takenAway(records, idea), idea.id)
    expect(idsOf(after?.painPoints ?? [])).toEqual(idsOf(before?.painPoints ?? []))
    expect(idsOf(after?.touchpoints ?? [])).toEqual(idsOf(before?.touchpoints ?? []))
    expect(idsOf(after?.phases ?? [])).toEqual(idsOf(before?.phases ?? []))
    expect(idsOf(after?.consequences ?? [])).toEqual(idsOf(before?.consequences ?? []))
    expect(after?.journey).toEqual(before?.journey)
    fixed += before?.painPoints.length ?? 0
  }
  expect(fixed).toBeGreaterThan(4)
})

test('[MX1] nothing is written for links that are explicit already, and nothing twice', () => {
  const records = byId(contentOfDemo(Demo.parse(riet)).records)
  for (const idea of ideasOf(records)) {
    const links = linksByPlace(records, idea.id)
    const explicit = actionOf(records, idea.id)?.painPoints.filter(({ via }) => via === 'belongs_to') ?? []
    for (const { toId } of links) expect(idsOf(explicit)).not.toContain(toId)
    expect(linksByPlace(takenAway(records, idea), idea.id)).toEqual([])
  }
})

test('[MX1] on any board nothing is lost by it, and nothing thrown', () => {
  let fixed = 0
  for (let seed = 1; seed <= 60; seed += 1) {
    const records = byId(randomBoard(new RandomSource(seed), 60))
    for (const idea of ideasOf(records)) {
      const before = actionOf(records, idea.id)
      if (before === undefined || before.mergedFrom.length > 0) continue
      fixed += linksByPlace(records, idea.id).length
      const after = actionOf(takenAway(records, idea), idea.id)
      expect(idsOf(after?.painPoints ?? []), `seed ${seed}`).toEqual(idsOf(before.painPoints))
      expect(idsOf(after?.touchpoints ?? []), `seed ${seed}`).toEqual(expect.arrayContaining(idsOf(before.touchpoints)))
      expect(idsOf(after?.consequences ?? []), `seed ${seed}`).toEqual(idsOf(before.consequences))
    }
  }
  expect(fixed).toBeGreaterThan(10)
})
