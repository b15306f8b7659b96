/** Widest a face on the line is, in board pixels. */
export const FACE_SIZE = 30
/** Width of a dot on the line. */
export const DOT_SIZE = 13
/** Room between two points of different lines at the same step and height. */
export const POINT_GAP = 2
/** From line to line where several run along one height: a little more than a line is thick. */
export const LINE_PITCH = 4
/** Room for all lines along one height: less than from one face to the next, so that each line is still at its own. */
export const LINES_WITHIN = 14

/** Height of a curve's name beside its lane. */
export const LEGEND_HEIGHT = 20
/** Width in which a curve's name can be hit. */
export const LEGEND_WIDTH = 150
/** Start of the names from the start of the lane: they stand beside the sheet, so that they cover no point. */
export const LEGEND_LEFT = -(LEGEND_WIDTH + 14)
/** Room for the name of the lane itself, above those of its curves. */
const LANE_NAME = 56

/** How the names beside a lane of this height are laid out. */
export interface LegendPlan {
  /** How many lines are told by name, from the first on. */
  readonly named: number
  /** How many are not: there is no room for their names. */
  readonly others: number
}

/** Which of so many lines are told by name beside a lane of this height; from two on the mean needs a place too. */
export function legendPlan(lines: number, laneHeight: number): LegendPlan {
  const places = Math.max(1, Math.floor((laneHeight - LANE_NAME) / LEGEND_HEIGHT))
  const forMean = lines > 1 ? 1 : 0
  if (lines + forMean <= places) return { named: lines, others: 0 }
  const named = Math.max(1, places - forMean - 1)
  return { named, others: lines - named }
}

/** Top of the name in this place among those beside a lane, from the top of the lane. */
export function legendTop(row: number): number {
  return LANE_NAME + row * LEGEND_HEIGHT
}
