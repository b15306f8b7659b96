import { ShapeId } from '@samenreis/model/ids/recordId'
import { RoomId } from '@samenreis/model/ids/roomId'
import { describe, expect, test, vi } from 'vitest'
import { InsightPlace, type Shelf } from './InsightPlace.ts'

const room = RoomId.parse('a'.repeat(26))
const another = RoomId.parse('b'.repeat(26))
const riet = ShapeId.parse('shape:riet')

function shelf(): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

describe('where somebody is in the sheet', () => {
  test('[WV2] what was open is open again after another page, in this session alone', () => {
    const here = shelf()
    const before = new InsightPlace(room, here)
    before.open()
    before.show('chain')
    before.chooseJourney(riet)
    expect(new InsightPlace(room, here).state.get()).toEqual({
      isOpen: true,
      view: 'chain',
      journeyId: riet,
      otherId: null,
      isFolded: false,
    })
    expect(new InsightPlace(another, here).state.get()).toMatchObject({ isOpen: false, view: null, journeyId: null })
  })

  test('[WV2] closing keeps the view for the next time', () => {
    const place = new InsightPlace(room, shelf())
    place.open()
    place.show('burden')
    place.close()
    place.open()
    expect(place.state.get()).toMatchObject({ isOpen: true, view: 'burden' })
  })

  test('[WV2] what is stored and does not hold, and a shelf that keeps nothing, are no error', () => {
    const here = shelf()
    for (const nonsense of ['', '{', '7', '{"roomId":"x"}', `{"roomId":"${room}","isOpen":true,"view":"tomorrow"}`]) {
      here.kept.set('samenreis.insight', nonsense)
      expect(new InsightPlace(room, here).state.get().isOpen).toBe(false)
    }
    const off = (): never => {
      throw new Error('switched off')
    }
    const place = new InsightPlace(room, { getItem: off, setItem: off })
    place.open()
    expect(place.state.get().isOpen).toBe(true)
  })

  test('[WV2] it makes way only while it is open, and opening brings it back', () => {
    const place = new InsightPlace(room, shelf())
    place.fold()
    expect(place.state.get().isFolded).toBe(false)
    place.open()
    place.fold()
    expect(place.state.get()).toMatchObject({ isOpen: true, isFolded: true })
    place.open()
    expect(place.state.get().isFolded).toBe(false)
  })

  test('[WV2] nothing is told when nothing changed', () => {
    const place = new InsightPlace(room, shelf())
    place.open()
    const told = vi.fn<() => void>()
    place.state.subscribe(told)
    place.open()
    place.show(null)
    expect(told).not.toHaveBeenCalled()
  })
})
