import { Law } from '@samenreis/model/records/enumerations'
import { expect, test } from 'vitest'
import { kindWords } from '../look/words.ts'
import { journeyLaws } from './journeyLaws.ts'

const words = kindWords()

test('[FR3] a journey without laws says nothing of them', () => {
  expect(journeyLaws([], words)).toBe(null)
})

test('[FR3] laws stand in one order, each once, whoever chose them first', () => {
  const said = journeyLaws(['jeugdwet', 'wmo'], words)
  expect(said).toContain(`${words('law.wmo')}, ${words('law.jeugdwet')}`)
  expect(journeyLaws(['wmo', 'jeugdwet', 'wmo'], words)).toBe(said)
  for (const law of Law.options) expect(journeyLaws([law], words)).toContain(words(`law.${law}`))
})
