import { applySplice, spliceBetween, type Splice } from '@samenreis/model/document/splice'
import { isShapeType, textFieldsOf } from '@samenreis/model/records/recordKinds'
import { sameValue, type TextSplices } from './documentToStore.ts'
import type { SharedRecord } from './tldrawRecord.ts'

type Author = 'own' | 'other'

/** A text that others wrote in: its state when that began, and what happened since, oldest first. */
interface TextLog {
  readonly start: string
  readonly steps: { readonly author: Author; readonly splice: Splice; readonly after: string }[]
}

/** A value that others set: the last that they set, and what this person set after it. */
interface ValueLog {
  readonly other: unknown
  readonly own: unknown[]
}

/** Oldest steps beyond this number are forgotten: an undo that reaches back farther keeps what others did. */
const STEPS_KEPT = 2_000

/**
 * Remembers which of the values on this tab's board are somebody else's work. tldraw's undo puts whole records back, also the
 * fields that others changed since; with this it is told what it may touch (reliability.md F15).
 *
 * Kept for fields that somebody else changed only, and in this tab's memory.
 */
export class Authorship {
  private readonly texts = new Map<string, TextLog>()
  private readonly values = new Map<string, ValueLog>()
  /** Records whose content, not only place, others changed. */
  private readonly content = new Set<string>()

  /**
   * A record changed in this tab's store.
   *
   * @param splices how its texts changed, as exact as known; else the smallest single splice is taken
   */
  note(before: SharedRecord, after: SharedRecord, author: Author, splices?: TextSplices): void {
    const texts = textNames(after)
    for (const { key, name, inProps, from, to } of differences(before, after)) {
      if (author === 'other' && inProps && name !== 'w' && name !== 'h') this.content.add(after.id)
      if (texts.has(name) && typeof from === 'string' && typeof to === 'string') {
        this.noteText(key, from, to, author, splices?.get(`${after.id} ${name}`))
      } else this.noteValue(key, to, author)
    }
  }

  /** Whether somebody else changed what the record says, not only where it stands. */
  othersChanged(id: string): boolean {
    return this.content.has(id)
  }

  /** A record is gone: what is put under its id later starts anew. */
  forget(id: string): void {
    this.content.delete(id)
    for (const map of [this.texts, this.values]) {
      for (const key of map.keys()) if (key.startsWith(`${id} `)) map.delete(key)
    }
  }

  /**
   * `current` with this person's own changes taken back to `target`, a state of the same record that was here once. What others
   * did since that state stays.
   */
  takenBack<Shared extends SharedRecord>(current: Shared, target: Shared): Shared {
    const texts = textNames(current)
    const props: Record<string, unknown> = 'props' in current ? { ...current.props } : {}
    const fields: Record<string, unknown> = { ...current }
    for (const { key, name, inProps, from, to } of differences(current, target)) {
      const value =
        texts.has(name) && typeof from === 'string' && typeof to === 'string'
          ? this.textTakenBack(key, from, to)
          : this.valueTakenBack(key, to)
      if (inProps) props[name] = value
      else fields[name] = value
    }
    return ('props' in current ? { ...fields, props } : fields) as unknown as Shared
  }

  private noteText(key: string, before: string, after: string, author: Author, exact?: readonly Splice[]): void {
    const known = this.texts.get(key)
    if (known === undefined && author === 'own') return
    const { start, steps } = known ?? { start: before, steps: [] }
    let text = before
    const whole = spliceBetween(before, after)
    const fits = exact !== undefined && exact.reduce(applySplice, before) === after
    for (const splice of fits ? exact : whole === null ? [] : [whole]) {
      text = applySplice(text, splice)
      steps.push({ author, splice, after: text })
    }
    const forgotten = steps.splice(0, Math.max(0, steps.length - STEPS_KEPT)).at(-1)
    this.texts.set(key, { start: forgotten?.after ?? start, steps })
  }

  private noteValue(key: string, value: unknown, author: Author): void {
    if (author === 'other') this.values.set(key, { other: value, own: [] })
    else {
      const own = this.values.get(key)?.own
      own?.push(value)
      if (own !== undefined && own.length > STEPS_KEPT) own.shift()
    }
  }

  private valueTakenBack(key: string, target: unknown): unknown {
    const log = this.values.get(key)
    if (log === undefined || log.own.some((each) => sameValue(each, target))) return target
    // The target is older than what somebody else set: his value is what stays when ours is taken away.
    return log.other
  }

  private textTakenBack(key: string, current: string, target: string): string {
    const log = this.texts.get(key)
    if (log === undefined) return target
    const last = log.steps.findLastIndex((step) => step.after === target)
    // A state from before the log: everything up to its start was this person's own.
    const start: TextLog['steps'] =
      last >= 0 ? [] : [{ author: 'own', splice: spliceBetween(target, log.start) ?? noSplice, after: log.start }]
    const steps = [...start, ...log.steps.slice(last + 1)]
    return withoutOwn(target, steps) ?? current
  }
}

const noSplice: Splice = { index: 0, remove: 0, insert: '' }

/** A character of a text and its fate. */
interface Glyph {
  readonly unit: string
  readonly author: Author | 'base'
  takenBy: Author | null
}

/** The text after the steps of others alone, or null when the steps do not fit the text. */
function withoutOwn(base: string, steps: TextLog['steps']): string | null {
  let glyphs: Glyph[] = base.split('').map((unit) => ({ unit, author: 'base', takenBy: null }))
  let text = base
  for (const { author, splice } of steps) {
    text = applySplice(text, splice)
    glyphs = spliced(glyphs, splice, author)
  }
  if (steps.length > 0 && text !== steps.at(-1)?.after) return null
  return glyphs
    .filter(({ author, takenBy }) => author !== 'own' && takenBy !== 'other')
    .map(({ unit }) => unit)
    .join('')
}

function spliced(glyphs: readonly Glyph[], { index, remove, insert }: Splice, author: Author): Glyph[] {
  const result: Glyph[] = []
  const inserted = insert.split('').map((unit): Glyph => ({ unit, author, takenBy: null }))
  let at = 0
  let placed = false
  for (const glyph of glyphs) {
    const visible = glyph.takenBy === null
    if (visible && at === index && !placed) {
      result.push(...inserted)
      placed = true
    }
    if (visible && at >= index && at < index + remove) glyph.takenBy = author
    if (visible) at++
    result.push(glyph)
  }
  if (!placed) result.push(...inserted)
  return result
}

interface Difference {
  /** Record and field, for the logs. */
  readonly key: string
  readonly name: string
  readonly inProps: boolean
  readonly from: unknown
  readonly to: unknown
}

function differences(before: SharedRecord, after: SharedRecord): Difference[] {
  const found: Difference[] = []
  const compare = (from: object, to: object, inProps: boolean): void => {
    const old: Readonly<Record<string, unknown>> = { ...from }
    for (const [name, value] of Object.entries(to)) {
      if (name === 'props' || sameValue(old[name], value)) continue
      found.push({ key: `${after.id} ${inProps ? 'props.' : ''}${name}`, name, inProps, from: old[name], to: value })
    }
  }
  compare(before, after, false)
  if ('props' in before && 'props' in after) compare(before.props, after.props, true)
  return found
}

function textNames(record: SharedRecord): ReadonlySet<string> {
  return new Set(record.typeName === 'shape' && isShapeType(record.type) ? textFieldsOf(record.type) : [])
}
