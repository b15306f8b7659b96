/** Widest a face on the line is, in board pixels. */
export const FACE_SIZE = 30
/** Width of a dot on the line. */
export const DOT_SIZE = 13
/** Room between two points of different lines at the same step and height. */
export const POINT_GAP = 2

/** Height of a curve's name beside its lane, and how far each starts below the one before. */
export const LEGEND_HEIGHT = 24
/** Width in which a curve's name can be hit. */
export const LEGEND_WIDTH = 150
/** Start of the names from the start of the lane: they stand beside the sheet, so that they cover no point. */
export const LEGEND_LEFT = -(LEGEND_WIDTH + 14)
/** Room for the name of the lane itself, above those of its curves. */
const LANE_NAME = 58

/** Top of the name of the curve in this place among those of its journey, from the top of the lane. */
export function legendTop(row: number): number {
  return LANE_NAME + row * LEGEND_HEIGHT
}
