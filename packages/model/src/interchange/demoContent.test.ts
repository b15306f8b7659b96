import { describe, expect, test } from 'vitest'
import rietJson from '../../demo/demo-riet.json' with { type: 'json' }
import yonasJson from '../../demo/demo-yonas.json' with { type: 'json' }
import { Places } from '../document/place.ts'
import { judgeRecord } from '../document/read.ts'
import type { RecordId } from '../ids/recordId.ts'
import { voteGroupOfRole, type VoteGroup } from '../records/enumerations.ts'
import { shapeKinds, type BoardRecord, type ShapeOf, type ShapeType } from '../records/recordKinds.ts'
import { contentOfDemo } from './demoContent.ts'
import { shapeIdOf } from './demoRecords.ts'
import { Demo } from './demoSchema.ts'
import type { RoomContent } from './roomContent.ts'

const riet = Demo.parse(rietJson)
const yonas = Demo.parse(yonasJson)

function recordsOf(content: RoomContent): ReadonlyMap<RecordId, BoardRecord> {
  return new Map(content.records.map((record) => [record.id, record]))
}

function shapesOf<Type extends ShapeType>(content: RoomContent, type: Type): ShapeOf<Type>[] {
  return content.records.filter((record): record is ShapeOf<Type> => record.type === type)
}

function links(content: RoomContent): string[] {
  return content.records.flatMap((record) => (record.type === 'belongs_to' ? [`${record.fromId} ${record.toId}`] : []))
}

describe.each([
  ['Riet', riet],
  ['Yonas', yonas],
])('the demo of %s', (_name, demo) => {
  const content = contentOfDemo(demo)

  test('[IX1] becomes records that all hold to their schemas, each once, with no field that its kind does not have', () => {
    const envelope = ['id', 'type', 'parentId', 'index', 'geometry', 'isLocked', 'opacity', 'meta']
    for (const record of content.records) {
      expect(judgeRecord(record.id, record)).toEqual({ ok: true, record })
      if (!(record.type in shapeKinds)) continue
      const known = [...envelope, ...Object.keys(shapeKinds[record.type as ShapeType].defaults)]
      expect(Object.keys(record).filter((field) => !known.includes(field))).toEqual([])
    }
    expect(recordsOf(content).size).toBe(content.records.length)
  })

  test('[IX1] every entry of the demo is there, and one matrix', () => {
    const entries = [demo.actors, demo.personas, demo.journeys, demo.phases, demo.touchpoints, demo.curves]
    const cards = [demo.painPoints, demo.cards, demo.ideas]
    const ids = [...entries, ...cards].flat().map(({ id }) => shapeIdOf(id))
    const shapes = content.records.filter((record) => record.type in shapeKinds)
    expect(shapes.map(({ id }) => id).sort()).toEqual([...ids, shapeIdOf('matrix')].sort())
  })

  test('[IX1] the same demo gives the same content', () => {
    expect(contentOfDemo(demo)).toEqual(content)
  })

  test('[IX2] every entry of belongsTo and touchpointIds is a link, and there are no others', () => {
    const expected = [
      ...demo.painPoints.flatMap(({ id, touchpointIds }) => touchpointIds.map((to) => [id, to])),
      ...[...demo.cards, ...demo.ideas].flatMap(({ id, belongsTo }) => belongsTo.map((to) => [id, to])),
    ]
    expect(links(content).sort()).toEqual(expected.map(([from, to]) => `shape:${from} shape:${to}`).sort())
  })

  test('[IX3] ideas carry what the actions say; the others are proposed and empty', () => {
    for (const idea of shapesOf(content, 'idea')) {
      const action = demo.actions.find(({ ideaId }) => ideaId !== null && shapeIdOf(ideaId) === idea.id)
      expect(idea).toMatchObject({
        owner: action?.owner ?? '',
        organisationId: action === undefined ? null : shapeIdOf(action.organisationId),
        deadline: action?.deadline ?? '',
        status: action?.status ?? 'proposed',
        moscow: action?.moscow ?? null,
        actionType: null,
      })
    }
  })

  test('[IX3] the cards that actions name are promoted, with the words of the action', () => {
    for (const card of shapesOf(content, 'card')) {
      const action = demo.actions.find(({ cardId }) => cardId !== undefined && shapeIdOf(cardId) === card.id)
      expect(card.promoted).toBe(action !== undefined)
      if (action === undefined) continue
      const { title, owner, deadline, status, moscow } = action
      expect(card).toMatchObject({ title, owner, deadline, status, moscow })
      expect(card.organisationId).toBe(shapeIdOf(action.organisationId))
    }
  })

  test('[IX4] the votes give the totals of every group, within both limits, from as few people as that takes', () => {
    const round = content.rounds[0]
    expect(content.rounds).toHaveLength(1)
    expect(round).toMatchObject({ target: 'idea', status: 'closed', votesEach: 3, maxPerTarget: 2 })
    const groupOf = new Map(content.attendees.map(({ id, role }) => [id, voteGroupOfRole[role]]))
    const totals: Record<string, Partial<Record<VoteGroup, number>>> = {}
    for (const [id, { client, professional, policy }] of Object.entries(demo.votes)) {
      totals[shapeIdOf(id)] = { client, professional, policy }
    }
    const counted: typeof totals = Object.fromEntries(
      Object.keys(totals).map((id) => [id, { client: 0, professional: 0, policy: 0 }]),
    )
    const perPerson = new Map<string, number>()
    for (const { targetId, participantId, count, roundId } of content.votes) {
      expect(roundId).toBe(round?.id)
      expect(count).toBeLessThanOrEqual(2)
      const group = groupOf.get(participantId) ?? 'other'
      const target = (counted[targetId] ??= {})
      target[group] = (target[group] ?? 0) + count
      perPerson.set(participantId, (perPerson.get(participantId) ?? 0) + count)
    }
    expect(counted).toEqual(totals)
    expect(Math.max(...perPerson.values())).toBeLessThanOrEqual(3)
    expect(new Set(content.votes.map((vote) => `${vote.participantId} ${vote.targetId}`)).size).toBe(
      content.votes.length,
    )
    for (const group of ['client', 'professional', 'policy'] as const) {
      const dots = Object.values(demo.votes).map((each) => each[group])
      const all = dots.reduce((sum, each) => sum + each, 0)
      const people = content.attendees.filter(({ role }) => voteGroupOfRole[role] === group)
      expect(people).toHaveLength(Math.max(Math.ceil(all / 3), Math.ceil(Math.max(...dots) / 2)))
    }
  })

  test('[IX5] every card stands in the column of the phase that its first step is in', () => {
    const places = new Places(recordsOf(content))
    for (const { id, phaseId } of demo.touchpoints) {
      const step = places.shape(shapeIdOf(id))
      const phase = places.shape(shapeIdOf(phaseId))
      if (step === null || phase === null) throw new Error(`${id} or ${phaseId} is not on the board`)
      const x = places.centre(step).x
      const left = places.onPage(phase, { x: 0, y: 0 }).x
      expect(x).toBeGreaterThanOrEqual(left)
      expect(x).toBeLessThan(left + phase.geometry[3])
    }
  })
})

test('[IX1] the room of a demo has its title, question, language and day', () => {
  expect(contentOfDemo(riet)).toMatchObject({
    title: 'Hulp in huis: de reis van Riet',
    question: 'Hoe regelen we dit samen beter voor Riet?',
    language: 'nl',
    date: '2026-03-12',
  })
  expect(contentOfDemo(yonas)).toMatchObject({ question: 'Hoe helpen we Yonas samen aan een goed begin?' })
})
