import { expect, test } from 'vitest'
import { PASTE_SHAPES_LIMIT, PASTE_TEXT_LIMIT, refusalOfShapes, refusalOfText } from './pasteLimits.ts'

test('[BV5] a text of a million characters is refused, one of a note is not', () => {
  expect(refusalOfText('a'.repeat(1_000_000))).toBe('textTooLong')
  expect(refusalOfText('a'.repeat(PASTE_TEXT_LIMIT + 1))).toBe('textTooLong')
  expect(refusalOfText('a'.repeat(PASTE_TEXT_LIMIT))).toBeNull()
})

test('[BV5] three thousand shapes are refused, and so are few shapes with a picture inside', () => {
  const shapes = (count: number) => ({ shapes: Array.from({ length: count }, (_, n) => ({ id: `shape:${n}` })) })
  expect(refusalOfShapes(shapes(3_000))).toBe('tooManyShapes')
  expect(refusalOfShapes(shapes(PASTE_SHAPES_LIMIT))).toBeNull()
  expect(refusalOfShapes({ shapes: [{ props: { url: `data:image/png;base64,${'A'.repeat(2_000_000)}` } }] })).toBe(
    'tooManyShapes',
  )
})
