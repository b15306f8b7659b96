import type { DomainType } from '@samenreis/model/records/recordKinds'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { shapeDefinitions } from '../../shapes/shapeDefinitions.ts'
import { fieldOf } from './useField.ts'
import { useWord } from './useWord.ts'

/** What an empty text field invites to type: for the main words the same as on the card; null = its label says enough. */
export function useFieldHint(shapeId: TLShapeId, type: DomainType, name: string): string | null {
  const { t } = useTranslation('panel')
  const word = useWord()
  const editor = useEditor()
  const cardKind = useValue('card kind', () => fieldOf(editor, shapeId, 'kind'), [editor, shapeId])
  if (name === shapeDefinitions[type].textField) {
    return word('hint', type === 'card' && typeof cardKind === 'string' ? cardKind : type)
  }
  if (name === 'owner') return t('hints.owner')
  return name === 'contactRole' ? t('hints.contactRole') : null
}
