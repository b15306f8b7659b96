import type { ShapeId } from '../../ids/recordId.ts'
import type { Verdict } from '../../records/enumerations.ts'
import { collapsed } from '../label.ts'
import { defineView } from './View.ts'

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

/** Every rule of the board against every persona. */
export const policyTable = defineView({
  name: 'policyTable',
  reads: {
    outline: ['cards', 'personaIds'],
    links: true,
    fields: { card: ['kind', 'text', 'verdict', 'reason'] },
  },
  compute(board): PolicyTable {
    const { cards, personaIds } = board.outline
    const rules = new Map<
      string,
      { text: string; entries: { verdict: PolicyVerdict; personaIds: readonly ShapeId[] }[] }
    >()
    for (const { id } of cards) {
      const card = board.shapes.card.get(id)
      if (card?.kind !== 'policy_rule') continue
      const text = collapsed(card.text)
      const key = text === '' ? id : text.toLowerCase()
      const rule = rules.get(key) ?? { text, entries: [] }
      rules.set(key, rule)
      const verdict = { cardId: id, verdict: card.verdict, reason: card.reason }
      rule.entries.push({ verdict, personaIds: board.linkedIds(id, 'persona') })
    }
    return {
      personaIds,
      rows: [...rules.values()].map(({ text, entries }) => ({
        text,
        cardIds: entries.map(({ verdict }) => verdict.cardId),
        cells: personaIds.map((personaId) => ({
          personaId,
          verdicts: entries.filter((each) => each.personaIds.includes(personaId)).map(({ verdict }) => verdict),
        })),
        withoutPersona: entries.filter((each) => each.personaIds.length === 0).map(({ verdict }) => verdict),
      })),
    }
  },
})
