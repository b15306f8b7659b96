import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { showLane } from '@samenreis/model/journey/lanes/laneEdits'
import type { LaneKey } from '@samenreis/model/records/enumerations'
import { leads } from '../lock/lockedShape.ts'
import { laneIcons } from '../look/icons.ts'
import { changeLanes } from './changeLanes.ts'
import { foldedCount } from './foldedLanes.ts'

interface LaneStripProps {
  readonly journeyId: TLShapeId
  readonly laneKey: LaneKey
  readonly locked: boolean
}

/** A folded lane: its name, how much it keeps, and for who leads a way to open it. The same stands in the panel, for the keyboard. */
export function LaneStrip({ journeyId, laneKey, locked }: LaneStripProps) {
  const { t } = useTranslation(['kinds', 'journey'])
  const editor = useEditor()
  const count = useValue('kept', () => foldedCount(editor, journeyId, laneKey), [editor, journeyId, laneKey])
  const mayOpen = useValue('may open', () => !editor.getIsReadonly() && leads(editor) && !locked, [editor, locked])
  const Icon = laneIcons[laneKey]
  const name = t(`kinds:laneKey.${laneKey}`)
  const words = (
    <>
      <Icon aria-hidden strokeWidth={1.75} />
      <span>{count === 0 ? name : t('journey:folded', { lane: name, count })}</span>
    </>
  )
  if (!mayOpen) return <div className="journey-strip">{words}</div>
  return (
    <button
      type="button"
      className="journey-strip journey-strip--opens"
      tabIndex={-1}
      aria-label={t('journey:lanes.show', { lane: name })}
      onPointerDown={(event) => editor.markEventAsHandled(event)}
      onPointerUp={(event) => editor.markEventAsHandled(event)}
      onClick={() => changeLanes(editor, journeyId, (state) => showLane(state, laneKey))}
    >
      {words}
      <ChevronDown aria-hidden strokeWidth={2} />
    </button>
  )
}
