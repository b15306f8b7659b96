import type { BoardSnapshot } from '@samenreis/model/document/read'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { collapsed } from '@samenreis/model/journey/label'
import type { ListedJourney } from '@samenreis/model/journey/views/journeyList'
import type { JourneyKind } from '@samenreis/model/records/enumerations'

/** One journey to look at, and what tells it from the others. */
export interface JourneyChoice extends ListedJourney {
  /** Whose it is, when there are several of its kind; '' when the kind's own word says enough or nobody said. */
  readonly who: string
  /** Its title, when there are several of its kind and `who` does not tell them apart. */
  readonly title: string
  /** 1, 2 … when nothing else tells it from another one; 0 when nothing needs to be counted. */
  readonly number: number
}

/** The journeys of a board to choose from. The same list as long as it says the same. */
export class JourneyChoices {
  private list: readonly JourneyChoice[] = []
  private said = ''

  /** In the order of `listed`: as they lie on the board. */
  read(listed: readonly ListedJourney[], { records }: BoardSnapshot): readonly JourneyChoice[] {
    const list = listed.map((journey) => ({ ...journey, ...wordsOf(journey.id, records) }))
    const said = JSON.stringify(list)
    if (said !== this.said) {
      this.said = said
      this.list = toldApart(list)
    }
    return this.list
  }
}

interface Words {
  readonly who: string
  readonly title: string
}

function wordsOf(id: ShapeId, records: BoardSnapshot['records']): Words {
  const journey = records.get(id)
  if (journey?.type !== 'journey') return { who: '', title: '' }
  const names = journey.personaIds.flatMap((personaId) => {
    const persona = records.get(personaId)
    return persona?.type === 'persona' && persona.name.trim() !== '' ? [collapsed(persona.name)] : []
  })
  return { who: names.join(', '), title: collapsed(journey.title) }
}

/** Of each journey no more words than are needed to tell it from the others of its kind. */
function toldApart(list: readonly (ListedJourney & Words)[]): readonly JourneyChoice[] {
  return list.map((journey) => {
    const alike = list.filter(({ kind }) => kind === journey.kind)
    if (alike.length === 1) return { ...journey, who: '', title: '', number: 0 }
    const sameWho = alike.filter(({ who }) => who === journey.who)
    if (journey.who !== '' && sameWho.length === 1) return { ...journey, title: '', number: 0 }
    const sameTitle = alike.filter(({ title }) => title === journey.title)
    const number =
      sameTitle.length === 1 && journey.title !== '' ? 0 : sameTitle.findIndex(({ id }) => id === journey.id) + 1
    return { ...journey, who: '', number }
  })
}

/**
 * The journey that was chosen while it is there; else the joint one, else one that somebody lived, else the first: of those
 * with steps, when any has. null on a board without journeys.
 */
export function chosenJourney(choices: readonly JourneyChoice[], chosen: ShapeId | null): JourneyChoice | null {
  return choices.find(({ id }) => id === chosen) ?? bestOf(choices, ['joint', 'individual', 'employee'])
}

/**
 * The journey to compare with: the one that was chosen while it is there and another one; else one that the board says is to
 * be read beside it; else one that this kind is mostly held against (paper against practice, now against best).
 */
export function otherJourney(
  choices: readonly JourneyChoice[],
  journey: JourneyChoice | null,
  chosen: ShapeId | null,
): JourneyChoice | null {
  if (journey === null) return null
  const others = choices.filter(({ id }) => id !== journey.id)
  const isPlan = journey.kind === 'shadow' || journey.kind === 'ideal'
  const usual: readonly JourneyKind[] = isPlan ? ['joint', 'individual'] : ['shadow', 'ideal']
  return (
    others.find(({ id }) => id === chosen) ??
    bestOf(
      others.filter(({ id }) => journey.comparesWith.includes(id)),
      usual,
    ) ??
    bestOf(others, usual)
  )
}

/** Those with steps first, then by kind, then as they lie on the board. */
function bestOf(choices: readonly JourneyChoice[], kinds: readonly JourneyKind[]): JourneyChoice | null {
  const filled = choices.filter(({ steps }) => steps > 0)
  const among = filled.length > 0 ? filled : choices
  return kinds.flatMap((kind) => among.filter((each) => each.kind === kind)).at(0) ?? among.at(0) ?? null
}
