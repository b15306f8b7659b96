import { describe, expect, test } from 'vitest'
import conversationsJson from '../../demo/demo-riet-gesprekken.json' with { type: 'json' }
import paperJson from '../../demo/demo-riet-papier.json' with { type: 'json' }
import rietJson from '../../demo/demo-riet.json' with { type: 'json' }
import { extractActions } from '../actions/extractActions.ts'
import { judgeRecord } from '../document/read.ts'
import { FIRST_PAGE_ID } from '../document/seed.ts'
import type { RecordId } from '../ids/recordId.ts'
import type { BoardRecord, ShapeOf, ShapeType } from '../records/recordKinds.ts'
import { contentOfDemo } from './demoContent.ts'
import { DemoError } from './DemoError.ts'
import { castOf, joinDemos } from './demoJoin.ts'
import { shapeIdOf } from './demoRecords.ts'
import { Demo } from './demoSchema.ts'
import type { RoomContent } from './roomContent.ts'
import { shippedDemo } from './shippedDemos.ts'

const riet = Demo.parse(rietJson)
const paper = Demo.parse(paperJson)
const conversations = Demo.parse(conversationsJson)

function shapesOf<Type extends ShapeType>(content: RoomContent, type: Type): ShapeOf<Type>[] {
  return content.records.filter((record): record is ShapeOf<Type> => record.type === type)
}

function extractionOf(content: RoomContent): unknown {
  const page: BoardRecord = { id: FIRST_PAGE_ID, type: 'page', name: '', index: 'a1', meta: {} }
  return extractActions({
    roomId: 'demo',
    boardVersion: 1,
    extractedAt: '2026-03-12T16:00:00Z',
    sessionDate: '2026-03-12',
    records: new Map<RecordId, BoardRecord>([page, ...content.records].map((record) => [record.id, record])),
    attendees: content.attendees.map((attendee) => ({ ...attendee, gone: false, test: false })),
    rounds: content.rounds,
    votes: content.votes,
    exported: [],
  })
}

describe('[IX15] demos that go on from others hold together with them', () => {
  test.each(['demo-riet', 'demo-yonas', 'demo-session'] as const)(
    '%s becomes records that hold, each once',
    (start) => {
      const { records } = contentOfDemo(shippedDemo(start))
      for (const record of records) expect(judgeRecord(record.id, record)).toEqual({ ok: true, record })
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
    },
  )

  test('alone they are refused, with what they name', () => {
    expect(() => contentOfDemo(paper)).toThrow(DemoError)
    expect(() => contentOfDemo(joinDemos(conversations.room, [conversations]))).toThrow('names a-kcc')
  })

  test('twins and neighbours that did not come along are left out, all others are kept', () => {
    const joined = joinDemos(paper.room, [castOf(riet), paper])
    expect(joined.touchpoints.filter(({ sameAs }) => sameAs !== undefined)).toEqual([])
    expect(joined.journeys[0]?.comparesWith).toEqual([])
    expect(() => contentOfDemo(joined)).not.toThrow()
    const known = new Set([...riet.touchpoints, ...paper.touchpoints].map(({ id }) => id))
    const twins = [...paper.touchpoints, ...conversations.touchpoints].flatMap(({ sameAs }) => sameAs ?? [])
    expect(twins.filter((id) => !known.has(id))).toEqual([])
  })
})

test('[IX15] beside the journey on paper Riet’s own gives the same actions, votes and curves as alone', () => {
  const alone = contentOfDemo(riet)
  const beside = contentOfDemo(shippedDemo('demo-riet'))
  expect(extractionOf(beside)).toEqual(extractionOf(alone))
  const { title, question, date, attendees, rounds, votes } = alone
  expect(beside).toMatchObject({ title, question, date, attendees, rounds, votes })
  const lived = shapesOf(beside, 'touchpoint').filter(({ parentId }) => parentId === shapeIdOf('j-riet'))
  expect(lived.map(({ id, title: words, waitDays }) => ({ id, title: words, waitDays }))).toEqual(
    shapesOf(alone, 'touchpoint').map(({ id, title: words, waitDays }) => ({ id, title: words, waitDays })),
  )
})

describe('[IX16] the journey on paper beside Riet’s own', () => {
  const content = contentOfDemo(shippedDemo('demo-riet'))
  const [onPaper, lived] = ['j-papier', 'j-riet'].map((id) =>
    shapesOf(content, 'touchpoint').filter(({ parentId }) => parentId === shapeIdOf(id)),
  )
  if (onPaper === undefined || lived === undefined) throw new Error('two journeys expected')
  const twins = onPaper.flatMap((step) => lived.filter(({ id }) => id === step.sameAs).map((twin) => ({ step, twin })))

  test('is locked, designed, by organisations only, and says of each step why and by whose wish', () => {
    expect(shapesOf(content, 'journey').find(({ id }) => id === shapeIdOf('j-papier'))).toMatchObject({
      kind: 'shadow',
      locked: true,
      comparesWith: [shapeIdOf('j-riet')],
    })
    for (const step of onPaper) {
      expect(step).toMatchObject({ basis: 'designed', seenByOrg: true, friction: [] })
      expect([step.id, step.whyNeeded === '', step.requiredBy, step.actorIds.length > 0]).toEqual([
        step.id,
        false,
        step.requiredBy ?? 'somebody',
        true,
      ])
    }
  })

  test('terms of the law are marked as to be checked locally', () => {
    for (const step of onPaper.filter(({ requiredBy }) => requiredBy === 'law')) {
      expect([step.id, ...step.labels]).toEqual([step.id, 'lokaal nakijken'])
    }
  })

  test('has its own terms: six weeks to the signed report, two more to the decision', () => {
    const until = (id: string): number => {
      const at = onPaper.findIndex((step) => step.id === shapeIdOf(id))
      return onPaper.slice(0, at + 1).reduce((sum, { waitDays }) => sum + (waitDays ?? 0), 0)
    }
    expect([until('p10'), until('p12')]).toEqual([42, 56])
  })

  test('has twins, steps that never happened, lacks steps that did, in part another order and other waiting', () => {
    expect(twins.length).toBeGreaterThan(8)
    const livedWithout = lived.filter(({ id }) => !twins.some(({ twin }) => twin.id === id)).map(({ id }) => id)
    expect(livedWithout).toEqual(['t01', 't02', 't08', 't12', 't16'].map(shapeIdOf))
    const paperWithout = onPaper.filter(({ sameAs }) => sameAs === null).map(({ id }) => id)
    expect(paperWithout).toEqual(['p05', 'p07', 'p09', 'p15', 'p16'].map(shapeIdOf))
    const order = twins.map(({ twin }) => lived.indexOf(twin))
    expect(order).not.toEqual(order.toSorted((a, b) => a - b))
    expect(twins.filter(({ step, twin }) => step.waitDays !== twin.waitDays).length).toBeGreaterThan(3)
  })
})

test('[IX14] Riet’s steps stand below their twins on paper, but for those in another order or another phase', () => {
  const steps = shapesOf(contentOfDemo(shippedDemo('demo-riet')), 'touchpoint')
  const apart = steps.flatMap((step) => {
    const twin = steps.find(({ id }) => id === step.sameAs)
    return twin === undefined || twin.geometry[0] === step.geometry[0] ? [] : [step.id]
  })
  // One of the two that changed places, and the call that came after the decision.
  expect(apart).toHaveLength(2)
  expect(apart).toContain(shapeIdOf('p11'))
})

describe('[IX17] the joint session that stands ready', () => {
  const content = contentOfDemo(shippedDemo('demo-session'))
  const journeys = shapesOf(content, 'journey')

  test('has the locked journey on paper on top, two own journeys and room for the joint one, from top to bottom', () => {
    expect(journeys.map(({ kind, locked }) => [kind, locked])).toEqual([
      ['shadow', true],
      ['individual', false],
      ['individual', false],
      ['joint', false],
    ])
    const tops = journeys.map(({ geometry }) => geometry[1])
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
    const steps = shapesOf(content, 'touchpoint').filter(({ parentId }) => parentId === shapeIdOf('j-samen'))
    expect(steps).toEqual([])
  })

  test('each own journey is one person’s, seven to ten steps long, with her curve; one also with the carer’s', () => {
    const voices = journeys
      .filter(({ kind }) => kind === 'individual')
      .map((journey) => {
        const steps = shapesOf(content, 'touchpoint').filter(({ parentId }) => parentId === journey.id)
        expect(steps.length).toBeGreaterThanOrEqual(7)
        expect(steps.length).toBeLessThanOrEqual(10)
        expect(journey.personaIds).toHaveLength(1)
        const curves = shapesOf(content, 'curve').filter(({ journeyId }) => journeyId === journey.id)
        for (const { points } of curves)
          expect(steps.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(points)))
        return curves.map(({ voice }) => voice)
      })
    expect(voices).toEqual([['client', 'informal_carer'].toReversed(), ['client']])
  })

  test('has words with and without consent, a need for each, and no day, votes or actions of its own', () => {
    const quotes = shapesOf(content, 'card').filter(({ kind }) => kind === 'quote')
    expect(new Set(quotes.map(({ consentReport }) => consentReport))).toEqual(new Set([true, false]))
    expect(shapesOf(content, 'card').filter(({ kind }) => kind === 'need').length).toBeGreaterThanOrEqual(2)
    expect(content).toMatchObject({ date: '', attendees: [], rounds: [], votes: [] })
    expect(shapesOf(content, 'idea')).toEqual([])
  })
})
