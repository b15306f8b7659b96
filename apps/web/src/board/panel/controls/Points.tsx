import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { isShapeId, useEditor, useValue, type TLShape, type TLShapeId } from 'tldraw'
import { feelingAt, isCurve } from '../../../shapes/curve/ownCurve.ts'
import { writePoints } from '../../../shapes/curve/writePoints.ts'
import { stepsOf } from '../feeling.ts'
import { nameOf } from '../nameOf.ts'
import { Faces, type Feeling } from './Faces.tsx'

interface Props {
  readonly curveId: TLShapeId
  readonly labelId: string
  readonly readOnly: boolean
}

/** Every step of the curve's journey with its face. */
export function Points({ curveId, labelId, readOnly }: Props) {
  const { t } = useTranslation(['panel', 'curve'])
  const editor = useEditor()
  const steps = useValue(
    'steps',
    () => {
      const curve = editor.getShape(curveId)
      const journeyId = curve !== undefined && isCurve(curve) ? curve.props.journeyId : null
      return journeyId !== null && isShapeId(journeyId) ? stepsOf(editor, journeyId) : []
    },
    [editor, curveId],
  )
  if (steps.length === 0) return <p className="quiet">{t('points.none')}</p>
  return (
    <>
      {readOnly ? null : <p className="quiet points__hint">{t('curve:pointsHint')}</p>}
      <ul className="points" aria-labelledby={labelId}>
        {steps.map((step) => (
          <li key={step.id}>
            <PointRow curveId={curveId} step={step} readOnly={readOnly} />
          </li>
        ))}
      </ul>
    </>
  )
}

function PointRow({ curveId, step, readOnly }: { curveId: TLShapeId; step: TLShape; readOnly: boolean }) {
  const { t } = useTranslation('panel')
  const editor = useEditor()
  const labelId = useId()
  const curve = useValue('curve', () => editor.getShape(curveId), [editor, curveId])
  if (curve === undefined || !isCurve(curve)) return null
  const name = nameOf(step)
  return (
    <div className="point">
      <span id={labelId} className="point__step">
        {name === '' ? t('untitled') : name}
      </span>
      <Faces
        small
        labelId={labelId}
        value={feelingAt(curve, step.id) as Feeling | null}
        readOnly={readOnly}
        onChange={(feeling) => writePoints(editor, curve, new Map([[step.id, feeling]]))}
      />
    </div>
  )
}
