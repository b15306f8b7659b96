import fc from 'fast-check'
import { expect, test } from 'vitest'
import riet from '../../demo/demo-riet.json' with { type: 'json' }
import { Sentiment, Voice } from '../records/enumerations.ts'
import { curveGaps, NAMED_GAPS, namedGaps, meanOfCurves, type VoiceCurve } from './curveGaps.ts'

const steps = riet.touchpoints.map(({ id }) => id)
const curves: VoiceCurve[] = riet.curves.map(({ voice, points }) => ({
  voice: Voice.parse(voice),
  points: Object.fromEntries(
    Object.entries(points).map(([id, feeling]): [string, Sentiment] => [id, Sentiment.parse(feeling)]),
  ),
}))
const gaps = curveGaps(curves, steps)

test('[CM1] the gaps of Riet are those of demo-values.md', () => {
  expect(namedGaps(gaps).map(({ stepId, gap }) => [stepId, gap])).toEqual([
    ['t07', 3],
    ['t10', 2],
    ['t12', 2],
  ])
  expect(gaps.filter(({ gap }) => gap < 0).map(({ stepId }) => stepId)).toEqual(['t09', 't16'])
})

test('[CM1] a step at which one side has no point has no gap', () => {
  const one = [{ voice: 'client', points: { a: -2, b: 1 } } as const, { voice: 'policy', points: { b: 2 } } as const]
  expect(curveGaps(one, ['a', 'b', 'c'])).toEqual([{ stepId: 'b', client: 1, staff: 2, gap: 1 }])
  expect(namedGaps(curveGaps(one, ['a']))).toEqual([])
})

test('[CM2] the mean counts points that are there, and no zero for one that is not', () => {
  const voices = [
    { voice: 'client', points: { a: -2, b: 1 } } as const,
    { voice: 'informal_carer', points: { a: 1 } } as const,
  ]
  expect([...meanOfCurves(voices)]).toEqual([
    ['a', -0.5],
    ['b', 1],
  ])
  expect([...meanOfCurves(voices, 2)]).toEqual([['a', -0.5]])
})

const points = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', '__proto__'), fc.integer({ min: -2, max: 2 }))
const anyCurve = fc.record({ voice: fc.constantFrom(...Voice.options), points })

test('[CM2] a mean lies between the lowest and the highest of its points', () => {
  fc.assert(
    fc.property(fc.array(anyCurve), (some) => {
      for (const [stepId, mean] of meanOfCurves(some, 2)) {
        const told = some.flatMap((curve) => Object.entries(curve.points)).filter(([id]) => id === stepId)
        const feelings = told.map(([, feeling]) => feeling)
        expect(told.length).toBeGreaterThan(1)
        expect(mean).toBeGreaterThanOrEqual(Math.min(...feelings))
        expect(mean).toBeLessThanOrEqual(Math.max(...feelings))
      }
    }),
  )
})

test('[CM1] gaps come in the order of the steps, the largest of them by size', () => {
  fc.assert(
    fc.property(fc.array(anyCurve), (some) => {
      const found = curveGaps(some, ['a', 'b', 'c', 'd'])
      const ids = found.map(({ stepId }) => stepId)
      expect(ids).toEqual(ids.toSorted())
      const named = namedGaps(found)
      expect(named.length).toBeLessThanOrEqual(NAMED_GAPS)
      const sizes = named.map(({ gap }) => Math.abs(gap))
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
      const smallest = sizes.at(-1) ?? 0
      expect(found.filter(({ gap }) => Math.abs(gap) > smallest).length).toBeLessThanOrEqual(named.length)
    }),
  )
})
