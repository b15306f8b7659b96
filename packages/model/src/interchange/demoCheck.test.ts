import { describe, expect, test } from 'vitest'
import rietJson from '../../demo/demo-riet.json' with { type: 'json' }
import type { ArrowBinding } from '../records/binding.ts'
import { contentOfDemo } from './demoContent.ts'
import { DemoError } from './DemoError.ts'
import { shapeIdOf } from './demoRecords.ts'
import { Demo } from './demoSchema.ts'

const riet = Demo.parse(rietJson)
const agreed = {
  type: 'improvement',
  status: 'agreed',
  owner: 'Teamleider',
  organisationId: 'a-wmo',
  deadline: '2026-05-01',
  moscow: 'must',
} as const

describe('[IX7] a demo that contradicts itself is refused with the reason', () => {
  test.each<[string, Partial<Demo>]>([
    ['t01 stands twice', { touchpoints: riet.touchpoints.map((step) => ({ ...step, id: 't01' })) }],
    ['pp1 names t04', { touchpoints: riet.touchpoints.filter(({ id }) => id !== 't04'), curves: [] }],
    ['t03 names a-kcc', { actors: riet.actors.filter(({ id }) => id !== 'a-kcc') }],
    ['f1 names j-riet', { journeys: [], curves: [] }],
    ['q1 names itself', { cards: riet.cards.map((card) => ({ ...card, belongsTo: [card.id] })) }],
    ['gone is no idea', { votes: { gone: { client: 1, professional: 0, policy: 0 } } }],
    ['301 dots of client need 151 people', { votes: { i1: { client: 301, professional: 0, policy: 0 } } }],
    ['i1 is named twice', { actions: [1, 2].map((n) => ({ ...agreed, id: `act:${n}`, ideaId: 'i1', dependsOn: [] })) }],
    ['act:q1 names no idea', { actions: [{ ...agreed, id: 'act:q1', ideaId: null, cardId: 'q1', dependsOn: [] }] }],
    ['waits for act:i9', { actions: [{ ...agreed, id: 'act:i1', ideaId: 'i1', dependsOn: ['act:i9'] }] }],
    [
      'act:k1 is a card',
      {
        actions: [
          { ...agreed, id: 'act:i1', ideaId: 'i1', dependsOn: [] },
          { ...agreed, id: 'act:k1', ideaId: null, cardId: 'k1', dependsOn: ['act:i1'] },
        ],
      },
    ],
  ])('%s', (reason, change) => {
    const demo = Demo.parse({ ...riet, ...change })
    expect(() => contentOfDemo(demo)).toThrow(DemoError)
    expect(() => contentOfDemo(demo)).toThrow(reason)
  })
})

test('[IX3] an idea that waits for another idea gets an arrow from that one, held at both ends', () => {
  const actions = [
    { ...agreed, id: 'act:i4', ideaId: 'i4', dependsOn: [] },
    { ...agreed, id: 'act:i1', ideaId: 'i1', dependsOn: ['act:i4'] },
  ]
  const { records } = contentOfDemo(Demo.parse({ ...riet, actions }))
  const ends = records.filter((record): record is ArrowBinding => record.type === 'arrow' && 'terminal' in record)
  const arrow = records.find((record) => record.type === 'arrow' && 'bend' in record)
  expect(arrow).toMatchObject({ id: 'shape:i4-i1', parentId: 'shape:j-riet' })
  expect(ends).toMatchObject([
    { id: 'binding:i4-i1-start', fromId: 'shape:i4-i1', toId: shapeIdOf('i4'), terminal: 'start' },
    { id: 'binding:i4-i1-end', fromId: 'shape:i4-i1', toId: shapeIdOf('i1'), terminal: 'end' },
  ])
})

test('[IX2] a card that an idea waits for belongs to it, even when the demo does not say so twice', () => {
  const actions = [
    { ...agreed, id: 'act:k1', ideaId: null, cardId: 'k1', dependsOn: [] },
    { ...agreed, id: 'act:i2', ideaId: 'i2', dependsOn: ['act:k1'] },
  ]
  const { records } = contentOfDemo(Demo.parse({ ...riet, actions }))
  const links = records.filter((record) => record.type === 'belongs_to' && record.fromId === shapeIdOf('k1'))
  expect(links).toMatchObject([{ toId: shapeIdOf('i1') }, { toId: shapeIdOf('i2') }])
})
