import type { ShapeId } from '../ids/recordId.ts'
import type { Spot } from '../journey/Placement.ts'
import type { Journey } from '../records/journey.ts'
import type { PainPoint } from '../records/painPoint.ts'
import type { Phase } from '../records/phase.ts'
import type { BoardShape, ShapeOf, ShapeType } from '../records/recordKinds.ts'
import type { Touchpoint } from '../records/touchpoint.ts'
import type { BoardIndex } from '../journey/BoardIndex.ts'
import type { Via, Warning } from './improvementAction.ts'
import type { Links } from '../journey/Links.ts'
import type { Group } from './merge.ts'

/** A card that an action is about, and how that is known. */
export interface Found<Shape extends BoardShape> {
  readonly shape: Shape
  readonly via: Via
}

/** What an action is about, and where it stands (actions.md D2: painPoints, touchpoints, phases, journey). */
export interface LinkedCards {
  readonly spot: Spot
  readonly painPoints: readonly Found<PainPoint>[]
  readonly touchpoints: readonly Found<Touchpoint>[]
  readonly phases: readonly Found<Phase>[]
  readonly journey: Journey | null
  readonly warnings: readonly Warning[]
}

/** Kinds that an idea can be about (model.md B4). */
export type AboutType = 'pain-point' | 'touchpoint' | 'phase' | 'persona'

/** Finds what actions are about, on one snapshot. */
export class LinkFinder {
  private readonly board: BoardIndex
  private readonly links: Links
  private readonly stepsOfPainPoint = new Map<ShapeId, readonly Touchpoint[]>()

  constructor(board: BoardIndex, links: Links) {
    this.board = board
    this.links = links
  }

  /** Pain points, touchpoints, phases and journey of one action. */
  find(group: Group): LinkedCards {
    const spot = this.board.placement.spot(group.root.shape)
    const warnings: Warning[] = []
    const statedSteps = this.explicit(group, 'touchpoint')
    const statedPains = this.explicit(group, 'pain-point')
    const statedPhases = this.explicit(group, 'phase')
    const painPoints =
      statedPains.length > 0
        ? statedPains
        : this.aligned(spot, 'pain-point', warnings, (painPoint) => this.fitsSteps(painPoint, statedSteps))
    const touchpoints = this.touchpoints(spot, statedSteps, statedPains, painPoints, warnings)
    const phases = this.phases(spot, statedPhases, touchpoints, warnings)
    const linked = [...statedSteps, ...statedPains].map(({ shape }) => shape)
    const journey = spot.journey?.journey ?? this.oneJourneyOf([...linked, ...statedPhases.map(({ shape }) => shape)])
    if (spot.nearEdge) warnings.push({ code: 'PLACED_NEAR_EDGE', refs: [] })
    // A card with links keeps those and needs no place; without any it is listed as still to be placed (D5.6, D5.21).
    if (journey === null && linked.length + statedPhases.length === 0) warnings.push({ code: 'UNPLACED', refs: [] })
    return { spot, painPoints, touchpoints, phases, journey, warnings }
  }

  /**
   * Explicit links of an action to one kind: its own and those of what was merged into it; only without any, those of the
   * nearest frame around it that has some (actions.md D3.1, D3.7).
   */
  explicit<Type extends AboutType>(group: Group, type: Type): Found<ShapeOf<Type>>[] {
    const own = this.links.linked(group.ids, type)
    if (own.length > 0) return own
    for (const frame of this.framesAround(group)) {
      const ofFrame = this.links.linked([frame.id], type)
      if (ofFrame.length > 0) return ofFrame.map(({ shape }) => ({ shape, via: 'frame' }))
    }
    return []
  }

  /** Frames around the card, nearest first; groups in between do not matter (actions.md D3.8). */
  framesAround(group: Group): ShapeOf<'frame'>[] {
    return this.board.places
      .ancestors(group.root.shape)
      .filter((each): each is ShapeOf<'frame'> => each.type === 'frame')
  }

  /** The one shape of a kind that is aligned with a spot, or none; a tie is told (actions.md D3.2). */
  aligned<Type extends ShapeType>(
    spot: Spot,
    type: Type,
    warnings: Warning[],
    fits: (shape: ShapeOf<Type>) => boolean,
  ): Found<ShapeOf<Type>>[] {
    const alignment = this.board.columns(type).alignedWith(spot, fits)
    if (alignment.kind === 'tie') {
      const refs = alignment.shapes.map(({ id }) => id)
      warnings.push({ code: 'AMBIGUOUS_ALIGNMENT', refs })
    }
    return alignment.kind === 'one' ? [{ shape: alignment.shape, via: 'aligned' }] : []
  }

  /** Where a pain point happens: the touchpoints it is bound to, else the one it is aligned with. */
  private stepsOf(painPoint: PainPoint): readonly Touchpoint[] {
    const known = this.stepsOfPainPoint.get(painPoint.id)
    if (known !== undefined) return known
    const bound = this.links.linked([painPoint.id], 'touchpoint').map(({ shape }) => shape)
    const spot = this.board.placement.spot(painPoint)
    const steps = bound.length > 0 ? bound : this.aligned(spot, 'touchpoint', [], () => true).map(({ shape }) => shape)
    this.stepsOfPainPoint.set(painPoint.id, steps)
    return steps
  }

  /** A guess may not contradict a fact (actions.md D3.3). */
  private fitsSteps(painPoint: PainPoint, stated: readonly Found<Touchpoint>[]): boolean {
    if (stated.length === 0) return true
    const ids = new Set(stated.map(({ shape }) => shape.id))
    return this.stepsOf(painPoint).some(({ id }) => ids.has(id))
  }

  private touchpoints(
    spot: Spot,
    stated: readonly Found<Touchpoint>[],
    statedPains: readonly Found<PainPoint>[],
    painPoints: readonly Found<PainPoint>[],
    warnings: Warning[],
  ): readonly Found<Touchpoint>[] {
    if (stated.length > 0) return stated
    const ofStatedPains = this.inherited(statedPains)
    if (ofStatedPains.length > 0) return ofStatedPains
    const ties: Warning[] = []
    const aligned = this.aligned(spot, 'touchpoint', ties, () => true)
    warnings.push(...ties)
    // Between two steps stays between two steps: no way round by a pain point that was itself a guess (D5.4).
    return aligned.length > 0 || ties.length > 0 ? aligned : this.inherited(painPoints)
  }

  private inherited(painPoints: readonly Found<PainPoint>[]): Found<Touchpoint>[] {
    const steps = new Map(painPoints.flatMap(({ shape }) => this.stepsOf(shape)).map((step) => [step.id, step]))
    return this.ordered([...steps.values()].map((shape) => ({ shape, via: 'inherited' })))
  }

  private phases(
    spot: Spot,
    stated: readonly Found<Phase>[],
    touchpoints: readonly Found<Touchpoint>[],
    warnings: Warning[],
  ): Found<Phase>[] {
    const found = new Map<ShapeId, Found<Phase>>()
    for (const each of stated) found.set(each.shape.id, each)
    for (const { shape } of touchpoints) {
      const { phase } = this.board.placement.spot(shape)
      if (phase !== null && !found.has(phase.id)) found.set(phase.id, { shape: phase, via: 'inherited' })
    }
    const own = spot.phase
    if (found.size === 0) return own === null ? [] : [{ shape: own, via: spot.nearEdge ? 'nearest' : 'cell' }]
    if (own !== null && !found.has(own.id)) warnings.push({ code: 'PHASE_DIFFERS', refs: [own.id] })
    return this.ordered([...found.values()])
  }

  private oneJourneyOf(cards: readonly BoardShape[]): Journey | null {
    const journeys = new Map<ShapeId, Journey>()
    for (const card of cards) {
      const journey = this.board.placement.spot(card).journey?.journey
      if (journey !== undefined) journeys.set(journey.id, journey)
    }
    const [only] = journeys.values()
    return journeys.size === 1 && only !== undefined ? only : null
  }

  private ordered<Shape extends BoardShape>(found: readonly Found<Shape>[]): Found<Shape>[] {
    return found.toSorted((a, b) => this.board.inReadingOrder(a.shape, b.shape))
  }
}
