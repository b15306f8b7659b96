// @vitest-environment happy-dom
import { Box, createTLStore, type Editor, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { boardSchema } from '../../canvas/boardSchema.ts'
import { headlessEditor } from '../../sync/testing/headlessEditor.ts'
import { showFirstView } from './firstView.ts'

let editor: Editor
beforeEach(() => {
  editor = headlessEditor(createTLStore({ schema: boardSchema() }))
  editor.updateViewportScreenBounds(new Box(0, 0, 1440, 840))
})
afterEach(() => editor.dispose())

const id = (name: string): TLShapeId => `shape:${name}` as TLShapeId

function journey(w: number): void {
  editor.createShapes([{ id: id('journey'), type: 'journey', x: 0, y: 0, props: { w, h: 600 } }])
}

function persona(w: number): void {
  editor.createShapes([{ id: id('persona'), type: 'persona', x: -240 - w, y: 0, props: { w, h: 500 } }])
}

function note(name: string, x: number, y: number): void {
  editor.createShapes([{ id: id(name), type: 'note', x, y }])
}

/** Whether a shape is in view, whole. */
function isSeen(name: string): boolean {
  const bounds = editor.getShapePageBounds(id(name))
  return bounds !== undefined && editor.getViewportPageBounds().contains(bounds)
}

test('[UI19] the journey is shown with the notes above it, and with whose it is when that fits', () => {
  journey(2180)
  persona(320)
  note('near', 0, -300)
  note('above-persona', -560, -300)
  note('far', 0, -2000)
  showFirstView(editor, true)
  expect(['journey', 'persona', 'near', 'above-persona', 'far'].map(isSeen)).toEqual([true, true, true, true, false])
  expect(editor.getZoomLevel()).toBeGreaterThanOrEqual(0.5)
})

test('[UI19] where it does not fit the journey comes first, and a long one begins at its start', () => {
  journey(2600)
  persona(560)
  note('near', 0, -300)
  showFirstView(editor, true)
  expect(['journey', 'persona', 'near'].map(isSeen)).toEqual([true, false, true])
  editor.updateShapes([{ id: id('journey'), type: 'journey', props: { w: 5000 } }])
  showFirstView(editor, true)
  expect(editor.getZoomLevel()).toBe(0.5)
  const { x, maxX } = editor.getViewportPageBounds()
  expect(x).toBeLessThan(0)
  expect(maxX).toBeLessThan(5000)
  expect(isSeen('near')).toBe(true)
})

test('[UI19] without a journey everything is shown; an empty board stays where it is', () => {
  const before = editor.getCamera()
  showFirstView(editor, true)
  expect(editor.getCamera()).toEqual(before)
  persona(560)
  note('near', -700, -300)
  showFirstView(editor, true)
  expect(['persona', 'near'].map(isSeen)).toEqual([true, true])
})

test('[US5] on a phone the words of a card can be read from the start', () => {
  editor.updateViewportScreenBounds(new Box(0, 0, 390, 784))
  journey(2600)
  showFirstView(editor, true)
  expect(editor.getZoomLevel()).toBeGreaterThanOrEqual(0.75)
})
