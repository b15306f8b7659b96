import { leaderFieldsOf } from '@samenreis/model/document/leaderFields'
import { shapeKinds } from '@samenreis/model/records/recordKinds'
import type { TLShape } from 'tldraw'

/**
 * The shape as somebody who does not lead may make it: a copy of an idea says what it says, and who does it is asked anew. Maps and
 * phases are made by everybody as they are.
 */
export function withoutLeaderFields(shape: TLShape): TLShape {
  if (shape.type !== 'idea' && shape.type !== 'card') return shape
  const { defaults } = shapeKinds[shape.type]
  const filled = leaderFieldsOf(shape.type).filter(
    (name) => (shape.props as unknown as Record<string, unknown>)[name] !== defaults[name],
  )
  if (filled.length === 0) return shape
  const cleared = Object.fromEntries(filled.map((name) => [name, defaults[name]]))
  return { ...shape, props: { ...shape.props, ...cleared } } as TLShape
}
