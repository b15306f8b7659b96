import { memo, useMemo } from 'react'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { blueprintLines } from '@samenreis/model/journey/lanes/blueprintLines'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { ExperienceGround } from '../curve/ExperienceGround.tsx'
import { JourneyLane } from './JourneyLane.tsx'
import { journeyPhases } from './journeyPhases.ts'
import { JourneyTitle } from './JourneyTitle.tsx'
import { laneBands } from './laneBands.ts'
import { PhaseHints } from './PhaseHints.tsx'
import '../container/container.css'
import './journey.css'

interface JourneySheetProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'journey'>
}

/** The map of one experience: title, row of phases, lanes with their names beside it. */
export const JourneySheet = memo(function JourneySheet({ id, props }: JourneySheetProps) {
  const editor = useEditor()
  const phases = useValue('columns', () => journeyPhases(editor, id), [editor, id])
  const bands = laneBands(props.lanes, props.lanesFrom)
  const steps = bands.find(({ key }) => key === 'touchpoints')
  const lines = useMemo(() => blueprintLines(props.lanes), [props.lanes])
  return (
    <div className="journey" data-kind={props.kind} data-locked={props.locked || undefined}>
      <JourneyTitle id={id} props={props} />
      <div className="container-sheet journey-sheet">
        <div className="journey-header" style={{ height: props.lanesFrom }} />
        {bands.map((band, at) => (
          <JourneyLane
            key={`${at} ${band.key}`}
            journeyId={id}
            band={band}
            line={lines.get(band.key) ?? null}
            isFolded={props.lanes[at]?.foldedFrom !== undefined}
            isLast={at === bands.length - 1}
            locked={props.locked}
          />
        ))}
        {phases.map((phase) => (
          <div key={phase.id} className="journey-column" style={{ left: phase.x, width: phase.w }} />
        ))}
        <ExperienceGround journeyId={id} />
        {steps === undefined ? null : <PhaseHints journeyId={id} context={props.context} band={steps} />}
      </div>
      <div className="journey-edge" />
    </div>
  )
})
