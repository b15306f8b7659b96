import type { Editor, TLShape, TLShapeId, VecLike } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { laneBands } from '../journey/laneBands.ts'
import { containerAt, placeNew } from '../tool/placeNew.ts'

/**
 * Makes a curve on the journey at this point, over its experience lane (over the first lane when it has none). On empty
 * ground it is made on the only journey of the page; where there are more or none it says that it needs one.
 */
export function placeCurve(editor: Editor, point: VecLike): TLShapeId | null {
  const journey = journeyAt(editor, point)
  if (journey === null) return placeNew(editor, 'curve', point)
  const bands = laneBands(journey.props.lanes, journey.props.lanesFrom)
  const lane = bands.find(({ key }) => key === 'experience') ?? bands.at(0)
  const [w, h, top] = [journey.props.w, lane?.h ?? journey.props.h, lane?.y ?? 0]
  const centre = editor.getShapePageTransform(journey.id).applyToPoint({ x: w / 2, y: top + h / 2 })
  const id = placeNew(editor, 'curve', centre, { w, h, journeyId: ShapeId.parse(journey.id) })
  if (id !== null) editor.reparentShapes([id], journey.id)
  return id
}

function journeyAt(editor: Editor, point: VecLike): TLShape<'journey'> | null {
  const under = containerAt(editor, 'curve', point)
  if (under?.type === 'journey') return under
  const journeys = editor
    .getCurrentPageShapes()
    .filter((shape): shape is TLShape<'journey'> => shape.type === 'journey')
  return journeys.length === 1 ? (journeys[0] ?? null) : null
}
