import type { Basis, CardKind } from '@samenreis/model/records/enumerations'
import type { DomainType, ShapeOf } from '@samenreis/model/records/recordKinds'
import type { kinds } from '../../i18n/nl/kinds.ts'

/** Names that a stored record of this kind has, without the loose rest. */
export type FieldName<Type extends DomainType> = Extract<keyof KnownKeys<ShapeOf<Type>>, string>

type KnownKeys<T> = { [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] }

/** A value list with words for each value, in the namespace `kinds` of the interface texts. */
export type WordList = Exclude<
  keyof typeof kinds,
  | 'shape'
  | 'hint'
  | 'onBoard'
  | 'basisMark'
  | 'requiredByMark'
  | 'role'
  | 'voteGroup'
  | 'quadrant'
  | 'phaseTitle'
  | 'laneKey'
>

/** How a field is filled in. One control for each kind of value. */
export type Control =
  /** Typed together with others; the length comes from the record kind. */
  | { readonly control: 'text'; readonly lines: 1 | 2 | 4 }
  /** One of a list, as chips. `clearable`: choosing it again empties the field. */
  | {
      readonly control: 'choice'
      readonly words: WordList
      readonly values: readonly (string | number)[]
      readonly clearable: boolean
      /** So many are shown at first, the rest behind "meer"; absent = all. */
      readonly first?: readonly (string | number)[]
    }
  /** Several of a list, as chips. */
  | { readonly control: 'choices'; readonly words: WordList; readonly values: readonly string[] }
  /** Short lines of the person's own, one chip each. `length` is where typing stops. */
  | { readonly control: 'lines'; readonly length: number; readonly most: number }
  | { readonly control: 'number'; readonly least: number; readonly most: number; readonly clearable: boolean }
  | { readonly control: 'yesNo'; readonly words: 'yesNo' | 'consent' | 'seen' | 'locked' }
  /** Makes an action of its own of a consequence. */
  | { readonly control: 'promote' }
  /** Whether the board is about this persona before all others: one of them at most. */
  | { readonly control: 'mainPersona' }
  /** One of our drawn people. */
  | { readonly control: 'picture' }
  /** Free text that is read as a date, with buttons for usual ones. */
  | { readonly control: 'deadline' }
  /** One other card of a kind, or none. */
  | { readonly control: 'shape'; readonly kind: DomainType }
  | { readonly control: 'shapes'; readonly kind: DomainType }
  /** A person in the room, or none. */
  | { readonly control: 'person' }
  /** Channels that the persona likes, in order, each with its why. */
  | { readonly control: 'channelPreferences' }
  /** Faces for every step of the curve's journey. */
  | { readonly control: 'points' }

/** One row of the panel: a field of the record with its control. */
export type FieldDefinition<Type extends DomainType> = Control & {
  readonly name: FieldName<Type>
  /** `main` is seen at once, `more` after opening "Meer". */
  readonly part: 'main' | 'more'
  /** Only for cards of these kinds; absent = all. */
  readonly cardKinds?: readonly CardKind[]
  /** Only while the card says that it rests on this; absent = always. */
  readonly withBasis?: Basis
  /** Only once the card is an action of its own. */
  readonly promotedOnly?: true
  /** Filled in by the facilitator, read by everyone (model.md B1, owner of writes). */
  readonly facilitatorOnly?: true
}

/** What stands in the panel beside fields of the record itself. */
export type Extra = 'feeling' | 'belongsTo' | 'merge' | 'lanes' | 'copyJourney' | 'stackJourneys'

/** The panel of one kind. */
export interface PanelDefinition<Type extends DomainType> {
  readonly fields: readonly FieldDefinition<Type>[]
  /** Rows that are no field: where they stand, counted in main fields before them. */
  readonly extras: readonly { readonly extra: Extra; readonly after: FieldName<Type> }[]
  /** Fields of the record that the panel leaves out, each with the reason. */
  readonly notShown: Readonly<Record<string, string>>
}
