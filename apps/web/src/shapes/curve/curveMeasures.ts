/** Width of a face on the line, in board pixels. */
export const FACE_SIZE = 30
/** Height of a curve's name at the start of its lane. */
export const LEGEND_HEIGHT = 24
/** Width in which a curve's name can be hit. */
export const LEGEND_WIDTH = 190
/** Gap of the names from the corner of the lane. */
export const LEGEND_LEFT = 12

/** Top of the name of the curve in this place among those of its journey. */
export function legendTop(row: number): number {
  return 8 + row * (LEGEND_HEIGHT + 2)
}
