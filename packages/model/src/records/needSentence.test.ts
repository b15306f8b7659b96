import { expect, test } from 'vitest'
import { RandomSource } from '../testing/RandomSource.ts'
import { randomText } from '../testing/randomText.ts'
import { needParts, needSentence, needText } from './needSentence.ts'

const WHOLE = 'Ik heb behoefte aan een vast gezicht in mijn huis.'

test('[CW1] a need that already starts so is shown with the start once', () => {
  expect(needParts(WHOLE, 'en')).toEqual({ start: 'Ik heb behoefte aan', words: 'een vast gezicht in mijn huis.' })
  expect(needParts('ik heb behoefte aan … rust', 'nl').words).toBe('rust')
  expect(needParts('I need rest', 'nl')).toEqual({ start: 'I need', words: 'rest' })
  expect(needSentence(WHOLE, 'nl')).toBe(WHOLE)
})

test('[CW1] words that only look like the start are words', () => {
  expect(needParts('I needed rest', 'en')).toEqual({ start: 'I need', words: 'I needed rest' })
  expect(needParts('Ik heb behoefte', 'nl').words).toBe('Ik heb behoefte')
})

test('[CW1] what is typed is stored as a whole sentence, in the language it began in', () => {
  expect(needText('', 'rust', 'nl')).toBe('Ik heb behoefte aan rust')
  expect(needText('I need rest', 'more rest', 'nl')).toBe('I need more rest')
  expect(needText(WHOLE, '', 'nl')).toBe('')
})

test('[CW1] a start that was typed or pasted along does not double', () => {
  expect(needText('Ik heb behoefte aan r', 'Ik heb behoefte aan rust', 'nl')).toBe('Ik heb behoefte aan rust')
  expect(needText('', 'Ik heb behoefte aan', 'nl')).toBe('')
})

test('[CW1] a text of another kind becomes a whole sentence, and an empty one stays empty', () => {
  expect(needSentence('een vast nummer', 'nl')).toBe('Ik heb behoefte aan een vast nummer')
  expect(needSentence('Ik heb behoefte aan ', 'nl')).toBe('')
  expect(needSentence('', 'en')).toBe('')
})

test('[CW1] typing any words and reading them back gives these words', () => {
  const random = new RandomSource(7)
  for (let round = 0; round < 300; round++) {
    const words = randomText(random, 120)
    const stored = needText(random.pick(['', WHOLE, 'los']), words, random.pick(['nl', 'en']))
    expect(needParts(stored, 'nl').words).toBe(needParts(words, 'nl').words)
    expect(needText(stored, needParts(stored, 'nl').words, 'nl')).toBe(stored)
  }
})
