import type { ShapeId } from '../../ids/recordId.ts'
import { Basis } from '../../records/enumerations.ts'
import { personasOf } from './personasOf.ts'
import { defineView, type ViewBoard, type ViewReads } from './View.ts'

/** What makes a statement about how it is, and so has a basis. */
export type EvidenceKind = 'persona' | 'touchpoint' | 'pain-point' | 'quote' | 'need' | 'good_practice'

/** One basis and the statements that rest on it. */
export interface BasisShare {
  readonly basis: Basis
  readonly count: number
  /** Of all statements counted, 0 … 1, not rounded; 0 when there are none. */
  readonly share: number
  readonly cardIds: readonly ShapeId[]
}

/** The five bases, strongest first, over some statements. */
export interface EvidenceShares {
  readonly total: number
  readonly bases: readonly BasisShare[]
}

/** How much is assumption? (model.md B5) */
export interface EvidenceMeter extends EvidenceShares {
  /** The same per kind; kinds without any card are left out. */
  readonly kinds: readonly (EvidenceShares & { readonly kind: EvidenceKind })[]
}

const reads = {
  outline: ['journeys', 'cards', 'personaIds'],
  links: true,
  fields: {
    touchpoint: ['basis'],
    'pain-point': ['basis'],
    card: ['kind', 'basis'],
    persona: ['basis'],
    journey: ['personaIds'],
  },
} as const satisfies ViewReads

interface Statement {
  readonly id: ShapeId
  readonly kind: EvidenceKind
  readonly basis: Basis
}

/**
 * The share of every basis over the statements of these journeys, their personas included; without journeys, over the whole
 * board. Rules, consequences and questions are no statements about how it is, so they do not count.
 */
export const evidenceMeter = defineView({
  name: 'evidenceMeter',
  reads,
  compute(board, ...journeyIds: readonly ShapeId[]): EvidenceMeter {
    const all = statementsOf(board, journeyIds)
    const kinds = evidenceKinds
      .map((kind) => ({ kind, ...sharesOf(all.filter((each) => each.kind === kind)) }))
      .filter(({ total }) => total > 0)
    return { ...sharesOf(all), kinds }
  },
})

const evidenceKinds: readonly EvidenceKind[] = ['persona', 'touchpoint', 'pain-point', 'quote', 'need', 'good_practice']

function statementsOf(board: ViewBoard<typeof reads>, journeyIds: readonly ShapeId[]): Statement[] {
  const { journeys, cards, personaIds } = board.outline
  const isWhole = journeyIds.length === 0
  const asked = journeys.filter(({ id }) => isWhole || journeyIds.includes(id))
  const personas = isWhole ? personaIds : asked.flatMap(({ id }) => personasOf(board, id))
  const inAsked = cards.filter(({ journeyId }) => isWhole || (journeyId !== null && journeyIds.includes(journeyId)))
  const statementOn = (id: ShapeId): Statement[] => {
    const card = board.shapes.card.get(id)
    const kind = evidenceKinds.find((each) => each === card?.kind)
    return [
      ...statement('touchpoint', board.shapes.touchpoint.get(id)),
      ...statement('pain-point', board.shapes['pain-point'].get(id)),
      ...(kind === undefined ? [] : statement(kind, card)),
    ]
  }
  return [
    ...[...new Set(personas)].flatMap((id) => statement('persona', board.shapes.persona.get(id))),
    ...asked.flatMap(({ stepIds }) => stepIds).flatMap(statementOn),
    ...inAsked.flatMap(({ id }) => statementOn(id)),
  ]
}

function statement(kind: EvidenceKind, shape: { readonly id: ShapeId; readonly basis: Basis } | null): Statement[] {
  return shape === null ? [] : [{ id: shape.id, kind, basis: shape.basis }]
}

function sharesOf(statements: readonly Statement[]): EvidenceShares {
  const total = statements.length
  const bases = Basis.options.map((basis): BasisShare => {
    const cardIds = statements.filter((each) => each.basis === basis).map(({ id }) => id)
    return { basis, count: cardIds.length, share: total === 0 ? 0 : cardIds.length / total, cardIds }
  })
  return { total, bases }
}
