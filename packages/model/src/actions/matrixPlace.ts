import type { Quadrant, Score } from '../records/enumerations.ts'
import type { BoardIndex } from '../journey/BoardIndex.ts'
import type { Candidate } from './Candidate.ts'
import type { Warning } from './improvementAction.ts'

/** The scores along each axis of the matrix, lowest first. */
const SCORES = [1, 2, 3, 4, 5] as const satisfies readonly Score[]

/** From here on an impact is high, and an effort above `LOW_EFFORT` too: a quick win must be clear (actions.md D2 `quadrant`). */
const HIGH_IMPACT = 4
const LOW_EFFORT = 2

/** Effort and impact of an action, and where they come from. */
export interface Scores {
  readonly effort: Score | null
  readonly impact: Score | null
  readonly quadrant: Quadrant | null
  readonly warnings: readonly Warning[]
}

/**
 * Effort and impact (actions.md D2): the card's place in the matrix that its centre lies in, the smallest of several, else its
 * fields. Effort runs from left to right, impact from bottom to top; cells are half-open.
 */
export function findScores({ shape, effort, impact }: Candidate, board: BoardIndex): Scores {
  const place = placeInMatrix(shape, board)
  if (place === null) return { effort, impact, quadrant: quadrantOf(effort, impact), warnings: [] }
  const isOther = (field: Score | null, placed: Score): boolean => field !== null && field !== placed
  const overruled = isOther(effort, place.effort) || isOther(impact, place.impact)
  return {
    effort: place.effort,
    impact: place.impact,
    quadrant: quadrantOf(place.effort, place.impact),
    warnings: overruled ? [{ code: 'MATRIX_OVER_FIELD', refs: [place.matrixId] }] : [],
  }
}

/** The field of the matrix; null when one of the two is not known. */
function quadrantOf(effort: Score | null, impact: Score | null): Quadrant | null {
  if (effort === null || impact === null) return null
  if (impact >= HIGH_IMPACT) return isLowEffort(effort) ? 'quick_win' : 'big_project'
  return isLowEffort(effort) ? 'fill_in' : 'reconsider'
}

/** Whether something can be done with little effort. */
export function isLowEffort(effort: Score): boolean {
  return effort <= LOW_EFFORT
}

/** The scores of a cell of a matrix. */
export interface MatrixCell {
  readonly effort: Score
  readonly impact: Score
}

/**
 * The cell of a matrix of this size that a point of it lies in; null outside. Effort runs from left to right, impact from bottom to
 * top; cells are half-open, the upper and the left line belong to a cell.
 */
export function cellAt({ w, h }: { w: number; h: number }, { x, y }: { x: number; y: number }): MatrixCell | null {
  const effort = SCORES[Math.floor((x / w) * SCORES.length)]
  const impact = SCORES[SCORES.length - 1 - Math.floor((y / h) * SCORES.length)]
  return effort === undefined || impact === undefined ? null : { effort, impact }
}

/** The middle of a cell, in pixels from the corner of a matrix of this size. */
export function middleOfCell({ w, h }: { w: number; h: number }, { effort, impact }: MatrixCell) {
  const part = (at: number, size: number): number => ((at + 0.5) / SCORES.length) * size
  return { x: part(effort - 1, w), y: part(SCORES.length - impact, h) }
}

function placeInMatrix(shape: Candidate['shape'], board: BoardIndex) {
  const { page, centre } = board.placement.spot(shape)
  if (page === null) return null
  let smallest: { matrixId: string; effort: Score; impact: Score; area: number } | null = null
  for (const matrix of board.all('matrix')) {
    if (board.places.pageOf(matrix) !== page) continue
    const [, , , w, h] = matrix.geometry
    const cell = cellAt({ w, h }, board.places.within(matrix, centre))
    if (cell === null || (smallest !== null && smallest.area <= w * h)) continue
    smallest = { matrixId: matrix.id, ...cell, area: w * h }
  }
  return smallest
}
