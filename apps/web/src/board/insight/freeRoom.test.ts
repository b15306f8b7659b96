import { describe, expect, test } from 'vitest'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import type { Rectangle } from '../panel/uncover.ts'
import { cameraOn, freeRoom } from './freeRoom.ts'

const box = (left: number, top: number, w: number, h: number): Rectangle => ({
  left,
  top,
  right: left + w,
  bottom: top + h,
})
const laptop = box(0, 60, 1440, 840)
const sheet = box(964, 76, 460, 724)
const panel = box(608, 76, 344, 600)
const tools = box(213, 812, 1014, 72)

describe('where a row jumps to', () => {
  test('[WV4] the room beside the sheet, beside the panel and above the tools is free', () => {
    expect(freeRoom(laptop, [])).toEqual(laptop)
    expect(freeRoom(laptop, [sheet, tools])).toEqual(box(0, 60, 964, 752))
    expect(freeRoom(laptop, [sheet, panel, tools])).toEqual(box(0, 60, 608, 752))
  })

  test('[WV4] a panel from below leaves the room above it', () => {
    expect(freeRoom(box(0, 60, 390, 784), [box(0, 390, 390, 454)])).toEqual(box(0, 60, 390, 330))
  })

  test('[WV4] what lies elsewhere takes nothing', () => {
    expect(freeRoom(laptop, [box(2000, 0, 100, 100), box(0, 0, 0, 0)])).toEqual(laptop)
  })

  test('[WV4] the card stands in the middle of the free room, readable, whole, wherever it was', () => {
    const random = new RandomSource(4)
    for (let run = 0; run < 500; run++) {
      const card = box(
        random.between(-5000, 5000),
        random.between(-5000, 5000),
        random.between(1, 2200),
        random.between(1, 1000),
      )
      const free = freeRoom(laptop, [sheet, ...(random.chance(0.5) ? [panel] : []), tools])
      const { x, y, z } = cameraOn(card, laptop, free, 0.05 + random.next() * 3)
      const left = (card.left + x) * z + laptop.left
      const right = (card.right + x) * z + laptop.left
      const top = (card.top + y) * z + laptop.top
      const bottom = (card.bottom + y) * z + laptop.top
      expect(left).toBeGreaterThanOrEqual(free.left)
      expect(right).toBeLessThanOrEqual(free.right)
      expect(top).toBeGreaterThanOrEqual(free.top)
      expect(bottom).toBeLessThanOrEqual(free.bottom)
      expect(left + right).toBeCloseTo(free.left + free.right)
      expect(top + bottom).toBeCloseTo(free.top + free.bottom)
    }
  })

  test('[WV4] a zoom at which it can be read stays; one at which it cannot does not', () => {
    const card = box(100, 100, 200, 150)
    expect(cameraOn(card, laptop, laptop, 1.2).z).toBe(1.2)
    expect(cameraOn(card, laptop, laptop, 0.2).z).toBeGreaterThan(0.6)
  })
})
