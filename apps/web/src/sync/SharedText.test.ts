import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitted, SharedText, type TextElement } from './SharedText.ts'

/** A text field without a browser: a value and a selection. */
class Field implements TextElement {
  value = ''
  selectionStart = 0
  selectionEnd = 0

  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start
    this.selectionEnd = end
  }

  /** Types at the caret, as a browser would before its `input` event. */
  type(text: string): void {
    this.value = this.value.slice(0, this.selectionStart) + text + this.value.slice(this.selectionEnd)
    this.setSelectionRange(this.selectionStart + text.length, this.selectionStart + text.length)
  }
}

function open(text: string, maxLength = 100) {
  const field = new Field()
  const told: string[] = []
  const limits: unknown[] = []
  const shared = new SharedText(field, text, {
    maxLength,
    onChange: (next) => told.push(next),
    onLimit: (what) => limits.push(what),
  })
  return { field, told, limits, shared }
}

test('[CN6] the caret stays at its letters while others write before and behind it', () => {
  const { field, shared } = open('Bellen met loket')
  field.setSelectionRange(6, 6)
  shared.receive('Vaak Bellen met loket')
  expect(field.selectionStart).toBe(11)
  shared.receive('Vaak Bellen met het loket')
  expect(field.selectionStart).toBe(11)
  field.type('!')
  shared.handleInput()
  expect(field.value).toBe('Vaak Bellen! met het loket')
})

test('[CN6] an input method is not disturbed; what others wrote meanwhile joins at its end', () => {
  const { field, told, shared } = open('een ')
  field.setSelectionRange(4, 4)
  shared.handleCompositionStart()
  field.type('ni')
  shared.handleInput()
  shared.receive('Wéér een ')
  expect(field.value).toBe('een ni')
  field.type('你')
  shared.handleInput()
  expect(told).toEqual([])
  shared.handleCompositionEnd()
  expect(told).toEqual(['Wéér een ni你'])
  expect(field.value).toBe('Wéér een ni你')
  expect(field.selectionStart).toBe(field.value.length)
})

test('[CN6] nothing that either wrote during a composition is lost', () => {
  const splice = fc.tuple(fc.nat(8), fc.nat(3), fc.string({ maxLength: 4, unit: fc.constantFrom('x', 'y', 'z') }))
  fc.assert(
    fc.property(splice, splice, ([at, take, put], [theirAt, theirTake, theirPut]) => {
      const base = 'abcdefgh'
      const { field, told, shared } = open(base)
      field.setSelectionRange(at, Math.min(base.length, at + take))
      shared.handleCompositionStart()
      field.type(put.toUpperCase())
      const theirs = base.slice(0, theirAt) + theirPut + base.slice(theirAt + theirTake)
      shared.receive(theirs)
      shared.handleCompositionEnd()
      const result = told.at(-1) ?? theirs
      expect(result.replaceAll(/[^XYZ]/g, '')).toBe(put.toUpperCase())
      expect(result.replaceAll(/[^xyz]/g, '')).toBe(theirPut)
      expect(field.value).toBe(result)
    }),
  )
})

test('[CN7] typing stops at the length, with a hint; a paste is cut, and it says how much', () => {
  const { field, told, limits, shared } = open('vol', 4)
  field.setSelectionRange(3, 3)
  field.type('!')
  shared.handleInput()
  field.type('?')
  shared.handleInput()
  expect(field.value).toBe('vol!')
  expect(told).toEqual(['vol!'])
  expect(limits).toEqual([{ kind: 'typed' }])
  const paste = open('ab', 6)
  paste.field.setSelectionRange(1, 1)
  paste.field.type('123456789')
  paste.shared.handleInput()
  expect(paste.field.value).toBe('a1234b')
  expect(paste.field.selectionStart).toBe(5)
  expect(paste.limits).toEqual([{ kind: 'pasted', leftOut: 5 }])
})

test('[CN7] what others wrote above the length is kept, and can be made shorter', () => {
  const { field, told, shared } = open('abc', 4)
  shared.receive('abcdefgh')
  field.setSelectionRange(8, 8)
  field.type('i')
  shared.handleInput()
  expect(field.value).toBe('abcdefgh')
  expect(told).toEqual([])
  field.setSelectionRange(6, 8)
  field.type('')
  shared.handleInput()
  expect(told).toEqual(['abcdef'])
})

test('[CN7] an emoji is left out whole', () => {
  expect(fitted('abc', 'abc😀', 4).text).toBe('abc')
  expect(fitted('abc', 'abc😀', 5).text).toBe('abc😀')
})
