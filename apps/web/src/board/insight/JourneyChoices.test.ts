import type { BoardSnapshot } from '@samenreis/model/document/read'
import { ShapeId, type RecordId } from '@samenreis/model/ids/recordId'
import { newShape } from '@samenreis/model/interchange/newShape'
import type { ListedJourney } from '@samenreis/model/journey/views/journeyList'
import type { JourneyKind } from '@samenreis/model/records/enumerations'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import { describe, expect, test } from 'vitest'
import { chosenJourney, JourneyChoices, otherJourney, type JourneyChoice } from './JourneyChoices.ts'

const shapeId = (id: string): ShapeId => ShapeId.parse(`shape:${id}`)
interface Entry {
  readonly id: string
  readonly kind: JourneyKind
  readonly title?: string
  readonly of?: string
  readonly steps?: number
  readonly beside?: string
}
const listed = (entries: readonly Entry[]): readonly ListedJourney[] =>
  entries.map(({ id, kind, steps = 3, beside }) => ({
    id: shapeId(id),
    kind,
    steps,
    comparesWith: beside === undefined ? [] : [shapeId(beside)],
  }))
const board = (entries: readonly Entry[]): BoardSnapshot => ({
  records: new Map(
    entries.flatMap(({ id, kind, title = '', of = '' }) => {
      const persona = newShape('persona', shapeId(`${id}-p`), { name: of })
      const journey = newShape('journey', shapeId(id), { kind, title, personaIds: [persona.id, shapeId('gone')] })
      return [persona, journey].map((each): [RecordId, BoardRecord] => [each.id, each])
    }),
  ),
  quarantined: [],
})
const read = (...entries: readonly Entry[]): readonly JourneyChoice[] =>
  new JourneyChoices().read(listed(entries), board(entries))

describe('the journeys to choose from', () => {
  test('[WV3] only those of one kind are told apart: by whose they are, else by their title, else by number', () => {
    const words = (...entries: readonly Entry[]) =>
      read(...entries).map(({ who, title, number }) => [who, title, number])
    expect(words({ id: 'p', kind: 'shadow', title: 'Papier', of: 'Riet' }, { id: 'j', kind: 'joint' })).toEqual([
      ['', '', 0],
      ['', '', 0],
    ])
    expect(
      words({ id: 'a', kind: 'individual', title: 'Val', of: 'Henk' }, { id: 'b', kind: 'individual', of: ' Els ' }),
    ).toEqual([
      ['Henk', '', 0],
      ['Els', '', 0],
    ])
    expect(
      words(
        { id: 'a', kind: 'individual', title: 'Val', of: 'Riet' },
        { id: 'b', kind: 'individual', title: 'Zorg', of: 'Riet' },
        { id: 'c', kind: 'individual' },
        { id: 'd', kind: 'individual' },
      ),
    ).toEqual([
      ['', 'Val', 0],
      ['', 'Zorg', 0],
      ['', '', 1],
      ['', '', 2],
    ])
  })

  test('[WV3] the same list stays the same object while others edit elsewhere', () => {
    const choices = new JourneyChoices()
    const entries: Entry[] = [{ id: 'j', kind: 'joint' }]
    const first = choices.read(listed(entries), board(entries))
    expect(choices.read(listed(entries), board(entries))).toBe(first)
    expect(choices.read(listed([{ id: 'j', kind: 'ideal' }]), board(entries))).not.toBe(first)
  })

  test('[WV3] the joint journey is looked at first, one without steps last; a chosen one that is gone is forgotten', () => {
    const list = read({ id: 'p', kind: 'shadow' }, { id: 'i', kind: 'individual' }, { id: 'j', kind: 'joint' })
    expect(chosenJourney(list, null)?.id).toBe(shapeId('j'))
    expect(chosenJourney(list, shapeId('p'))?.id).toBe(shapeId('p'))
    expect(chosenJourney(list, shapeId('gone'))?.id).toBe(shapeId('j'))
    const before = read(
      { id: 'p', kind: 'shadow' },
      { id: 'i', kind: 'individual' },
      { id: 'j', kind: 'joint', steps: 0 },
    )
    expect(chosenJourney(before, null)?.id).toBe(shapeId('i'))
    expect(chosenJourney(read({ id: 'p', kind: 'shadow', steps: 0 }), null)?.id).toBe(shapeId('p'))
    expect(chosenJourney([], null)).toBe(null)
  })

  test('[WV3] practice is held against paper, or what the board says, and never a journey against itself', () => {
    const list = read(
      { id: 'p', kind: 'shadow' },
      { id: 'i', kind: 'individual', beside: 'b' },
      { id: 'j', kind: 'joint' },
      { id: 'b', kind: 'ideal' },
    )
    const other = (id: string, chosen: ShapeId | null = null) =>
      otherJourney(list, list.find((each) => each.id === shapeId(id)) ?? null, chosen)?.id
    expect(other('j')).toBe(shapeId('p'))
    expect(other('p')).toBe(shapeId('j'))
    expect(other('b')).toBe(shapeId('j'))
    expect(other('i')).toBe(shapeId('b'))
    expect(other('j', shapeId('b'))).toBe(shapeId('b'))
    expect(other('j', shapeId('j'))).toBe(shapeId('p'))
    const alone = read({ id: 'j', kind: 'joint' })
    expect(otherJourney(alone, alone.at(0) ?? null, null)).toBe(null)
    expect(otherJourney([], null, null)).toBe(null)
  })
})
