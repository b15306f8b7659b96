import { collapsed } from '../journey/label.ts'

/** What stands between two names. */
const SEPARATOR = / ?([,;/+&\n]) ?| (en|and|of|of wel|ofwel|samen met|met) /iu

/** Endings of words for what somebody does: with one of these, `Huis en Hulp` is what a planner plans. */
const FUNCTION_WORD =
  /(?:leider|adviseur|consulent|manager|medewerker|medewerkster|co[oö]rdinator|planner|regisseur|directeur|hoofd|ambtenaar|begeleider|werker|coach|arts|verpleegkundige|specialist|secretaris|voorzitter|wethouder|bestuurder|ontwikkelaar|beheerder|jurist|trainer|docent|inkoper|redacteur|functionaris|lid|eigenaar|consultant|expert|officer)s?$/iu

/** Small words inside a name: Fatima el Idrissi, Jan van der Berg. */
const NAME_PARTICLES = new Set([
  'van',
  'de',
  'der',
  'den',
  'het',
  "'t",
  'ter',
  'ten',
  'te',
  'el',
  'al',
  'la',
  'le',
  'von',
])

interface Part {
  readonly kind: 'person' | 'function' | 'other'
  /** The separator before it is one that can also stand inside the name of a task: `en`, `&`. */
  readonly continues: boolean
}

/**
 * Whether an owner's field names more than one person or function (actions.md D5.10). "Sanne en Karim" does; "Planner Huis en
 * Hulp", "Sanne, teamleider Zorg en Welzijn" and the name of an organisation on the board do not.
 *
 * @param knownNames names of organisations and of people that are one whole, whatever stands in them
 */
export function namesSeveral(owner: string, knownNames: readonly string[]): boolean {
  const text = withoutKnown(singleSpaced(owner.replace(/\([^()]*\)/gu, ' ')), knownNames)
  const parts = partsOf(text)
  if (parts.length < 2) return false
  const counted = parts.filter(
    (part, i) => !(part.continues && part.kind !== 'function' && parts[i - 1]?.kind === 'function'),
  )
  const persons = counted.filter(({ kind }) => kind === 'person').length
  const functions = counted.filter(({ kind }) => kind === 'function').length
  if (persons > 1 || functions > 1) return true
  // Typed in a hurry, without capitals: one word on each side.
  return functions === 0 && parts.length === counted.length && text.split(/\s+/u).length === 2 * parts.length - 1
}

/** Single blanks, and line breaks where they were. */
function singleSpaced(text: string): string {
  const lines = text.split('\n').map(collapsed)
  return lines.filter((line) => line !== '').join('\n')
}

function partsOf(text: string): Part[] {
  const pieces = text.split(new RegExp(SEPARATOR.source, 'giu'))
  const parts: Part[] = []
  // Splitting gives: words, mark, word between, words, mark, word between, words …
  for (let i = 0; i < pieces.length; i += 3) {
    const words = (pieces[i] ?? '').trim().split(/\s+/u).filter(Boolean)
    if (words.length === 0) continue
    const before = pieces[i - 2] ?? pieces[i - 1] ?? ''
    parts.push({ kind: kindOf(words), continues: /^(?:&|en|and)$/iu.test(before) })
  }
  return parts
}

function kindOf(words: readonly string[]): Part['kind'] {
  if (words.some((word) => FUNCTION_WORD.test(word))) return 'function'
  const isName = words.every((word) => /^\p{Lu}/u.test(word) || NAME_PARTICLES.has(word.toLowerCase()))
  return isName && words.length <= 5 ? 'person' : 'other'
}

/** Known names as one word each; for an organisation also a part of its name around its `en` or `&`. */
function withoutKnown(text: string, knownNames: readonly string[]): string {
  const lower = knownNames.map((name) => name.toLowerCase())
  return text.replace(/(?<!\S)(\S{1,80}) (en|&) (\S{1,80})/giu, (whole, left: string, _mark, right: string) => {
    const phrase = whole.toLowerCase()
    return lower.some((name) => name.includes(phrase)) ? `${left}-${right}` : whole
  })
}
