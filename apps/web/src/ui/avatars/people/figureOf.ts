import { CLOTHES, GREY, HAIR_COLOURS, SKINS, type Figure, type Hair } from './Figure.ts'
import { ALONE, isPersonName, people, personNames, type PersonDrawing } from './people.ts'

const GROUNDS = ['#E3D8F0', '#CFE2F3', '#CDE6D6', '#F5DFBD'] as const

/** Words of a name that say something of who is drawn. */
const TELLING =
  /(?:^|-)(?:vrouw|woman|man|grijs|grey|pet|cap|hoofddoek|scarf|schort|apron|bril|glasses|baard|beard|kaal|bald|krullen|curls|knot)(?:-|$)/i
/** Of one person each: for who has no drawing chosen yet. */
const single = personNames.filter((name) => {
  const drawing: PersonDrawing = people[name]
  return drawing.people.length === 1 && drawing.baby === undefined
})

/**
 * The drawing of this name, always the same: one of ours, or made up from its words. A name that says nothing of who is drawn,
 * such as the id of a persona whose drawing nobody chose, gives one of ours; names that follow each other give different ones.
 */
export function drawingOf(name: string): PersonDrawing {
  if (isPersonName(name)) return people[name]
  const stranger = TELLING.test(name) ? undefined : single[hash(name) % single.length]
  if (stranger !== undefined) return people[stranger]
  return { ground: pick(GROUNDS, hash(name) >>> 12), people: [{ figure: figureOf(name), ...ALONE }] }
}

/**
 * The person that a name without a drawing of ours stands for. Names are words with hyphens, as `vrouw-grijs-bril`; words it
 * does not know only choose colours, so that every name gives one and the same portrait on every screen.
 */
export function figureOf(name: string): Figure {
  const words = new Set(name.toLowerCase().split('-'))
  const has = (...either: readonly string[]): boolean => either.some((word) => words.has(word))
  const isWoman = has('vrouw', 'woman')
  const isGrey = has('grijs', 'grey')
  const seed = hash(name)
  const skin = (seed >>> 4) % SKINS.length
  const headwear = has('pet', 'cap') ? 'cap' : has('hoofddoek', 'scarf') ? 'scarf' : undefined
  return {
    hair: hairOf(has, isWoman),
    hairColour: isGrey ? GREY : pick(HAIR_COLOURS.slice(Math.min(skin, 3)), seed),
    skin: pick(SKINS, skin),
    clothes: pick(CLOTHES, seed >>> 8),
    old: isGrey,
    apron: has('schort', 'apron'),
    ...(headwear === undefined ? {} : { headwear, headwearColour: pick(CLOTHES, (seed >>> 8) + 2) }),
    ...(has('bril', 'glasses') ? { glasses: 'round' } : {}),
    ...(has('baard', 'beard') ? { beard: 'short' } : {}),
  }
}

function hairOf(has: (...either: readonly string[]) => boolean, isWoman: boolean): Hair {
  if (has('kaal', 'bald')) return 'bald'
  if (has('pet', 'cap')) return 'crop'
  if (has('krullen', 'curls')) return 'afro'
  if (has('knot', 'grijs', 'schort')) return isWoman ? 'bun' : 'short'
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
