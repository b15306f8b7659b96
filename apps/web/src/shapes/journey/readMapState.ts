import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'
import type { MapCard, MapCurve, MapPhase, MapState } from '@samenreis/model/journey/map/MapState'
import { isDomainType } from '@samenreis/model/records/recordKinds'
import { belongingKindOf } from '../belongsTo/bindsDomainShape.ts'
import { usualLane } from '../belongsTo/usualLane.ts'
import { boxInParent } from './boxInParent.ts'
import { isPlacedFreely } from './placedFreely.ts'

/** Kinds that a map tidies. The others (persona, actor, matrix, drawings) stand where somebody put them. */
const TIDIED: ReadonlySet<TLShape['type']> = new Set<TidiedType>(['touchpoint', 'pain-point', 'card', 'idea'])
type TidiedType = 'touchpoint' | 'pain-point' | 'card' | 'idea'

/** The geometry of a journey on the canvas as plain values; null when it is gone or no journey. */
export function readMapState(editor: Editor, journeyId: TLShapeId): MapState | null {
  const journey = editor.getShape(journeyId)
  if (journey?.type !== 'journey') return null
  const { w, h, lanes, lanesFrom } = journey.props
  const phases: MapPhase[] = []
  const cards: MapCard[] = []
  const curves: MapCurve[] = []
  for (const childId of editor.getSortedChildIdsForParent(journeyId)) {
    const shape = editor.getShape(childId)
    const id = ShapeId.safeParse(childId)
    if (shape === undefined || !id.success) continue
    if (shape.type === 'phase') {
      phases.push({ id: id.data, x: shape.x, w: shape.props.w, order: shape.props.order })
    } else if (shape.type === 'curve') {
      curves.push({ id: id.data, x: shape.x, y: shape.y, w: shape.props.w, h: shape.props.h })
    } else if (!holdsOnByItself(editor, shape)) {
      cards.push(cardOf(editor, shape, id.data))
    }
  }
  return { w, h, lanes, lanesFrom, phases, cards, curves }
}

/** Whether a map tidies this shape when it stands on one. A turned one (of an older board) has no place side by side with others. */
export function isTidied(shape: TLShape): shape is TLShape<TidiedType> {
  return TIDIED.has(shape.type) && shape.rotation === 0
}

/** An arrow that is bound at both ends follows what it is bound to. */
function holdsOnByItself(editor: Editor, shape: TLShape): boolean {
  return shape.type === 'arrow' && editor.getBindingsFromShape(shape, 'arrow').length === 2
}

function cardOf(editor: Editor, shape: TLShape, id: ShapeId): MapCard {
  return {
    id,
    role: isTidied(shape) ? (isPlacedFreely(shape) ? 'free' : 'card') : 'loose',
    laneKey: isDomainType(shape.type) ? usualLane(belongingKindOf(shape)) : null,
    ...boxInParent(editor, shape),
    belongsTo: editor
      .getBindingsFromShape(shape, 'belongs_to')
      .map(({ toId }) => ShapeId.safeParse(toId))
      .flatMap((toId) => (toId.success ? [toId.data] : [])),
  }
}
