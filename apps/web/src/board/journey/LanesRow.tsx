import './journey-rows.css'
import { ChevronDown, ChevronUp, Rows3 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { LANE_ORDER } from '@samenreis/model/journey/lanes/laneMeasures'
import { isFixedShape } from '../../shapes/lock/lockedShape.ts'
import { useBoardSession } from '../BoardSession.ts'
import { LaneItem } from './LaneItem.tsx'
import { useLanes } from './useLanes.ts'

interface Props {
  readonly journeyId: TLShapeId
}

/** "Banen": which lanes the map shows, in which order and how high. Closed at first; for who leads, while the journey is free. */
export function LanesRow({ journeyId }: Props) {
  const { t } = useTranslation('journey')
  const editor = useEditor()
  const { mayEdit, isFacilitator } = useBoardSession()
  const [open, setOpen] = useState(false)
  const isFixed = useValue('fixed', () => isFixedShape(editor, journeyId), [editor, journeyId])
  const lanes = useLanes(journeyId)
  if (!mayEdit || !isFacilitator || isFixed) return null
  const onMap = [...new Map(lanes.map((lane) => [lane.key, lane])).values()]
  const others = LANE_ORDER.filter((key) => onMap.every((lane) => lane.key !== key))
  const shown = lanes.filter(({ foldedFrom }) => foldedFrom === undefined).length
  return (
    <div className="field">
      <p className="field__label">{t('lanes.title')}</p>
      <button type="button" className="chip journey-open" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Rows3 size={18} aria-hidden="true" />
        <span>{open ? t('lanes.close') : t('lanes.count', { count: shown })}</span>
        {open ? <ChevronUp size={18} aria-hidden="true" /> : <ChevronDown size={18} aria-hidden="true" />}
      </button>
      {open ? (
        <>
          <ul className="lane-list" aria-label={t('lanes.title')}>
            {onMap.map(({ key }) => (
              <LaneItem key={key} journeyId={journeyId} laneKey={key} />
            ))}
            {others.map((key) => (
              <LaneItem key={key} journeyId={journeyId} laneKey={key} />
            ))}
          </ul>
          <p className="quiet">{t('lanes.hint')}</p>
        </>
      ) : null}
    </div>
  )
}
