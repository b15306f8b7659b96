import { DOT_SIZE, FACE_SIZE, POINT_GAP } from './curveMeasures.ts'

/** A point of one of several lines. */
export interface PointMark {
  /** Which line. */
  readonly curveId: string
  /** Whether a face stands there; else a dot. */
  readonly isFace: boolean
}

/**
 * How far each of the points at one step and one height moves aside, in board pixels, so that none hides another: faces beside
 * each other around the step, dots after the last face; dots alone around the step. Same order as they came in.
 */
export function spreadPoints(marks: readonly PointMark[]): number[] {
  const faces = marks.filter(({ isFace }) => isFace).length
  const dots = marks.length - faces
  const facePitch = FACE_SIZE + POINT_GAP
  const dotPitch = DOT_SIZE + POINT_GAP
  const firstFace = (-(faces - 1) * facePitch) / 2
  const firstDot =
    faces === 0 ? (-(dots - 1) * dotPitch) / 2 : firstFace + (faces - 1) * facePitch + (facePitch + dotPitch) / 2
  let [face, dot] = [0, 0]
  return marks.map(({ isFace }) => (isFace ? firstFace + face++ * facePitch : firstDot + dot++ * dotPitch))
}
