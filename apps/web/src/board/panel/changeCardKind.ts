import { needText, type NeedLanguage } from '@samenreis/model/records/needSentence'
import type { Editor, TLShapeId } from 'tldraw'
import { changeFields, fieldOf } from './useField.ts'

/** Makes a card one of another kind, as one step. What becomes a need becomes a whole sentence; other words stay as they are. */
export function changeCardKind(editor: Editor, shapeId: TLShapeId, kind: unknown, language: NeedLanguage): void {
  const text = fieldOf(editor, shapeId, 'text')
  if (kind !== 'need' || typeof text !== 'string') return changeFields(editor, shapeId, { kind })
  changeFields(editor, shapeId, { kind, text: needText(text, text, language) })
}
