import { expect, test } from 'vitest'
import { heightAfter, neededHeight, pillRows } from './fittingHeight.ts'

/** 8 px a letter, 20 px a line. */
const measure = (words: string, width: number): number => 20 * Math.max(1, Math.ceil((words.length * 8) / width))
const content = (words: string, pills: string[] = []) => ({ head: 'Stap', figure: '', words, pills })
const long = 'x'.repeat(200)

test('[LK5] a card is never lower than its words and pills', () => {
  const short = neededHeight(content('kort'), 200, measure)
  expect(neededHeight(content(long), 200, measure)).toBeGreaterThan(short)
  expect(neededHeight(content('kort', ['niet gezien']), 200, measure)).toBe(short + 28)
})

test('[LK5] a head of two lines takes room', () => {
  const short = neededHeight(content('kort'), 200, measure)
  const head = 'cliëntondersteuning en begeleiding'
  expect(neededHeight({ ...content('kort'), head }, 200, measure)).toBe(short + 16)
})

test('[LK5] pills that do not fit a row take another', () => {
  expect(pillRows([], 175)).toBe(0)
  expect(pillRows(['wachten'], 175)).toBe(1)
  expect(pillRows(['wachten', 'moeilijke woorden'], 175)).toBe(2)
  expect(pillRows(['wachten', 'moeilijke woorden'], 375)).toBe(1)
})

const fits = (words: string, h: number) => ({ h, needed: neededHeight(content(words), 200, measure) })
const needed = neededHeight(content(long), 200, measure)

test('[LK5] a card that fits its words grows and shrinks with them, not below its usual height', () => {
  const grown = heightAfter(fits('', 150), fits(long, 150), 150)
  expect(grown).toBe(needed)
  expect(heightAfter(fits(long, grown), fits('kort', grown), 150)).toBe(150)
})

test('[LK5] a card that somebody made higher stays so', () => {
  expect(heightAfter(fits('kort', 400), fits('korter', 400), 150)).toBe(400)
})

test('[LK5] a card cannot be made lower than its words', () => {
  expect(heightAfter(fits(long, 400), fits(long, 30), 150)).toBe(needed)
  expect(heightAfter(fits(long, 400), fits(long, 600), 150)).toBe(600)
})

test('[LK5] a pill that is longer than the card is wide makes the card higher', () => {
  const short = neededHeight(content('kort', ['dat denken we']), 200, measure)
  expect(neededHeight(content('kort', ['gezien door medewerker']), 200, measure)).toBe(short + 12)
})
