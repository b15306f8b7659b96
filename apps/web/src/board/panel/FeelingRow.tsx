import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { isHeldShape } from '../../shapes/lock/lockedShape.ts'
import { useBoardSession } from '../BoardSession.ts'
import { Faces } from './controls/Faces.tsx'
import { journeyOf } from '../../shapes/curve/ownCurve.ts'
import { FeelingSteps } from './FeelingSteps.tsx'
import { stepPlace } from './feelingWalk.ts'
import { ownFeeling, tellFeeling } from './feeling.ts'
import { useShapeName } from './useCandidates.tsx'

interface Props {
  readonly touchpointId: TLShapeId
}

/** "Hoe was dit voor Riet?": sets the point of this step in one's own curve. */
export function FeelingRow({ touchpointId }: Props) {
  const { t } = useTranslation('panel')
  const editor = useEditor()
  const { me, mayEdit } = useBoardSession()
  const labelId = useId()
  const journey = useValue('journey', () => journeyOf(editor, touchpointId), [editor, touchpointId])
  const isHeld = useValue('held', () => isHeldShape(editor, touchpointId), [editor, touchpointId])
  const feeling = useValue('feeling', () => ownFeeling(editor, touchpointId, me.id), [editor, touchpointId, me.id])
  const isHers = useValue('hers', () => stepPlace(editor, touchpointId) !== null, [editor, touchpointId])
  const name = useShapeName(journey?.props.personaIds[0] ?? null)
  // What the organisation does behind the counter is felt by nobody in this journey.
  if (journey !== null && !isHers) return null
  return (
    <div className="field">
      <p className="field__label" id={labelId}>
        {name === null ? t('extras.feelingNobody') : t('extras.feeling', { name })}
      </p>
      {journey === null ? (
        <p className="quiet">{t('extras.feelingOutside')}</p>
      ) : (
        <>
          <Faces
            labelId={labelId}
            value={feeling}
            readOnly={!mayEdit || isHeld}
            onChange={(next) => tellFeeling(editor, touchpointId, me, next)}
          />
          {isHeld ? null : <p className="quiet">{t('extras.feelingHint')}</p>}
          <FeelingSteps touchpointId={touchpointId} />
        </>
      )}
    </div>
  )
}
