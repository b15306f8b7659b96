import { useRef, useState, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { lowestLane, resizeLane } from '@samenreis/model/journey/lanes/laneEdits'
import { leads } from '../lock/lockedShape.ts'
import { changeLanes } from './changeLanes.ts'
import type { LaneBand } from './laneBands.ts'
import { readMapState } from './readMapState.ts'

interface LaneLineProps {
  readonly journeyId: TLShapeId
  readonly band: LaneBand
}

interface Pull {
  readonly startY: number
  readonly lowest: number
  /** Height that the lane would get, in board pixels. */
  readonly h: number
}

/**
 * The line under a lane of the selected journey, to be dragged: the lane gets that high when it is let go of. Meanwhile only the line
 * moves, here: a lane below which sixty cards stand would send sixty moves twenty times a second. Who does not drag has the same
 * in the panel (WCAG 2.5.7).
 */
export function LaneLine({ journeyId, band }: LaneLineProps) {
  const { t } = useTranslation(['kinds', 'journey'])
  const editor = useEditor()
  const [pull, setPull] = useState<Pull | null>(null)
  const line = useRef<HTMLDivElement>(null)
  const isOffered = useValue(
    'may size lanes',
    () =>
      editor.getOnlySelectedShapeId() === journeyId &&
      editor.isIn('select.idle') &&
      !editor.getIsReadonly() &&
      leads(editor),
    [editor, journeyId],
  )
  if (!isOffered && pull === null) return null

  const start = (event: PointerEvent): void => {
    const state = event.button === 0 ? readMapState(editor, journeyId) : null
    if (state === null) return
    editor.markEventAsHandled(event)
    line.current?.setPointerCapture(event.pointerId)
    setPull({ startY: event.clientY, lowest: lowestLane(state, band.key), h: band.h })
  }
  const move = (event: PointerEvent): void => {
    if (pull === null) return
    editor.markEventAsHandled(event)
    const by = (event.clientY - pull.startY) / editor.getZoomLevel()
    setPull({ ...pull, h: Math.max(pull.lowest, Math.round(band.h + by)) })
  }
  const end = (event: PointerEvent): void => {
    if (pull === null) return
    editor.markEventAsHandled(event)
    setPull(null)
    if (event.type === 'pointerup') changeLanes(editor, journeyId, (state) => resizeLane(state, band.key, pull.h))
  }
  return (
    <div
      ref={line}
      className="journey-size"
      data-pulled={pull !== null || undefined}
      style={{ top: pull?.h ?? band.h }}
      title={t('journey:lanes.pull', { lane: t(`kinds:laneKey.${band.key}`) })}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <span className="journey-size__grip" />
    </div>
  )
}
