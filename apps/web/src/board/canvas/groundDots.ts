/** Least distance between dots on the screen, and their distance on the board at 100 %, in pixels. */
export const LEAST_PITCH = 22

/** How the dots of the ground lie for a camera. */
export interface GroundDots {
  /** Distance between dots in the layer, before `scale`, in pixels. */
  readonly pitch: number
  /** From 1 up to (not including) 2: what is left of the zoom. */
  readonly scale: number
  /** Where the first dot lies, from 0 to less than the distance of two dots on the screen, in pixels. */
  readonly x: number
  readonly y: number
}

/** Dots that move with the board and are never nearer to each other than `LEAST_PITCH`, at any zoom. */
export function groundDots({ x, y, z }: { readonly x: number; readonly y: number; readonly z: number }): GroundDots {
  const doublings = Math.ceil(-Math.log2(z))
  const scale = z * 2 ** doublings
  const onScreen = LEAST_PITCH * scale
  return { pitch: LEAST_PITCH, scale, x: modulo(x * z, onScreen), y: modulo(y * z, onScreen) }
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}
