import type { ShapeId } from '../../ids/recordId.ts'
import { Layer } from '../../records/enumerations.ts'
import { defineView } from './View.ts'

/** The consequences of one layer. */
export interface LayerRow {
  readonly layer: Layer
  /** In reading order. */
  readonly cardIds: readonly ShapeId[]
  /** Empty on purpose: somebody looked, and nothing is needed there. Never of a layer with consequences. */
  readonly isLeft: boolean
}

/** Which layer has nobody looked at? (model.md B5) */
export interface LayerMeter {
  /** All eleven, in the order of the value list. */
  readonly layers: readonly LayerRow[]
  /** Layers without any consequence that were not left empty on purpose. */
  readonly untouched: readonly Layer[]
  /** Consequences of which nobody said the layer. */
  readonly withoutLayer: readonly ShapeId[]
  /** Consequences in all, and how many of them became an action. */
  readonly total: number
  readonly promoted: number
}

/**
 * The consequences in these journeys by layer; without journeys, those of the whole board. A layer counts as left empty as soon
 * as one of these journeys says so: consequences are looked at for a board as a whole, and the journey only keeps the answer.
 */
export const layerMeter = defineView({
  name: 'layerMeter',
  reads: {
    outline: ['journeys', 'cards'],
    links: false,
    fields: { card: ['kind', 'layer', 'promoted'], journey: ['layersLeft'] },
  },
  compute(board, ...journeyIds: readonly ShapeId[]): LayerMeter {
    const cards = board.outline.cards.flatMap(({ id, journeyId }) => {
      const isAsked = journeyIds.length === 0 || (journeyId !== null && journeyIds.includes(journeyId))
      const card = isAsked ? board.shapes.card.get(id) : null
      return card?.kind === 'consequence' ? [card] : []
    })
    const asked = journeyIds.length === 0 ? board.outline.journeys.map(({ id }) => id) : journeyIds
    const left = new Set(asked.flatMap((id) => board.shapes.journey.get(id)?.layersLeft ?? []))
    const layers = Layer.options.map((layer): LayerRow => {
      const cardIds = cards.filter((card) => card.layer === layer).map(({ id }) => id)
      return { layer, cardIds, isLeft: cardIds.length === 0 && left.has(layer) }
    })
    return {
      layers,
      untouched: layers.filter(({ cardIds, isLeft }) => cardIds.length === 0 && !isLeft).map(({ layer }) => layer),
      withoutLayer: cards.filter(({ layer }) => layer === null).map(({ id }) => id),
      total: cards.length,
      promoted: cards.filter((card) => card.promoted).length,
    }
  },
})
