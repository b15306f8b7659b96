import type { ShapeId } from '../../ids/recordId.ts'
import type { JourneyKind } from '../../records/enumerations.ts'
import { journey as journeyKind, type Journey, type Lane } from '../../records/journey.ts'
import type { Phase } from '../../records/phase.ts'
import type { Touchpoint } from '../../records/touchpoint.ts'
import { isFolded } from '../lanes/laneEdits.ts'
import { NEW_LANE_HEIGHT, NEW_CURVE_LANE_HEIGHT, NEW_STEP_LANE_HEIGHT } from '../lanes/laneMeasures.ts'
import { MAP_GAP, STEP_LANE } from '../map/mapMeasures.ts'
import { copiedStep } from './copiedStep.ts'
import { lanesOfKind } from './lanesOfKind.ts'

/** A journey with what a copy takes along. Places of phases and steps are relative to the journey, whatever they stand on. */
export interface CopySource {
  readonly journey: Journey
  readonly phases: readonly Phase[]
  readonly steps: readonly Touchpoint[]
}

export interface CopyOptions {
  readonly kind: JourneyKind
  /** Gives a new id at each call. */
  readonly newId: () => ShapeId
  /** Where the copy comes to stand, on what the source stands on. */
  readonly at: { readonly x: number; readonly y: number }
}

/**
 * A new journey of this kind with the phases and steps of another, its columns at the same places (model.md B2; systems.md 21:
 * the ideal one begins with the current one). Each step knows its twin (`sameAs`), the journey what it stands beside
 * (`comparesWith`). Pain points, quotes, ideas and curves stay behind: they belong to what was lived.
 *
 * The `index` of each is that of its source, so the order among phases and steps is the same; the caller gives the journey its own.
 */
export function copyJourney({ journey, phases, steps }: CopySource, { kind, newId, at }: CopyOptions): CopySource {
  const id = newId()
  const lanes = lanesFor(kind, journey)
  const width = Math.max(journey.geometry[3], ...phases.map(({ geometry }) => geometry[0] + geometry[3]))
  const height = lanes.reduce((sum, lane) => sum + lane.h, journey.lanesFrom)
  const copy: Journey = {
    ...journey,
    id,
    kind,
    geometry: [at.x, at.y, 0, phases.length === 0 ? Math.max(width, journeyKind.size.w) : width, height],
    lanes,
    personaIds: personasFor(kind, journey.personaIds),
    // The words of the persona are not those of who works for her.
    ...(kind === 'employee' ? { startMoment: '', endMoment: '' } : {}),
    comparesWith: [journey.id],
    locked: false,
    // Said of the consequences that stay behind.
    layersLeft: [],
  }
  const from = stepBand(journey)
  const top = stepTop(lanes, journey.lanesFrom)
  return {
    journey: copy,
    phases: phases.map((phase) => ({ ...phase, id: newId(), parentId: id })),
    steps: steps.map((step) => {
      const [x, y, , w, h] = step.geometry
      const inLane = y + h / 2 >= from.top && y + h / 2 < from.bottom && !from.folded
      const place = inLane ? top + y - from.top : top + MAP_GAP
      return { ...copiedStep(step, kind), id: newId(), parentId: id, geometry: [x, place, 0, w, h], sameAs: step.id }
    }),
  }
}

function personasFor(kind: JourneyKind, ids: readonly ShapeId[]): ShapeId[] {
  if (kind === 'employee') return []
  return kind === 'individual' ? ids.slice(0, 1) : [...ids]
}

/** The usual lanes of this kind; the steps keep the room that they have. */
function lanesFor(kind: JourneyKind, source: Journey): Lane[] {
  const steps = source.lanes.find(({ key }) => key === STEP_LANE)
  const stepHeight = Math.max(NEW_STEP_LANE_HEIGHT, steps?.foldedFrom ?? steps?.h ?? 0)
  return lanesOfKind[kind].map((key) => {
    if (key === STEP_LANE) return { key, h: stepHeight }
    return { key, h: key === 'experience' ? NEW_CURVE_LANE_HEIGHT : NEW_LANE_HEIGHT }
  })
}

function stepBand({ lanes, lanesFrom }: Journey): { top: number; bottom: number; folded: boolean } {
  let top = lanesFrom
  for (const lane of lanes) {
    if (lane.key === STEP_LANE) return { top, bottom: top + lane.h, folded: isFolded(lane) }
    top += lane.h
  }
  return { top: 0, bottom: 0, folded: false }
}

function stepTop(lanes: readonly Lane[], lanesFrom: number): number {
  const at = lanes.findIndex(({ key }) => key === STEP_LANE)
  return lanes.slice(0, Math.max(0, at)).reduce((sum, { h }) => sum + h, lanesFrom)
}
