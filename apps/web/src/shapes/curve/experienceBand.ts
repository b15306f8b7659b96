import { laneBands } from '../journey/laneBands.ts'
import type { JourneyShape } from './ownCurve.ts'

/** Where the curves of a journey are drawn, in board pixels from its top. */
export interface ExperienceBand {
  readonly y: number
  readonly h: number
  /** The lane is folded to a strip, or not there: nothing of the curves is drawn. */
  readonly isHidden: boolean
}

/** Height of a curve in a journey without lanes. */
const BARE_HEIGHT = 180

/**
 * The experience lane of a journey. One that has other lanes but not this one shows no curves: they would lie over cards. A
 * journey without any lane shows them below its phases.
 */
export function experienceBand({ props }: Pick<JourneyShape, 'props'>): ExperienceBand {
  const at = props.lanes.findIndex(({ key }) => key === 'experience')
  const band = laneBands(props.lanes, props.lanesFrom)[at]
  if (band === undefined) return { y: props.lanesFrom, h: BARE_HEIGHT, isHidden: props.lanes.length > 0 }
  return { y: band.y, h: band.h, isHidden: props.lanes[at]?.foldedFrom !== undefined }
}
