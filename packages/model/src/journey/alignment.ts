import type { BoardShape } from '../records/recordKinds.ts'
import type { Placement, Spot } from './Placement.ts'

/** Farthest apart that the centres of two aligned shapes may be, horizontally, in pixels (actions.md D3.2). */
const ALIGNED_WITHIN_PX = 100

/** How much nearer than the runner-up an aligned shape must be, in pixels (actions.md D3.2). */
const ALIGNED_LEAD_PX = 20

/** What stands above or below a shape: one, nothing, or several too close to call. */
export type Alignment<Shape> =
  | { readonly kind: 'one'; readonly shape: Shape }
  | { readonly kind: 'none' }
  | { readonly kind: 'tie'; readonly shapes: readonly Shape[] }

/** Shapes of one kind by the column that they stand in, for asking what is aligned with what. */
export class Columns<Shape extends BoardShape> {
  private readonly byPhase = new Map<string, { shape: Shape; x: number }[]>()

  /** @param shapes in an order that does not depend on how they were stored */
  constructor(shapes: readonly Shape[], placement: Placement) {
    for (const shape of shapes) {
      const spot = placement.spot(shape)
      if (spot.phase === null) continue
      const column = this.byPhase.get(spot.phase.id)
      const entry = { shape, x: localX(spot) }
      if (column === undefined) this.byPhase.set(spot.phase.id, [entry])
      else column.push(entry)
    }
  }

  /**
   * The shape of this kind that is aligned with a spot: same journey, same column, centres at most `ALIGNED_WITHIN_PX` apart
   * horizontally, and `ALIGNED_LEAD_PX` nearer than the next one, wherever in the column that is (actions.md D3.2).
   *
   * @param fits only these are looked at: a guess may not contradict a fact (D3.3)
   */
  alignedWith(spot: Spot, fits: (shape: Shape) => boolean): Alignment<Shape> {
    if (spot.phase === null) return { kind: 'none' }
    const x = localX(spot)
    const near = this.byPhase.get(spot.phase.id)?.filter(({ shape }) => fits(shape)) ?? []
    const distance = ({ x: otherX }: { readonly x: number }): number => Math.abs(otherX - x)
    const least = near.reduce((smallest, each) => Math.min(smallest, distance(each)), Infinity)
    if (least > ALIGNED_WITHIN_PX) return { kind: 'none' }
    const close = near.filter((each) => distance(each) - least < ALIGNED_LEAD_PX)
    const [first] = close
    if (close.length === 1 && first !== undefined) return { kind: 'one', shape: first.shape }
    // Nearest first; those equally near stay in the order in which they came in.
    return { kind: 'tie', shapes: close.toSorted((a, b) => distance(a) - distance(b)).map(({ shape }) => shape) }
  }
}

function localX(spot: Spot): number {
  return spot.journey === null ? spot.centre.x : spot.journey.local(spot.centre).x
}
