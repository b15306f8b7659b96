import type { TLGridProps } from 'tldraw'
import { groundDots, LEAST_PITCH } from './groundDots.ts'

/** How far the layer reaches over the far edges, in pixels: it begins one distance of two dots before the near ones. */
const OVERHANG = 2 * LEAST_PITCH

/**
 * The dots of the ground. The canvas's own are painted anew in every frame of a movement, which costs more than all cards
 * together; these are painted once on a layer of their own, which is only moved and stretched.
 */
export function BoardGround({ x, y, z }: TLGridProps) {
  const dots = groundDots({ x, y, z })
  return (
    <div
      className="board-ground"
      aria-hidden
      style={{
        inset: `0 -${OVERHANG}px -${OVERHANG}px 0`,
        backgroundSize: `${dots.pitch}px ${dots.pitch}px`,
        transform: `translate(${dots.x - dots.pitch * dots.scale}px, ${dots.y - dots.pitch * dots.scale}px) scale(${dots.scale})`,
      }}
    />
  )
}
