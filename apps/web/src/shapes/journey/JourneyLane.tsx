import { useTranslation } from 'react-i18next'
import type { BlueprintLine } from '@samenreis/model/journey/lanes/blueprintLines'
import { laneIcons } from '../look/icons.ts'
import type { LaneBand } from './laneBands.ts'

interface JourneyLaneProps {
  readonly band: LaneBand
  /** The line of the service blueprint that runs under it. */
  readonly line: BlueprintLine | null
}

/** One band of the map, with its name beside the sheet. */
export function JourneyLane({ band: { key, y, h }, line }: JourneyLaneProps) {
  const { t } = useTranslation(['kinds', 'journey'])
  const Icon = laneIcons[key]
  return (
    <div className="journey-lane" data-lane={key} style={{ top: y, height: h }}>
      <div className="journey-lane__name">
        <Icon aria-hidden strokeWidth={1.75} />
        <span>{t(`kinds:laneKey.${key}`)}</span>
      </div>
      {line === null ? null : (
        <div className="journey-line" data-line={line}>
          <span className="journey-line__word">{t(`journey:line.${line}`)}</span>
        </div>
      )}
    </div>
  )
}
