import { useCallback } from 'react'
import { useEditor, useValue, type Editor, type TLShapeId, type TLShapePartial } from 'tldraw'

/** One field of one shape: its value now, and how to change it. `undefined` when the shape is gone. */
export function useField(shapeId: TLShapeId, name: string): readonly [unknown, (value: unknown) => void] {
  const editor = useEditor()
  const value = useValue('field', () => fieldOf(editor, shapeId, name), [editor, shapeId, name])
  const change = useCallback(
    (next: unknown) => changeFields(editor, shapeId, { [name]: next }),
    [editor, shapeId, name],
  )
  return [value, change]
}

/** The value of a field now, followed when called inside a reactive computation. */
export function fieldOf(editor: Editor, shapeId: TLShapeId, name: string): unknown {
  const shape = editor.getShape(shapeId)
  return shape === undefined ? undefined : (shape.props as unknown as Record<string, unknown>)[name]
}

/** Changes fields of a shape as one step that can be undone. A shape that is gone stays gone. */
export function changeFields(editor: Editor, shapeId: TLShapeId, props: Readonly<Record<string, unknown>>): void {
  const shape = editor.getShape(shapeId)
  if (shape === undefined) return
  editor.markHistoryStoppingPoint('field')
  // The names come from the field table, which is checked against the record; the store judges the values.
  editor.updateShape({ id: shape.id, type: shape.type, props } as TLShapePartial)
}
