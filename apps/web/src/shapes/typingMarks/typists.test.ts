import { expect, test } from 'vitest'
import { typedShape } from './typists.ts'

const places = [
  ['shape:abc.title', 'shape:abc'],
  ['shape:abc', 'shape:abc'],
  ['binding:abc.title', null],
  ['', null],
  [undefined, null],
  [7, null],
] as const

test.each(places)('[LK8] typing in %j is typing in shape %j', (typing, shape) => {
  expect(typedShape(typing)).toBe(shape)
})
