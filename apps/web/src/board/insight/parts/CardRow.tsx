import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { useLabel } from '../ReadingContext.ts'
import { CardIcon } from './CardIcon.tsx'
import { PressToJump } from './PressToJump.tsx'

interface Props {
  readonly id: ShapeId
  /** What the row says beside the words of the card. */
  readonly children?: ReactNode
  /** One figure at the end of the row. */
  readonly end?: ReactNode
  /** `row` is a line of a list, with the drawing of the card's kind; `plain` the words alone, for a cell of a table. */
  readonly look?: 'row' | 'plain'
}

/** The words of a card; pressing them goes there. A card that is gone has no row. */
export function CardRow({ id, children, end, look = 'row' }: Props) {
  const { t } = useTranslation('insight')
  const label = useLabel(id)
  if (label === null) return null
  return (
    <PressToJump id={id} className={look === 'row' ? 'card-row' : 'card-row card-row--plain'}>
      {look === 'row' ? <CardIcon id={id} /> : null}
      <span className="card-row__words">
        <span className="card-row__name">{label === '' ? t('untitled') : label}</span>
        {children}
      </span>
      {end}
    </PressToJump>
  )
}
