import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import type { BlueprintLine } from '@samenreis/model/journey/lanes/blueprintLines'
import { laneIcons } from '../look/icons.ts'
import type { LaneBand } from './laneBands.ts'
import { LaneLine } from './LaneLine.tsx'
import { LaneStrip } from './LaneStrip.tsx'

interface JourneyLaneProps {
  readonly journeyId: TLShapeId
  readonly band: LaneBand
  /** The line of the service blueprint that runs under it. */
  readonly line: BlueprintLine | null
  readonly isFolded: boolean
  /** The lowest lane has the edge of the journey below it, which sizes it. */
  readonly isLast: boolean
  readonly locked: boolean
}

/** One band of the map, with its name beside the sheet. */
export function JourneyLane({ journeyId, band, line, isFolded, isLast, locked }: JourneyLaneProps) {
  const { t } = useTranslation(['kinds', 'journey'])
  const { key, y, h } = band
  const Icon = laneIcons[key]
  return (
    <div className="journey-lane" data-lane={key} data-folded={isFolded || undefined} style={{ top: y, height: h }}>
      {isFolded ? (
        <LaneStrip journeyId={journeyId} laneKey={key} locked={locked} />
      ) : (
        <div className="journey-lane__name">
          <Icon aria-hidden strokeWidth={1.75} />
          <span>{t(`kinds:laneKey.${key}`)}</span>
        </div>
      )}
      {line === null ? null : (
        <div className="journey-line" data-line={line}>
          <span className="journey-line__word">{t(`journey:line.${line}`)}</span>
        </div>
      )}
      {isFolded || isLast || locked ? null : <LaneLine journeyId={journeyId} band={band} />}
    </div>
  )
}
