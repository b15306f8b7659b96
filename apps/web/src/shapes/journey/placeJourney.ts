import { createShapeId, type Editor, type TLShapeId, type VecLike } from 'tldraw'
import { PhaseKey } from '@samenreis/model/records/enumerations'
import { PHASE_WIDTH } from '@samenreis/model/journey/map/mapMeasures'
import { kindWords } from '../look/words.ts'
import { placeNew } from '../tool/placeNew.ts'

/** Phases that a new journey starts with: the municipal model, in plain words (model.md B3, phase.key). */
const MUNICIPAL_PHASES = PhaseKey.exclude(['custom']).options

/** Makes a journey with the five municipal phases and the usual lanes, its centre at this point. One undo step. */
export function placeJourney(editor: Editor, point: VecLike): TLShapeId | null {
  const id = placeNew(editor, 'journey', point, { w: MUNICIPAL_PHASES.length * PHASE_WIDTH })
  const journey = id === null ? undefined : editor.getShape(id)
  if (id === null || journey?.type !== 'journey') return null
  const words = kindWords()
  editor.createShapes(
    MUNICIPAL_PHASES.map((key, order) => ({
      id: createShapeId(),
      type: 'phase' as const,
      parentId: id,
      x: order * PHASE_WIDTH,
      y: 0,
      props: { key, order, title: words(`phaseTitle.${key}`), w: PHASE_WIDTH, h: journey.props.lanesFrom },
    })),
  )
  return id
}
