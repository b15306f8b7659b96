import { use, useEffect, useLayoutEffect, useRef, type KeyboardEvent, type Ref, useImperativeHandle } from 'react'
import { SharedText, type SharedTextOptions } from '../sync/SharedText.ts'
import { TextLimitContext } from './TextLimit.ts'

interface Props extends SharedTextOptions {
  readonly value: string
  /** Several lines, or one. */
  readonly multiline?: boolean
  readonly rows?: number
  readonly className?: string
  readonly id?: string
  readonly placeholder?: string
  readonly readOnly?: boolean
  /** Takes the keyboard when it appears, the caret at the end. */
  readonly autoFocus?: boolean
  readonly 'aria-label'?: string
  readonly 'aria-labelledby'?: string
  readonly 'aria-describedby'?: string
  readonly onFocus?: () => void
  readonly onBlur?: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void
  readonly ref?: Ref<HTMLInputElement | HTMLTextAreaElement>
}

/**
 * A text field that several people may type in at once. The browser owns what stands in it; the shared text goes in and out by
 * splices, so that the caret and an input method's half-made word stay where they are.
 */
export function SharedTextField({
  value,
  onChange,
  maxLength,
  onLimit,
  multiline = false,
  rows,
  autoFocus = false,
  ref,
  ...attributes
}: Props) {
  const element = useRef<(HTMLInputElement & HTMLTextAreaElement) | null>(null)
  const shared = useRef<SharedText | null>(null)
  const told = use(TextLimitContext)
  const limit = onLimit ?? told
  const options: SharedTextOptions = { onChange, maxLength, ...(limit === null ? {} : { onLimit: limit }) }
  useImperativeHandle<HTMLInputElement | HTMLTextAreaElement | null, HTMLInputElement | HTMLTextAreaElement | null>(
    ref,
    () => element.current,
    [],
  )

  useLayoutEffect(() => {
    if (element.current === null) return
    if (shared.current === null) shared.current = new SharedText(element.current, value, options)
    else shared.current.setOptions(options)
  })
  useLayoutEffect(() => shared.current?.receive(value), [value])
  useEffect(() => {
    if (!autoFocus || element.current === null) return
    element.current.focus({ preventScroll: true })
    element.current.setSelectionRange(element.current.value.length, element.current.value.length)
  }, [autoFocus])

  const handlers = {
    onInput: () => shared.current?.handleInput(),
    onCompositionStart: () => shared.current?.handleCompositionStart(),
    onCompositionEnd: () => shared.current?.handleCompositionEnd(),
  }
  return multiline ? (
    <textarea {...attributes} {...handlers} rows={rows} ref={element} defaultValue={value} />
  ) : (
    <input {...attributes} {...handlers} type="text" ref={element} defaultValue={value} />
  )
}
