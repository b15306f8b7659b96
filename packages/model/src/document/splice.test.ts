import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applySplice, rebaseSplice, shiftPosition, spliceBetween } from './splice.ts'

test('[DL4] a splice turns the one text into the other and is no longer than it must be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const splice = spliceBetween(before, after)
      expect(splice === null ? before : applySplice(before, splice)).toBe(after)
      expect(splice?.insert.length ?? 0).toBeLessThanOrEqual(after.length)
    }),
  )
})

test('[DL4] an emoji is taken or left whole', () => {
  expect(spliceBetween('a😀b', 'a😁b')).toEqual({ index: 1, remove: 2, insert: '😁' })
})

test('among equal splices the one that ends at the caret is meant', () => {
  expect(spliceBetween('aa', 'aaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' })
  expect(spliceBetween('aa', 'aaa', 3)).toEqual({ index: 2, remove: 0, insert: 'a' })
})

const text = fc.string({ maxLength: 12 })
const spliceOf = (of: string) =>
  fc
    .tuple(fc.nat(of.length), fc.nat(of.length), fc.string({ maxLength: 4 }))
    .map(([a, b, insert]) => ({ index: Math.min(a, b), remove: Math.abs(a - b), insert }))

test('[BD4] rebasing loses nothing that either typed, and takes away only what was there before', () => {
  fc.assert(
    fc.property(
      text.chain((base) => fc.tuple(fc.constant(base), spliceOf(base), spliceOf(base))),
      ([base, mine, theirs]) => {
        const merged = rebaseSplice(mine, theirs).reduce(applySplice, applySplice(base, theirs))
        const kept = base.split('').filter((_, at) => !inside(at, mine) && !inside(at, theirs)).length
        expect(merged).toHaveLength(kept + mine.insert.length + theirs.insert.length)
        expect(merged).toContain(mine.insert)
        expect(merged).toContain(theirs.insert)
      },
    ),
  )
})

test('a caret before another’s insertion stays, one behind it moves along', () => {
  expect(shiftPosition(2, { index: 2, remove: 0, insert: 'xyz' })).toBe(2)
  expect(shiftPosition(3, { index: 2, remove: 0, insert: 'xyz' })).toBe(6)
  expect(shiftPosition(3, { index: 2, remove: 4, insert: '' })).toBe(2)
})

function inside(at: number, { index, remove }: { index: number; remove: number }): boolean {
  return at >= index && at < index + remove
}
