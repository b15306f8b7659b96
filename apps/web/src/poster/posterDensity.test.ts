import { persona as personaKind } from '@samenreis/model/records/persona'
import type { ShapeOf } from '@samenreis/model/records/recordKinds'
import { expect, test } from 'vitest'
import { densityOf } from './posterDensity.ts'
import { personaIdOf, posterPath } from './posterPath.ts'

const empty = { ...personaKind.defaults, name: '', situation: '' } as unknown as ShapeOf<'persona'>
const sizes = ['tight', 'usual', 'roomy']

test('[PC5] the more words, the smaller they are set, from the largest to the smallest', () => {
  const seen = Array.from({ length: 40 }, (_, at) =>
    densityOf({ persona: { ...empty, situation: 'x'.repeat(at * 60) }, isMain: false, needs: [] }),
  )
  expect([...new Set(seen)]).toEqual(['roomy', 'usual', 'tight'])
  for (const [at, size] of seen.entries())
    expect(sizes.indexOf(size)).toBeLessThanOrEqual(sizes.indexOf(seen[at - 1] ?? 'roomy'))
})

test('[PC5] the address of a poster leads back to its persona, and a wrong one to none', () => {
  const path = posterPath('abcdefghijkl' as never, 'shape:per-riet')
  expect(path).toBe('/r/abcdefghijkl/persona/per-riet')
  expect(personaIdOf(path.split('/').at(-1))).toBe('shape:per-riet')
  for (const wrong of [undefined, '', 'a b', 'shape:x', '../x']) expect(personaIdOf(wrong)).toBe(null)
})
