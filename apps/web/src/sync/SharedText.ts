import { applySplice, rebaseSplice, shiftPosition, spliceBetween, type Splice } from '@samenreis/model/document/splice'

/** The part of a text field that is needed here: `<input>` and `<textarea>` have it. */
export interface TextElement {
  value: string
  readonly selectionStart: number | null
  readonly selectionEnd: number | null
  setSelectionRange(start: number, end: number): void
}

export interface SharedTextOptions {
  /** The person changed the text: this is all of it now. */
  readonly onChange: (text: string) => void
  /** Where typing stops, in UTF-16 code units. What others write above it is kept and shown. */
  readonly maxLength: number
  /** Something did not fit: `typed` = a key that did nothing, `pasted` = so many code units were left out. */
  readonly onLimit?: (what: { readonly kind: 'typed' } | { readonly kind: 'pasted'; readonly leftOut: number }) => void
}

/**
 * One text field in which several people type. Keeps the caret where the person is while others write, and never disturbs an
 * input method in the middle of a word: what others do meanwhile waits for its end.
 */
export class SharedText {
  private readonly element: TextElement
  private options: SharedTextOptions
  /** The shared text as it was last shown here. */
  private shared: string
  /** While an input method composes: what the text was when it began. */
  private composedOn: string | null = null

  constructor(element: TextElement, text: string, options: SharedTextOptions) {
    this.element = element
    this.options = options
    this.shared = text
    element.value = text
  }

  setOptions(options: SharedTextOptions): void {
    this.options = options
  }

  /** The shared text changed, by this person or by others. */
  receive(text: string): void {
    const before = this.shared
    this.shared = text
    if (this.composedOn !== null || this.element.value === text) return
    const splice = spliceBetween(before, text)
    this.show(text, (position) => (splice === null ? position : shiftPosition(position, splice)))
  }

  /** The person changed what stands in the field. */
  handleInput(): void {
    if (this.composedOn !== null) return
    const { selectionEnd } = this.element
    this.accept(this.shared, this.element.value, selectionEnd ?? this.element.value.length)
  }

  handleCompositionStart(): void {
    this.composedOn = this.shared
  }

  handleCompositionEnd(): void {
    const base = this.composedOn
    this.composedOn = null
    if (base === null) return
    const typed = this.element.value
    const caret = this.element.selectionEnd ?? typed.length
    const mine = spliceBetween(base, typed, caret)
    const theirs = spliceBetween(base, this.shared)
    if (theirs === null) return this.accept(base, typed, caret)
    if (mine === null) return this.show(this.shared, (position) => shiftPosition(position, theirs))
    const merged = rebaseSplice(mine, theirs).reduce(applySplice, this.shared)
    const moved = rebaseSplice(theirs, mine).reduce((position, splice) => shiftPosition(position, splice), caret)
    this.accept(this.shared, merged, moved)
  }

  /** Takes over the person's text as far as it fits, and tells it. */
  private accept(before: string, wanted: string, caret: number): void {
    const { text, leftOut } = fitted(before, wanted, this.options.maxLength, caret)
    const end = Math.min(text.length, caret - leftOut)
    if (text !== this.element.value) this.show(text, () => end)
    if (leftOut > 0) this.options.onLimit?.(leftOut > 2 ? { kind: 'pasted', leftOut } : { kind: 'typed' })
    if (text === this.shared) return
    this.shared = text
    this.options.onChange(text)
  }

  private show(text: string, moved: (position: number) => number): void {
    const { selectionStart, selectionEnd } = this.element
    this.element.value = text
    if (selectionStart !== null && selectionEnd !== null) {
      this.element.setSelectionRange(moved(selectionStart), moved(selectionEnd))
    }
  }
}

/**
 * `wanted` with so much of what the person put in left out that it fits. What stood there before is never cut, also when others
 * made it longer than it may be; taking away always works.
 */
export function fitted(
  before: string,
  wanted: string,
  maxLength: number,
  caret?: number,
): { readonly text: string; readonly leftOut: number } {
  const splice = spliceBetween(before, wanted, caret)
  if (splice === null || wanted.length <= maxLength || splice.insert === '') return { text: wanted, leftOut: 0 }
  const room = Math.max(0, maxLength - (before.length - splice.remove))
  if (splice.insert.length <= room) return { text: wanted, leftOut: 0 }
  const insert = wholeCharacters(splice.insert, room)
  const kept: Splice = { ...splice, insert }
  return { text: applySplice(before, kept), leftOut: splice.insert.length - insert.length }
}

/** The first `length` code units, or one less when that would cut an emoji in two. */
function wholeCharacters(text: string, length: number): string {
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length)
}
