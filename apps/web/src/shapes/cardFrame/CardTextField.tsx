import { useEffect, useRef, type KeyboardEvent, type SyntheticEvent } from 'react'
import { useEditor } from 'tldraw'
import { SharedTextField } from '../../ui/SharedTextField.tsx'
import type { CardTextProps } from './CardText.tsx'
import { setText } from './setText.ts'

/** The main words while they are typed, in the same place and type. Each key is a change of its own, so others see it. */
export function CardTextField({
  shapeId,
  type,
  field,
  value,
  hint,
  label = hint,
  maxLength,
  singleLine = false,
  toStored = asTyped,
}: CardTextProps) {
  const editor = useEditor()
  const input = useRef<HTMLInputElement | HTMLTextAreaElement>(null)

  // The press that opened the field goes on: after `pointerdown`, which opens it, the browser's own `mousedown` gives the
  // keyboard to the canvas. So the field takes it once more when that press is over.
  useEffect(() => {
    const frame = requestAnimationFrame(() => input.current?.focus({ preventScroll: true }))
    return () => cancelAnimationFrame(frame)
  }, [])

  /** The canvas must not take these for gestures or shortcuts of its own. */
  const keep = (event: SyntheticEvent): void => {
    editor.markEventAsHandled(event)
    event.stopPropagation()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (singleLine || event.ctrlKey || event.metaKey))
    if (!isDone || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (editor.getEditingShapeId() === shapeId) editor.complete()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only keeps the field's own events from the canvas
    <div className="card-text card-text--editing" data-words={`${value} `} onPointerDown={keep} onKeyDown={onKeyDown}>
      <SharedTextField
        ref={input}
        value={value}
        onChange={(next) => setText(editor, shapeId, type, field, toStored(next))}
        maxLength={maxLength}
        multiline
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person asked to type here, by Enter, a double click or a tool
        autoFocus
        aria-label={label}
        placeholder={hint}
      />
    </div>
  )
}

function asTyped(typed: string): string {
  return typed
}
