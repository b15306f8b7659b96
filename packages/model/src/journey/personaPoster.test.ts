import { expect, test } from 'vitest'
import rietJson from '../../demo/demo-riet.json' with { type: 'json' }
import type { RecordId, ShapeId } from '../ids/recordId.ts'
import { contentOfDemo } from '../interchange/demoContent.ts'
import { Demo } from '../interchange/demoSchema.ts'
import { shapeIdOf } from '../interchange/demoRecords.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import { RandomSource } from '../testing/RandomSource.ts'
import { randomDemo } from '../testing/randomDemo.ts'
import { personaPoster } from './personaPoster.ts'

const recordsOf = (demo: Demo): Map<RecordId, BoardRecord> =>
  new Map(contentOfDemo(demo).records.map((record) => [record.id, record]))
const riet = recordsOf(Demo.parse(rietJson))
const rietId = shapeIdOf('per-riet')

test('[CW2] a poster reads the needs that are bound to the persona, without their fixed start', () => {
  const poster = personaPoster(riet, rietId)
  expect(poster?.persona.name).toBe('Riet')
  expect([...(poster?.needs ?? [])].sort()).toEqual([
    'een eerlijk bericht over hoe lang het duurt.',
    'een vast gezicht in mijn huis.',
    'uitleg aan de telefoon, vóórdat er een brief komt.',
    'één iemand die mijn verhaal kent.',
  ])
})

test('[FD1] a poster says whether its persona is the main one, an old record without the mark is not', () => {
  const persona = riet.get(rietId)
  if (persona?.type !== 'persona') throw new Error('the demo has no persona')
  const otherId = shapeIdOf('per-a')
  const marked = new Map<RecordId, BoardRecord>(riet)
  expect(personaPoster(marked, rietId)?.isMain).toBe(false)
  marked.set(rietId, { ...persona, main: true })
  expect(personaPoster(marked, rietId)?.isMain).toBe(true)
  marked.set(otherId, { ...persona, id: otherId, main: true })
  expect([rietId, otherId].map((id) => personaPoster(marked, id)?.isMain)).toEqual([false, true])
})

test('[CW2] a need that is gone, empty, or another kind by now is not on the poster', () => {
  const changed = new Map(riet)
  changed.delete(shapeIdOf('n1'))
  for (const [id, fields] of [
    ['n2', { text: 'Ik heb behoefte aan ' }],
    ['n3', { kind: 'quote' }],
  ] as const) {
    const need = changed.get(shapeIdOf(id))
    if (need !== undefined) changed.set(need.id, { ...need, ...fields } as BoardRecord)
  }
  expect(personaPoster(changed, rietId)?.needs).toEqual(['een vast gezicht in mijn huis.'])
})

test('[CW2] what is no persona, or gone, has no poster; on any board nothing is thrown', () => {
  expect(personaPoster(riet, shapeIdOf('n1'))).toBe(null)
  expect(personaPoster(new Map(), rietId)).toBe(null)
  for (let seed = 1; seed <= 20; seed++) {
    const records = recordsOf(randomDemo(new RandomSource(seed)))
    for (const id of records.keys()) personaPoster(records, id as ShapeId)
  }
})
