import { Route } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import type { LaneKey } from '@samenreis/model/records/enumerations'
import { journey } from '@samenreis/model/records/journey'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { CardText } from '../cardFrame/CardText.tsx'
import { familyStyle } from '../look/ColourFamily.ts'
import { laneIcons } from '../look/icons.ts'
import { journeyPhases } from './journeyPhases.ts'
import { laneBands } from './laneBands.ts'
import '../container/container.css'
import './journey.css'

/** Under these lanes runs a line of the service blueprint, when what it parts is on the map (model.md B3, lane). */
const BLUEPRINT_LINES: ReadonlySet<LaneKey> = new Set<LaneKey>(['touchpoints', 'frontstage', 'backstage'])
const BLUEPRINT_LANES: ReadonlySet<LaneKey> = new Set<LaneKey>(['frontstage', 'backstage', 'support'])

interface JourneySheetProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'journey'>
}

/** The map of one experience: title, row of phases, lanes with their names beside it. */
export const JourneySheet = memo(function JourneySheet({ id, props }: JourneySheetProps) {
  const { t } = useTranslation('kinds')
  const editor = useEditor()
  const phases = useValue('columns', () => journeyPhases(editor, id), [editor, id])
  const bands = laneBands(props.lanes, props.lanesFrom)
  const isBlueprint = props.lanes.some(({ key }) => BLUEPRINT_LANES.has(key))
  return (
    <div className="journey" style={familyStyle('journey')}>
      <div className="container-title">
        <Route className="container-title__icon" aria-hidden strokeWidth={2} />
        <CardText
          shapeId={id}
          type="journey"
          field="title"
          value={props.title}
          hint={t('hint.journey')}
          maxLength={journey.texts.title}
          singleLine
        />
        <span className="container-title__kind">{t(`journeyKind.${props.kind}`)}</span>
      </div>
      <div className="container-sheet">
        <div className="journey-header" style={{ height: props.lanesFrom }} />
        {bands.map(({ key, y, h }) => {
          const Icon = laneIcons[key]
          return (
            <div
              key={key}
              className="journey-lane"
              data-lane={key}
              data-blueprint={(isBlueprint && BLUEPRINT_LINES.has(key)) || undefined}
              style={{ top: y, height: h }}
            >
              <div className="journey-lane__name">
                <Icon aria-hidden strokeWidth={1.75} />
                <span>{t(`laneKey.${key}`)}</span>
              </div>
            </div>
          )
        })}
        {phases.map((phase) => (
          <div key={phase.id} className="journey-column" style={{ left: phase.x, width: phase.w }} />
        ))}
      </div>
    </div>
  )
})
