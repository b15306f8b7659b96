/** Numbers as people write them: a real minus sign, a comma in Dutch. */

/** A feeling, -2 … 2, with its sign. One decimal at most: a mean says no more than that. */
export function meanText(mean: number, language: string): string {
  return changeText(mean, language)
}

/** A whole number, or one decimal where there is one. */
export function numberText(value: number, language: string): string {
  return withMinus(value, language)
}

/** How much more or less: always with its sign, but nought has none. */
export function changeText(change: number, language: string): string {
  const text = withMinus(change, language)
  return change > 0 && text !== '0' ? `+${text}` : text
}

/** A share of 0 to 1 in whole percents. */
export function shareText(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

function withMinus(value: number, language: string): string {
  const tenths = Math.round(Math.abs(value) * 10)
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(tenths / 10)
  return value < 0 && tenths > 0 ? `\u2212${text}` : text
}

/** The face nearest to a mean; halves away from nought, so that "rather bad" is not shown as neutral. */
export function nearestFeeling(mean: number): -2 | -1 | 0 | 1 | 2 {
  const rounded = Math.sign(mean) * Math.round(Math.abs(mean))
  return rounded >= 2 ? 2 : rounded <= -2 ? -2 : rounded === 1 ? 1 : rounded === -1 ? -1 : 0
}
