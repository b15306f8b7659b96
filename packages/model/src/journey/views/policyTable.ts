import type { ShapeId } from '../../ids/recordId.ts'
import type { Verdict } from '../../records/enumerations.ts'

/** What one card says of a rule for one persona. */
export interface PolicyVerdict {
  readonly cardId: ShapeId
  /** null = not judged yet. */
  readonly verdict: Verdict | null
  readonly reason: string
}

/** One rule for one persona: usually one card, none when nobody looked at it. */
export interface PolicyCell {
  readonly personaId: ShapeId
  readonly verdicts: readonly PolicyVerdict[]
}

/** One rule, whatever the number of cards that hold it. */
export interface PolicyRow {
  /** The words of the rule, as on its first card. */
  readonly text: string
  readonly cardIds: readonly ShapeId[]
  /** One a persona, in the order of `personaIds`. */
  readonly cells: readonly PolicyCell[]
  /** Cards of this rule that belong to no persona yet. */
  readonly withoutPersona: readonly PolicyVerdict[]
}

/** Which rule clashes with whom? (model.md B5) */
export interface PolicyTable {
  /** Every persona of the board, in reading order. */
  readonly personaIds: readonly ShapeId[]
  /** In reading order of their first card. Rules without words come one a card. */
  readonly rows: readonly PolicyRow[]
}
