import { createComputedCache, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { centreY, STEP_LANE } from '@samenreis/model/journey/map/mapMeasures'
import type { MapCard, MapPhase, MapState } from '@samenreis/model/journey/map/MapState'
import { boxInParent } from '../journey/boxInParent.ts'
import { laneBands } from '../journey/laneBands.ts'
import { isPlacedFreely } from '../journey/placedFreely.ts'
import { isTidied } from '../journey/readMapState.ts'

const rows = createComputedCache(
  'phases and row of steps of a map',
  (editor: Editor, journey: TLShape<'journey'>): MapState => {
    const { w, h, lanes, lanesFrom } = journey.props
    const band = laneBands(lanes, lanesFrom).find(({ key }) => key === STEP_LANE)
    const phases: MapPhase[] = []
    const cards: MapCard[] = []
    for (const childId of editor.getSortedChildIdsForParent(journey.id)) {
      const shape = editor.getShape(childId)
      if (shape === undefined || shape.type === 'curve') continue
      if (shape.type === 'phase') {
        phases.push({ id: ShapeId.parse(shape.id), x: shape.x, w: shape.props.w, order: shape.props.order })
        continue
      }
      // A card's box is its own; only the others have to be measured.
      const isCard = isTidied(shape)
      const box = isCard ? { x: shape.x, y: shape.y, w: shape.props.w, h: shape.props.h } : boxInParent(editor, shape)
      const y = centreY(box)
      if (band === undefined || y < band.y || y >= band.y + band.h) continue
      const role = isCard ? (isPlacedFreely(shape) ? 'free' : 'card') : 'loose'
      cards.push({ id: ShapeId.parse(shape.id), role, laneKey: null, ...box, belongsTo: [] })
    }
    return { w, h, lanes, lanesFrom, phases, cards, curves: [] }
  },
  // A card that moves in another lane must not place the marks again.
  { areResultsEqual: sameRow },
)

/**
 * The map with its phases and what stands in its lane of steps, without all the rest: cheap enough to follow while people work on
 * a map of a thousand cards. null when the journey is gone.
 */
export function stepRow(editor: Editor, journeyId: TLShapeId): MapState | null {
  return rows.get(editor, journeyId) ?? null
}

function sameRow(a: MapState, b: MapState): boolean {
  return (
    a.w === b.w &&
    a.h === b.h &&
    a.lanes === b.lanes &&
    a.lanesFrom === b.lanesFrom &&
    sameItems(a.phases, b.phases, ['id', 'x', 'w', 'order']) &&
    sameItems(a.cards, b.cards, ['id', 'role', 'x', 'y', 'w', 'h'])
  )
}

function sameItems<Item extends object>(
  a: readonly Item[],
  b: readonly Item[],
  fields: readonly (keyof Item)[],
): boolean {
  return (
    a.length === b.length &&
    a.every((item, at) => {
      const other = b[at]
      return fields.every((field) => item[field] === other?.[field])
    })
  )
}
