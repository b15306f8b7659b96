import { expect, test } from 'vitest'
import { mainPersona } from './mainPersona.ts'

test('[FD1] of several personas that are marked the lowest id counts, in whatever order they are read', () => {
  const personas = [
    { id: 'shape:c', main: true },
    { id: 'shape:a', main: false },
    { id: 'shape:b', main: true },
  ]
  expect(mainPersona(personas)).toBe('shape:b')
  expect(mainPersona(personas.toReversed())).toBe('shape:b')
  expect(mainPersona(personas.map(({ id }) => ({ id, main: false })))).toBe(null)
  expect(mainPersona([])).toBe(null)
})
