import { expect, test } from 'vitest'
import { defaultLimits } from './limits.ts'
import { PiecedFrame } from './PiecedFrame.ts'

test('[SE34] a piece is kept by itself, and not with all that came in at the same moment', () => {
  const pieced = new PiecedFrame(() => 0, defaultLimits)
  const chunk = Buffer.from('what came in')
  expect(pieced.add(chunk.subarray(0, 4), false)).toBeNull()
  chunk.fill('x')
  expect(pieced.add(Buffer.from(' else'), true)?.toString()).toBe('what else')
})
