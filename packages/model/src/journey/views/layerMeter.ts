import type { ShapeId } from '../../ids/recordId.ts'
import { Layer } from '../../records/enumerations.ts'
import { defineView } from './View.ts'

/** The consequences of one layer. */
export interface LayerRow {
  readonly layer: Layer
  /** In reading order. */
  readonly cardIds: readonly ShapeId[]
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

/** The consequences in these journeys by layer; without journeys, those of the whole board. */
export const layerMeter = defineView({
  name: 'layerMeter',
  reads: { outline: ['cards'], links: false, fields: { card: ['kind', 'layer', 'promoted'] } },
  compute(board, ...journeyIds: readonly ShapeId[]): LayerMeter {
    const cards = board.outline.cards.flatMap(({ id, journeyId }) => {
      const isAsked = journeyIds.length === 0 || (journeyId !== null && journeyIds.includes(journeyId))
      const card = isAsked ? board.shapes.card.get(id) : null
      return card?.kind === 'consequence' ? [card] : []
    })
    const layers = Layer.options.map((layer): LayerRow => ({
      layer,
      cardIds: cards.filter((card) => card.layer === layer).map(({ id }) => id),
    }))
    return {
      layers,
      untouched: layers.filter(({ cardIds }) => cardIds.length === 0).map(({ layer }) => layer),
      withoutLayer: cards.filter(({ layer }) => layer === null).map(({ id }) => id),
      total: cards.length,
      promoted: cards.filter((card) => card.promoted).length,
    }
  },
})
