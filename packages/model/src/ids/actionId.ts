import { z } from 'zod'
import { uniquePart, type ShapeId } from './recordId.ts'

/** `act:` and the unique part of the shape it came from, so that an action keeps its id in every export (actions.md D1). */
export const ActionId = z
  .string()
  .regex(/^act:[A-Za-z0-9_-]{1,64}$/)
  .brand<'ActionId'>()
export type ActionId = z.infer<typeof ActionId>

/** The action that a shape becomes. */
export function actionIdOf(shapeId: ShapeId): ActionId {
  return ActionId.parse(`act:${uniquePart(shapeId)}`)
}
