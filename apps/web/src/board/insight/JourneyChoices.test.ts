import type { BoardSnapshot } from '@samenreis/model/document/read'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { newShape } from '@samenreis/model/interchange/newShape'
import type { JourneyKind } from '@samenreis/model/records/enumerations'
import { describe, expect, test } from 'vitest'
import { chosenJourney, JourneyChoices, otherJourney } from './JourneyChoices.ts'

const shapeId = (id: string): ShapeId => ShapeId.parse(`shape:${id}`)
type Entry = readonly [id: string, kind: JourneyKind, title?: string]
const board = (...journeys: readonly Entry[]): BoardSnapshot => ({
  records: new Map(
    journeys.map(([id, kind, title = '']) => [shapeId(id), newShape('journey', shapeId(id), { kind, title })]),
  ),
  quarantined: [],
})
const read = (...journeys: readonly Entry[]) => new JourneyChoices().read(board(...journeys))

describe('the journeys to choose from', () => {
  test('[WV3] they stand in the order of the method, and only those alike are told apart by their words', () => {
    const list = read(
      ['j', 'joint', 'Samen'],
      ['b', 'individual', 'Bea'],
      ['a', 'individual', 'Ans'],
      ['p', 'shadow', 'Papier'],
      ['x', 'ideal'],
      ['y', 'ideal'],
    )
    expect(list.map(({ kind, title, number }) => [kind, title, number])).toEqual([
      ['shadow', '', 0],
      ['individual', 'Ans', 0],
      ['individual', 'Bea', 0],
      ['joint', '', 0],
      ['ideal', '', 1],
      ['ideal', '', 2],
    ])
  })

  test('[WV3] the same list stays the same object while others edit elsewhere', () => {
    const choices = new JourneyChoices()
    const first = choices.read(board(['j', 'joint', 'Samen']))
    expect(choices.read(board(['j', 'joint', 'Samen']))).toBe(first)
    expect(choices.read(board(['j', 'ideal', 'Samen']))).not.toBe(first)
  })

  test('[WV3] the joint journey comes first, else the first; a chosen one that is gone is forgotten', () => {
    const list = read(['p', 'shadow'], ['j', 'joint'])
    expect(chosenJourney(list, null)?.id).toBe(shapeId('j'))
    expect(chosenJourney(list, shapeId('p'))?.id).toBe(shapeId('p'))
    expect(chosenJourney(list, shapeId('gone'))?.id).toBe(shapeId('j'))
    expect(chosenJourney(read(['p', 'shadow']), null)?.id).toBe(shapeId('p'))
    expect(chosenJourney([], null)).toBe(null)
  })

  test('[WV3] practice is held against paper, and never a journey against itself', () => {
    const list = read(['p', 'shadow'], ['i', 'individual'], ['j', 'joint'], ['b', 'ideal'])
    const of = (id: string) => list.find((each) => each.id === shapeId(id)) ?? null
    expect(otherJourney(list, of('j'), null)?.id).toBe(shapeId('p'))
    expect(otherJourney(list, of('p'), null)?.id).toBe(shapeId('j'))
    expect(otherJourney(list, of('b'), null)?.id).toBe(shapeId('j'))
    expect(otherJourney(list, of('j'), shapeId('b'))?.id).toBe(shapeId('b'))
    expect(otherJourney(list, of('j'), shapeId('j'))?.id).toBe(shapeId('p'))
    expect(otherJourney(read(['j', 'joint']), read(['j', 'joint']).at(0) ?? null, null)).toBe(null)
    expect(otherJourney([], null, null)).toBe(null)
  })
})
