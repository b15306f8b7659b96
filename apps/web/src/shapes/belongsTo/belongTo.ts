import { createBindingId, isShapeId, type Editor, type TLBindingId, type TLShapeId } from 'tldraw'
import { isDomainType } from '@samenreis/model/records/recordKinds'
import { belongingKindOf } from './bindsDomainShape.ts'
import { canBelongTo } from './canBelongTo.ts'

/**
 * Makes a card belong to its target (model.md B0.3). Returns the binding, also when it was there already, or null when the
 * one cannot belong to the other or one of them is gone.
 */
export function belongTo(editor: Editor, fromId: TLShapeId, toId: TLShapeId): TLBindingId | null {
  const from = editor.getShape(fromId)
  const to = editor.getShape(toId)
  if (from === undefined || to === undefined || fromId === toId || !isDomainType(to.type)) return null
  const kind = belongingKindOf(from)
  if (kind === null || !canBelongTo(kind, to.type)) return null
  const present = editor.getBindingsFromShape(fromId, 'belongs_to').find((binding) => binding.toId === toId)
  if (present !== undefined) return present.id
  const id = createBindingId()
  editor.createBindings([{ id, type: 'belongs_to', fromId, toId }])
  return id
}

/** Takes a `belongs_to` away; both cards stay. A binding that is gone already is no error. */
export function endBelonging(editor: Editor, bindingId: TLBindingId): void {
  if (editor.getBinding(bindingId) !== undefined) editor.deleteBindings([bindingId])
}

/** Whether a stored reference is the id of a shape on the canvas. */
export function shapeIdOf(id: string | null): TLShapeId | null {
  return id !== null && isShapeId(id) ? id : null
}
