import type { TLShape } from 'tldraw'

const PLACE = ['x', 'y', 'rotation', 'parentId', 'index', 'isLocked'] as const satisfies readonly (keyof TLShape)[]
const SIZE = ['w', 'h'] as const

/**
 * The changed shape with its place and size as they were; the same object when they did not change, and `before` when
 * nothing else did. A size that changes together with something else follows from it (a card grows with its words) and stays.
 */
export function heldPlace(before: TLShape, after: TLShape): TLShape {
  const moved = PLACE.some((name) => before[name] !== after[name])
  const sized = !sameSize(before, after) && sameBut(before.props, after.props, SIZE)
  if (!moved && !sized) return after
  const place = Object.fromEntries(PLACE.map((name) => [name, before[name]]))
  const held = { ...after, ...place, props: sized ? before.props : after.props } as TLShape
  return sameBut(before.props, held.props, []) && sameBut(before, held, ['props']) ? before : held
}

function sameSize(before: TLShape, after: TLShape): boolean {
  return SIZE.every((name) => valueOf(before.props, name) === valueOf(after.props, name))
}

/** Whether two objects have the same values, apart from those left out. */
function sameBut(one: object, other: object, without: readonly string[]): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => without.includes(name) || valueOf(one, name) === valueOf(other, name))
}

function valueOf(object: object, name: string): unknown {
  return (object as Readonly<Record<string, unknown>>)[name]
}
