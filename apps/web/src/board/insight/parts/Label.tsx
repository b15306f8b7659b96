import { useTranslation } from 'react-i18next'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { useLabel } from '../ReadingContext.ts'

/** The words of something on the board, where nothing is to be pressed. */
export function Label({ id }: { readonly id: ShapeId }) {
  const { t } = useTranslation('insight')
  const label = useLabel(id)
  return label === null || label === '' ? t('untitled') : label
}
