import type { PersonaPoster } from '@samenreis/model/journey/personaPoster'

/** How large the words of a poster are set: as large as one page allows. */
export type PosterDensity = 'roomy' | 'usual' | 'tight'

/** Letters of a poster up to which the larger types still fit one page of A4, measured with both demos and a full one. */
const ROOMY_LETTERS = 650
const USUAL_LETTERS = 1500
/** What a heading or a line of its own takes, in letters. */
const LINE_LETTERS = 18

export function densityOf({ persona, needs }: PersonaPoster): PosterDensity {
  const lines = [
    persona.situation,
    ...persona.drivers,
    ...persona.insecurities,
    ...persona.dreams,
    ...persona.communicationWishes,
    ...persona.channelPreferences.flatMap(({ motive, expectation }) => [motive, expectation]),
    ...needs,
  ]
  const letters = lines.reduce((sum, line) => sum + line.length + LINE_LETTERS, 0)
  if (letters <= ROOMY_LETTERS) return 'roomy'
  return letters <= USUAL_LETTERS ? 'usual' : 'tight'
}
