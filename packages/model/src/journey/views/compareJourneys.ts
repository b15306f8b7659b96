import type { ShapeId } from '../../ids/recordId.ts'
import type { PhaseKey } from '../../records/enumerations.ts'
import { journeyOf, type JourneyOutline } from '../BoardOutline.ts'
import { waitingAt } from './Counted.ts'
import { curveFields, curvesOf, meanFaces, meanOf, ofSide } from './faces.ts'
import { phaseName } from './phaseName.ts'
import { defineView, type ViewBoard, type ViewReads } from './View.ts'

/** One journey within one phase, or as a whole. */
export interface JourneyFigures {
  /** Columns counted; none = this journey has no such phase. */
  readonly phaseIds: readonly ShapeId[]
  readonly stepIds: readonly ShapeId[]
  readonly waitDays: number
  readonly letters: number
  /** Mean face of the clients, -2 … 2, not rounded; null = nobody was asked. */
  readonly meanFace: number | null
}

/** One phase of both journeys. */
export interface ComparedPhase {
  readonly key: PhaseKey
  readonly first: JourneyFigures
  readonly second: JourneyFigures
}

/** Two journeys by phase (model.md B5, compare). */
export interface JourneyComparison {
  /** In the order of the first journey, then those that only the second one has. Own phases go by their words. */
  readonly phases: readonly ComparedPhase[]
  /** Over the whole journeys, also steps that stand in no column. */
  readonly first: JourneyFigures
  readonly second: JourneyFigures
}

const reads = {
  outline: ['journeys', 'curves'],
  links: false,
  fields: { touchpoint: ['channel', 'waitDays'], phase: ['key', 'title'], curve: curveFields, journey: [] },
} as const satisfies ViewReads
type Board = ViewBoard<typeof reads>

/** Two journeys beside each other: paper and lived, one municipality and another, now and as it should be. */
export const compareJourneys = defineView({
  name: 'compareJourneys',
  reads,
  compute(board, firstId: ShapeId, secondId: ShapeId): JourneyComparison {
    const [first, second] = [new Figures(board, firstId), new Figures(board, secondId)]
    const names = new Set([...first.names, ...second.names])
    return {
      phases: [...names].map((name) => ({
        key: keyOf(board, [...first.phasesNamed(name), ...second.phasesNamed(name)]),
        first: first.of(name),
        second: second.of(name),
      })),
      first: first.whole,
      second: second.whole,
    }
  },
})

function keyOf(board: Board, [phaseId]: readonly ShapeId[]): PhaseKey {
  return (phaseId === undefined ? null : board.shapes.phase.get(phaseId)?.key) ?? 'custom'
}

/** The figures of one journey, for each phase and as a whole. */
class Figures {
  /** Names of its phases, from left to right. */
  readonly names: ReadonlySet<string>
  private readonly board: Board
  private readonly journey: JourneyOutline
  private readonly faces: ReadonlyMap<ShapeId, number>

  constructor(board: Board, journeyId: ShapeId) {
    this.board = board
    this.journey = journeyOf(board.outline, journeyId) ?? { id: journeyId, columns: [], stepIds: [] }
    this.names = new Set(this.journey.columns.map(({ phaseId }) => phaseName(board, phaseId)))
    this.faces = meanFaces(ofSide(curvesOf(board, journeyId), 'client'), this.journey)
  }

  get whole(): JourneyFigures {
    const phaseIds = this.journey.columns.map(({ phaseId }) => phaseId)
    return this.figures(phaseIds, this.journey.stepIds)
  }

  phasesNamed(name: string): readonly ShapeId[] {
    return this.columnsNamed(name).map(({ phaseId }) => phaseId)
  }

  of(name: string): JourneyFigures {
    const stepIds = this.columnsNamed(name).flatMap((column) => column.stepIds)
    return this.figures(this.phasesNamed(name), stepIds)
  }

  private columnsNamed(name: string): JourneyOutline['columns'] {
    return this.journey.columns.filter(({ phaseId }) => phaseName(this.board, phaseId) === name)
  }

  private figures(phaseIds: readonly ShapeId[], stepIds: readonly ShapeId[]): JourneyFigures {
    const letters = stepIds.filter((id) => this.board.shapes.touchpoint.get(id)?.channel === 'letter')
    return {
      phaseIds,
      stepIds,
      waitDays: waitingAt(this.board, stepIds).days,
      letters: letters.length,
      meanFace: meanOf(stepIds.flatMap((id) => this.faces.get(id) ?? [])),
    }
  }
}
