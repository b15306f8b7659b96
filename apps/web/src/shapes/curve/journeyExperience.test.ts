import fc from 'fast-check'
import { createShapeId } from 'tldraw'
import { expect, test } from 'vitest'
import { Voice } from '@samenreis/model/records/enumerations'
import { defaultDomainProps } from '../../canvas/shapeProps.ts'
import { voiceLines } from '../look/voiceLines.ts'
import { feelingAtHeight } from './curvePath.ts'
import { drawTogether } from './journeyExperience.ts'
import type { CurveShape } from './ownCurve.ts'

const H = 180
const steps = [0, 1, 2, 3].map((at) => ({ id: createShapeId(`s${at}`), x: 106 + at * 212 }))

const anyCurve = fc
  .record({
    voice: fc.constantFrom(...Voice.options),
    feelings: fc.array(fc.option(fc.integer({ min: -2, max: 2 })), { minLength: 4, maxLength: 4 }),
  })
  .map(({ voice, feelings }) => ({
    voice,
    points: Object.fromEntries(
      steps.flatMap(({ id }, at) => {
        const feeling = feelings[at] ?? null
        return feeling === null ? [] : [[id, feeling] as const]
      }),
    ),
  }))
const severalCurves = fc.array(anyCurve, { maxLength: 12 }).map((told) =>
  told.map(({ voice, points }, at): Pick<CurveShape, 'id' | 'props'> => ({
    id: createShapeId(`c${at}`),
    props: { ...defaultDomainProps('curve'), voice, points },
  })),
)

test('[CV2] however many lines there are, each has all of its points and no other, each nearest to its own face', () => {
  fc.assert(
    fc.property(severalCurves, (curves) => {
      const drawn = drawTogether(curves, steps, H)
      expect(drawn.map(({ row }) => row)).toEqual(curves.map((_, at) => at))
      for (const { id, points } of drawn) {
        const told = curves.find((curve) => curve.id === id)?.props.points ?? {}
        expect(Object.fromEntries(points.map(({ stepId, feeling }) => [stepId, feeling]))).toEqual(told)
        for (const { y, feeling } of points) expect(feelingAtHeight(y, H)).toBe(feeling)
        expect(points.map(({ at }) => at)).toEqual(points.map(({ at }) => at).toSorted((a, b) => a - b))
      }
    }),
  )
})

test('[CV2] a line leaves free where a point of another stands at its own step and height', () => {
  const [step] = steps
  if (step === undefined) throw new Error('a step is expected')
  const curve = (name: string, voice: Voice): Pick<CurveShape, 'id' | 'props'> => ({
    id: createShapeId(name),
    props: { ...defaultDomainProps('curve'), voice, points: { [step.id]: 1 } },
  })
  const [client, staff] = drawTogether([curve('b', 'professional'), curve('a', 'client')], steps, H)
  if (client === undefined || staff === undefined) throw new Error('two lines are expected')
  expect([client.voice, staff.voice]).toEqual(['client', 'professional'])
  expect(voiceLines[client.voice].faces).toBe(true)
  expect(client.holes.map(({ x }) => x)).toEqual(staff.points.map(({ x }) => x))
  expect(staff.holes.map(({ x }) => x)).toEqual(client.points.map(({ x }) => x))
})
