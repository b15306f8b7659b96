import type { ShapeId } from '../../ids/recordId.ts'
import type { Layer } from '../../records/enumerations.ts'

/** The consequences of one layer. */
export interface LayerRow {
  readonly layer: Layer
  /** In reading order. */
  readonly cardIds: readonly ShapeId[]
  /** Those that became an action of their own. */
  readonly promotedIds: readonly ShapeId[]
}

/** Which layer has nobody looked at? (model.md B5) */
export interface LayerMeter {
  /** All eleven, in the order of the value list. */
  readonly layers: readonly LayerRow[]
  /** Layers without any consequence. */
  readonly untouched: readonly Layer[]
  /** Consequences of which nobody said the layer. */
  readonly withoutLayer: readonly ShapeId[]
  /** Consequences in all, and how many of them became an action. */
  readonly total: number
  readonly promoted: number
}
