import type { ShapeId } from '../../ids/recordId.ts'
import type { Basis } from '../../records/enumerations.ts'

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
