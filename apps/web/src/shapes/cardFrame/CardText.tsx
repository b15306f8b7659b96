import { memo, type KeyboardEvent, type SyntheticEvent } from 'react'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import type { DomainType } from '@samenreis/model/records/recordKinds'
import { SharedTextField } from '../../ui/SharedTextField.tsx'
import { setText } from './setText.ts'
import './cardText.css'

interface CardTextProps {
  readonly shapeId: TLShapeId
  readonly type: DomainType
  /** Name of the text field in the record. */
  readonly field: string
  readonly value: string
  /** What an empty one invites to type; also its name for who hears the screen. */
  readonly hint: string
  /** Where typing stops, in UTF-16 code units. */
  readonly maxLength: number
  /** One line only: Enter is done. */
  readonly singleLine?: boolean
  /** A quote: shown between quotation marks, which are not part of the text. */
  readonly quoted?: boolean
}

/** The main words of a shape. While the shape is being edited they are a field to type in, in the same place and type. */
export const CardText = memo(function CardText({
  shapeId,
  type,
  field,
  value,
  hint,
  maxLength,
  singleLine = false,
  quoted = false,
}: CardTextProps) {
  const editor = useEditor()
  const isEditing = useValue('is typed in here', () => editor.getEditingShapeId() === shapeId, [editor, shapeId])

  if (!isEditing) {
    if (value === '') return <p className="card-text card-text--hint">{hint}</p>
    return <p className={quoted ? 'card-text card-text--quoted' : 'card-text'}>{value}</p>
  }

  const done = (): void => {
    if (editor.getEditingShapeId() === shapeId) editor.complete()
  }
  // The canvas must not take these for gestures or shortcuts of its own.
  const keep = (event: SyntheticEvent): void => {
    editor.markEventAsHandled(event)
    event.stopPropagation()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (singleLine || event.ctrlKey || event.metaKey))
    if (!isDone || event.nativeEvent.isComposing) return
    event.preventDefault()
    done()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only keeps the field's own events from the canvas
    <div className="card-text card-text--editing" data-words={`${value} `} onPointerDown={keep} onKeyDown={onKeyDown}>
      <SharedTextField
        value={value}
        onChange={(next) => setText(editor, shapeId, type, field, next)}
        maxLength={maxLength}
        multiline
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person asked to type here, by Enter, a double click or a tool
        autoFocus
        aria-label={hint}
        placeholder={hint}
      />
    </div>
  )
})
