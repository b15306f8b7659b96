import { laneBands } from '../journey/laneBands.ts'
import type { JourneyShape } from './ownCurve.ts'

/** Where the curves of a journey are drawn, in board pixels from its top. */
export interface ExperienceBand {
  readonly y: number
  readonly h: number
  /** The lane is folded to a strip: nothing of the curves is drawn. */
  readonly isFolded: boolean
}

/** Height of a curve in a journey without lanes. */
const BARE_HEIGHT = 180

/** The experience lane of a journey; in one without it the first lane. */
export function experienceBand({ props }: Pick<JourneyShape, 'props'>): ExperienceBand {
  const at = Math.max(
    0,
    props.lanes.findIndex(({ key }) => key === 'experience'),
  )
  const band = laneBands(props.lanes, props.lanesFrom)[at]
  if (band === undefined) return { y: props.lanesFrom, h: BARE_HEIGHT, isFolded: false }
  return { y: band.y, h: band.h, isFolded: props.lanes[at]?.['foldedFrom'] !== undefined }
}
