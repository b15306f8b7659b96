import type { NeedLanguage } from '@samenreis/model/records/needSentence'
import type { DomainType } from '@samenreis/model/records/recordKinds'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { interfaceLanguage } from '../../i18n/interfaceLanguage.ts'
import { fieldOf } from './useField.ts'

/** The language in which this field starts as a need; null for a field that does not hold the words of one. */
export function useNeedLanguage(shapeId: TLShapeId, type: DomainType, name: string): NeedLanguage | null {
  const { i18n } = useTranslation()
  const editor = useEditor()
  const isNeed = useValue(
    'words of a need',
    () => type === 'card' && name === 'text' && fieldOf(editor, shapeId, 'kind') === 'need',
    [editor, shapeId, type, name],
  )
  return isNeed ? interfaceLanguage(i18n.language) : null
}
