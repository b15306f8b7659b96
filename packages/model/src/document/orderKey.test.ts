import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOrderKey, orderKeyBetween, orderKeysBetween } from './orderKey.ts'

test('[RP1] a key between two others lies between them and is one of the canvas’s', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 120 }), (places) => {
      const keys: string[] = []
      for (const place of places) {
        const at = place % (keys.length + 1)
        const [below = null, above = null] = [keys[at - 1], keys[at]]
        const key = orderKeyBetween(below, above)
        expect(isOrderKey(key), key).toBe(true)
        if (below !== null) expect(key > below, `${key} above ${below}`).toBe(true)
        if (above !== null) expect(key < above, `${key} below ${above}`).toBe(true)
        keys.splice(at, 0, key)
      }
    }),
    { numRuns: 300, seed: 13 },
  )
})

test('[RP1] a row that only grows at one end goes on for ever', () => {
  let [first, last] = ['a0', 'a0']
  for (let count = 0; count < 5000; count += 1) {
    const [next, before] = [orderKeyBetween(last, null), orderKeyBetween(null, first)]
    expect([next > last, before < first, isOrderKey(next), isOrderKey(before)]).toEqual([true, true, true, true])
    last = next
    first = before
  }
})

test('[RP1] keys of a row are valid, and what every browser sets aside is not', () => {
  for (const key of ['a0', 'a1', 'az', 'b00', 'bzz', 'Zz', 'a1V', 'c000']) expect(isOrderKey(key)).toBe(true)
  for (const key of ['', 'a', 'b1', 'a10', 'not an order', '1', 'a1-', 'Z', `A${'0'.repeat(26)}`]) {
    expect([key, isOrderKey(key)]).toEqual([key, false])
  }
})

test('[RP1] many keys between two are in order, apart, and short', () => {
  for (const [below, above] of [
    ['a1', 'a2'],
    ['a1', null],
    ['a1V', 'a1VV'],
    [null, 'a0'],
  ] as const) {
    const keys = orderKeysBetween(below, above, 5000)
    const row = [...(below === null ? [] : [below]), ...keys, ...(above === null ? [] : [above])]
    expect(row).toEqual([...new Set(row)].sort((a, b) => (a < b ? -1 : 1)))
    expect(keys.every(isOrderKey)).toBe(true)
    expect(Math.max(...keys.map(({ length }) => length))).toBeLessThan(10)
  }
})
