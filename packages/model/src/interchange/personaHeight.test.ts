import { expect, test } from 'vitest'
import { persona as personaKind } from '../records/persona.ts'
import type { ShapeOf } from '../records/recordKinds.ts'
import { CHARACTER, lineCount } from './cardHeight.ts'
import { PERSONA_WIDE, personaHeight } from './personaHeight.ts'

const lines = (text: string, width: number): number => lineCount(text, width, CHARACTER)
const empty = { ...personaKind.defaults, name: '', situation: '' } as unknown as ShapeOf<'persona'>
const sentence = 'Brieven van instanties leest ze liever samen met de buurvrouw.'
const many = (count: number): string[] => Array.from({ length: count }, () => sentence)
const height = (fields: Partial<ShapeOf<'persona'>>, needs: string[] = [], width = 560): number =>
  personaHeight({ persona: { ...empty, ...fields }, needs }, width, lines)

test.each([560, PERSONA_WIDE, 320])('[CW3] at a width of %d each of the lists makes the card higher', (width) => {
  const contact = { channel: 'phone', phase: null, rank: 1, motive: sentence, expectation: sentence } as const
  const few = height({}, [], width)
  for (const more of [
    height({ situation: many(9).join(' ') }, [], width),
    height({ drivers: many(5) }, [], width),
    height({ insecurities: many(5) }, [], width),
    height({ dreams: many(5) }, [], width),
    height({ communicationWishes: many(5) }, [], width),
    height({ channelPreferences: [contact, contact] }, [], width),
    height({}, many(5), width),
  ])
    expect(more).toBeGreaterThan(few)
})

test('[CW3] a narrower card of the same sort is not lower', () => {
  const full = { situation: many(6).join(' '), drivers: many(4), communicationWishes: many(3) }
  for (const [wide, narrow] of [
    [700, 560],
    [560, PERSONA_WIDE],
    [PERSONA_WIDE - 1, 320],
    [320, 200],
  ] as const)
    expect(height(full, many(4), narrow)).toBeGreaterThanOrEqual(height(full, many(4), wide))
})

test('[CW3] an empty persona fits the size that a new one has', () => {
  expect(height({}, [], personaKind.size.w)).toBeLessThanOrEqual(personaKind.size.h)
})
