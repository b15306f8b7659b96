import { describe, expect, test } from 'vitest'
import rietJson from '../../demo/demo-riet.json' with { type: 'json' }
import yonasJson from '../../demo/demo-yonas.json' with { type: 'json' }
import { FIRST_PAGE_ID } from '../document/seed.ts'
import type { RecordId } from '../ids/recordId.ts'
import { contentOfDemo } from '../interchange/demoContent.ts'
import { shapeIdOf } from '../interchange/demoRecords.ts'
import { Demo } from '../interchange/demoSchema.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import { extractActions } from './extractActions.ts'
import { inNotation } from './examples/exampleInput.ts'
import type { PlainExtraction } from './examples/exampleResult.ts'

function extractionOf(demo: Demo): PlainExtraction {
  const content = contentOfDemo(demo)
  const page: BoardRecord = { id: FIRST_PAGE_ID, type: 'page', name: '', index: 'a1', meta: {} }
  const records = new Map<RecordId, BoardRecord>([page, ...content.records].map((record) => [record.id, record]))
  return inNotation(
    extractActions({
      roomId: 'demo',
      boardVersion: 1,
      extractedAt: '2026-03-12T16:00:00Z',
      sessionDate: content.date,
      records,
      attendees: content.attendees.map((attendee) => ({ ...attendee, gone: false, test: false })),
      rounds: content.rounds,
      votes: content.votes,
      exported: [],
    }),
  ) as PlainExtraction
}

const plain = (demoId: string) => shapeIdOf(demoId).slice('shape:'.length)
const actionId = (id: string) => `act:${plain(id.slice('act:'.length))}`
const demos = [
  ['Riet', Demo.parse(rietJson)],
  ['Yonas', Demo.parse(yonasJson)],
] as const

describe.each(demos)('the demo of %s', (_name, demo) => {
  const { actions, rejected } = extractionOf(demo)

  test('[AX602] gives exactly the actions that it lists', () => {
    const listed = demo.actions.map((action) => ({
      id: actionId(action.id),
      type: action.type,
      status: action.status,
      owner: action.owner,
      organisation: { id: plain(action.organisationId), via: 'field' },
      deadline: action.deadline,
      moscow: action.moscow,
      dependsOn: action.dependsOn.map(actionId),
      missing: [],
    }))
    const found = demo.actions.map(({ id }) => {
      const action = actions.find((each) => each.id === actionId(id))
      if (action === undefined) return null
      const { type, status, owner, organisation, deadline, moscow, dependsOn, missing } = action
      const place = organisation && { id: organisation.id, via: organisation.via }
      const whoAndWhen = missing.filter((field) => ['owner', 'organisation', 'deadline'].includes(field))
      return {
        id: action.id,
        type,
        status,
        owner: owner?.name,
        organisation: place,
        deadline: deadline?.date,
        moscow,
        dependsOn,
        missing: whoAndWhen,
      }
    })
    expect(found).toEqual(listed)
  })

  test('[AX602] lists every other idea as a proposal, with what it lacks', () => {
    const listed = new Set(demo.actions.map(({ id }) => actionId(id)))
    const others = actions.filter(({ id }) => !listed.has(id))
    for (const { id, status, missing } of others) {
      const idea = demo.ideas.find((each) => actionId(`act:${each.id}`) === id)
      const hasPain = idea?.belongsTo.some((target) => demo.painPoints.some((each) => each.id === target)) === true
      const lacks = ['owner', 'organisation', 'deadline', ...(hasPain ? [] : ['painPoint'])]
      expect([id, status, missing]).toEqual([id, 'proposed', lacks])
    }
    expect(actions).toHaveLength(demo.ideas.length + demo.actions.filter(({ ideaId }) => ideaId === null).length)
    expect(rejected).toEqual([])
  })

  test('[AX602] knows every pain point and step by a link, and nothing by place', () => {
    const vias = actions.flatMap((action) => {
      if (action.source.kind === 'consequence') return []
      return [action.painPoints, action.touchpoints, action.consequences].flat().map(({ via }) => via)
    })
    expect(new Set(vias)).toEqual(new Set(['belongs_to', 'inherited']))
    for (const { id, belongsTo } of demo.ideas) {
      const action = actions.find((each) => each.id === actionId(`act:${id}`))
      const bound = [...(action?.painPoints ?? []), ...(action?.touchpoints ?? [])].filter(
        ({ via }) => via === 'belongs_to',
      )
      const named = belongsTo.filter((target) => !demo.cards.some((card) => card.id === target))
      expect(bound.map((each) => each.id).sort()).toEqual(named.map(plain).sort())
    }
  })
})

test('[AX602] the ideas of Riet rank as her demo says, with its votes and its one withheld quote', () => {
  const { actions } = extractionOf(Demo.parse(rietJson))
  const ideas = actions.filter(({ source }) => source.kind === 'idea')
  expect(ideas.map(({ id }) => id)).toEqual(
    ['i1', 'i3', 'i2', 'i6', 'i8', 'i7', 'i5', 'i4'].map((id) => actionId(`act:${id}`)),
  )
  expect(ideas.map(({ priority }) => priority.rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  const total = { client: 0, professional: 0, policy: 0, other: 0 }
  for (const { priority } of actions) {
    for (const group of ['client', 'professional', 'policy', 'other'] as const) total[group] += priority.byGroup[group]
  }
  expect(total).toEqual({ client: 18, professional: 15, policy: 9, other: 0 })
  const withheld = actions.flatMap(({ warnings }) => warnings.filter(({ code }) => code === 'QUOTE_WITHHELD'))
  expect([...new Set(withheld.flatMap(({ refs }) => refs))]).toEqual([plain('q6')])
})
