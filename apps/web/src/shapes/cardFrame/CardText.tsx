import { memo } from 'react'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import type { DomainType } from '@samenreis/model/records/recordKinds'
import { withBreaks } from '../look/longWords.ts'
import { CardTextField } from './CardTextField.tsx'
import './cardText.css'

export interface CardTextProps {
  readonly shapeId: TLShapeId
  readonly type: DomainType
  /** Name of the text field in the record. */
  readonly field: string
  readonly value: string
  /** What an empty one invites to type; also its name for who hears the screen, unless `label` says it better. */
  readonly hint: string
  readonly label?: string
  /** Where typing stops, in UTF-16 code units. */
  readonly maxLength: number
  /** One line only: Enter is done. */
  readonly singleLine?: boolean
  /** A quote: shown between quotation marks, which are not part of the text. */
  readonly quoted?: boolean
  /** What is stored for what was typed, when that is not the same. */
  readonly toStored?: (typed: string) => string
}

/** The main words of a shape; a field to type in while the shape is being edited. */
export const CardText = memo(function CardText(props: CardTextProps) {
  const { shapeId, value, hint, quoted = false } = props
  const editor = useEditor()
  const isEditing = useValue('is typed in here', () => editor.getEditingShapeId() === shapeId, [editor, shapeId])
  if (isEditing) return <CardTextField {...props} />
  if (value === '') return <p className="card-text card-text--hint">{hint}</p>
  return <p className={quoted ? 'card-text card-text--quoted' : 'card-text'}>{withBreaks(value)}</p>
})
