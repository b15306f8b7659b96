/** What a portrait is drawn from. */
export interface Portrait {
  readonly hair: 'short' | 'long' | 'bun' | 'cap' | 'scarf' | 'bald'
  readonly hairColour: string
  readonly skin: string
  readonly clothes: string
  readonly glasses: boolean
  readonly apron: boolean
}

/** From light to dark hair; darker skins take from the dark end, as with people. */
const HAIR_COLOURS = ['#A8763E', '#8A5A33', '#4A3728', '#3A3230', '#2B2523']
const GREY = '#A9ADB3'
const SKINS = ['#F2CFB3', '#E0AE86', '#C68B5E', '#94603C', '#6B432C']
const CLOTHES = ['#6B3FA0', '#1D5E9E', '#0B7285', '#1B7A48', '#8A3A6B', '#7A5C2E']

/**
 * The portrait that the name of a drawing stands for. Names are words with hyphens, as `vrouw-grijs-bril`; words it does not
 * know only choose colours, so that every name gives one and the same portrait on every screen.
 */
export function portraitOf(name: string): Portrait {
  const words = new Set(name.toLowerCase().split('-'))
  const isWoman = words.has('vrouw') || words.has('woman')
  const isGrey = words.has('grijs') || words.has('grey')
  const seed = hash(name)
  const skin = (seed >>> 4) % SKINS.length
  const hair = hairOf(words, isWoman)
  const clothes = pick(CLOTHES, seed >>> 8)
  return {
    hair,
    hairColour:
      hair === 'scarf' ? pick(CLOTHES, (seed >>> 8) + 2) : isGrey ? GREY : pick(HAIR_COLOURS.slice(skin), seed),
    skin: pick(SKINS, skin),
    clothes,
    glasses: words.has('bril') || words.has('glasses'),
    apron: words.has('schort') || words.has('apron'),
  }
}

function hairOf(words: ReadonlySet<string>, isWoman: boolean): Portrait['hair'] {
  if (words.has('pet') || words.has('cap')) return 'cap'
  if (words.has('hoofddoek') || words.has('scarf')) return 'scarf'
  if (words.has('kaal') || words.has('bald')) return 'bald'
  if (words.has('knot') || words.has('grijs') || words.has('schort')) return isWoman ? 'bun' : 'short'
  return isWoman ? 'long' : 'short'
}

function pick(values: readonly string[], seed: number): string {
  return values[seed % values.length] ?? ''
}

/** Any even spread will do; the same on every machine. */
function hash(name: string): number {
  let value = 17
  for (const letter of name) value = (Math.imul(value, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  return value
}
