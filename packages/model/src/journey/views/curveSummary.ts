import type { ShapeId } from '../../ids/recordId.ts'
import type { Voice } from '../../records/enumerations.ts'

/** How a journey felt, in one line of numbers. */
export interface FaceSummary {
  /** Mean over the steps that have a face, -2 … 2, not rounded; null = nobody was asked. */
  readonly mean: number | null
  /** Steps with a face below 0, of exactly 0, and above 0. */
  readonly negative: number
  readonly neutral: number
  readonly positive: number
  /** Steps with the lowest face of all, in the order of the journey; none when every face is the same. */
  readonly lowest: { readonly face: number; readonly stepIds: readonly ShapeId[] } | null
  readonly highest: { readonly face: number; readonly stepIds: readonly ShapeId[] } | null
  /** Every column from left to right; `mean` is null where no step has a face. */
  readonly phases: readonly { readonly phaseId: ShapeId; readonly mean: number | null }[]
}

/** The summary of one curve: one voice is never averaged away. */
export interface CurveFaces extends FaceSummary {
  readonly curveId: ShapeId
  readonly voice: Voice
}

/** How a journey felt to each voice, and to the clients and the staff together. */
export interface CurveSummary {
  /** One a curve: clients first, by id within a voice. */
  readonly curves: readonly CurveFaces[]
  /** Mean of the clients' curves per step. */
  readonly client: FaceSummary
  /** Mean of the staff's curves per step. */
  readonly staff: FaceSummary
}
