import type { BoardSnapshot } from '@samenreis/model/document/read'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { JourneyKind } from '@samenreis/model/records/enumerations'
import type { Journey } from '@samenreis/model/records/journey'

/** One journey to look at. */
export interface JourneyChoice {
  readonly id: ShapeId
  readonly kind: JourneyKind
  /** Its title when there are several of its kind; '' when the kind's own word says enough. */
  readonly title: string
  /** 1, 2 … among journeys of its kind that have no title; 0 when nothing needs to be counted. */
  readonly number: number
}

/** The journeys of a board to choose from. The same list as long as it says the same. */
export class JourneyChoices {
  private list: readonly JourneyChoice[] = []
  private said = ''
  private of: BoardSnapshot | null = null

  /** In the order of the method: on paper, lived, joint, best, of the employee; within a kind by title, then by id. */
  read(snapshot: BoardSnapshot): readonly JourneyChoice[] {
    if (snapshot === this.of) return this.list
    this.of = snapshot
    const list = choicesOf(snapshot)
    const said = JSON.stringify(list)
    if (said !== this.said) {
      this.said = said
      this.list = list
    }
    return this.list
  }
}

function choicesOf({ records }: BoardSnapshot): readonly JourneyChoice[] {
  const journeys: Journey[] = []
  for (const record of records.values()) if (record.type === 'journey') journeys.push(record)
  journeys.sort((a, b) => rank(a) - rank(b) || a.title.trim().localeCompare(b.title.trim()) || (a.id < b.id ? -1 : 1))
  const ofKind = (kind: JourneyKind): Journey[] => journeys.filter((each) => each.kind === kind)
  return journeys.map((journey) => {
    const alike = ofKind(journey.kind)
    const title = alike.length > 1 ? journey.title.trim() : ''
    const sameTitle = alike.filter((each) => each.title.trim() === title)
    const number = alike.length > 1 && sameTitle.length > 1 ? sameTitle.indexOf(journey) + 1 : 0
    return {
      id: journey.id,
      kind: journey.kind,
      title,
      number: alike.length > 1 && title === '' ? Math.max(1, number) : number,
    }
  })
}

function rank({ kind }: Journey): number {
  return JourneyKind.options.indexOf(kind)
}

/** The journey that was chosen while it is there, else the joint one, else the first; null on a board without any. */
export function chosenJourney(choices: readonly JourneyChoice[], chosen: ShapeId | null): JourneyChoice | null {
  return (
    choices.find(({ id }) => id === chosen) ?? choices.find(({ kind }) => kind === 'joint') ?? choices.at(0) ?? null
  )
}

/**
 * The journey to compare with: the one that was chosen while it is there and another one, else one that this kind is mostly
 * held against (paper against practice, now against best), else any other; null when there is no other.
 */
export function otherJourney(
  choices: readonly JourneyChoice[],
  journey: JourneyChoice | null,
  chosen: ShapeId | null,
): JourneyChoice | null {
  if (journey === null) return null
  const others = choices.filter(({ id }) => id !== journey.id)
  const wanted: readonly JourneyKind[] =
    journey.kind === 'shadow'
      ? ['joint', 'individual']
      : journey.kind === 'ideal'
        ? ['joint', 'individual']
        : ['shadow', 'ideal']
  const usual = wanted.flatMap((kind) => others.filter((each) => each.kind === kind))
  return others.find(({ id }) => id === chosen) ?? usual.at(0) ?? others.at(0) ?? null
}
