import type { Editor, TLShapeId, TLShapePartial } from 'tldraw'
import type { DomainType } from '@samenreis/model/records/recordKinds'

/** Writes one text of a shape, as typed. Each key is a change of its own, so others see it appear. */
export function setText(editor: Editor, id: TLShapeId, type: DomainType, field: string, value: string): void {
  // The field's name is only known here as a string; the store judges the props by the model's schema.
  const change = { id, type, props: { [field]: value } } as TLShapePartial
  editor.updateShapes([change])
}
