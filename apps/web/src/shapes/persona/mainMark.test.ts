// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TLShapeId } from 'tldraw'
import { MapAtHand } from '../journey/testing/MapAtHand.ts'
import { kindWords } from '../look/words.ts'
import { mainPersonaId, markMainPersona } from './mainMark.ts'

let map: MapAtHand
const [a, b] = [MapAtHand.id('a'), MapAtHand.id('b')]
beforeEach(() => {
  map = new MapAtHand()
  for (const id of [a, b]) map.editor.createShapes([{ id, type: 'persona', props: { name: String(id) } }])
})
afterEach(() => map.editor.dispose())

const marked = (): TLShapeId[] =>
  [a, b].filter((id) => {
    const shape = map.editor.getShape(id)
    return shape?.type === 'persona' && shape.props.main
  })

test('[FR2] marking a persona takes the mark from the other, both in one undo', () => {
  const { editor } = map
  markMainPersona(editor, b)
  expect([mainPersonaId(editor), marked()]).toEqual([b, [b]])
  markMainPersona(editor, a)
  expect([mainPersonaId(editor), marked()]).toEqual([a, [a]])
  editor.undo()
  expect([mainPersonaId(editor), marked()]).toEqual([b, [b]])
})

test('[FR2] two that were marked at once are one main persona; taking the mark away leaves none', () => {
  const { editor } = map
  for (const id of [a, b]) editor.updateShapes([{ id, type: 'persona', props: { main: true } }])
  expect(mainPersonaId(editor)).toBe(a)
  const said = [a, b].map((id) => {
    const shape = editor.getShape(id)
    return shape === undefined ? '' : editor.getShapeUtil(shape).getAriaDescriptor(shape)
  })
  expect(said.map((words) => words?.split(':')[0])).toEqual([
    kindWords()('onBoard.mainPersona'),
    kindWords()('shape.persona'),
  ])
  markMainPersona(editor, null)
  expect([mainPersonaId(editor), marked()]).toEqual([null, []])
  markMainPersona(editor, null)
  editor.undo()
  expect(marked()).toEqual([a, b])
})

test('[FR2] a main persona that is removed is none, and marking one that is gone marks nobody', () => {
  const { editor } = map
  markMainPersona(editor, a)
  editor.deleteShape(a)
  expect(mainPersonaId(editor)).toBe(null)
  markMainPersona(editor, a)
  expect(marked()).toEqual([])
})

test('[FR2] the mark takes no room: the card keeps its height', () => {
  const { editor } = map
  const before = editor.getShapePageBounds(a)?.h
  markMainPersona(editor, a)
  expect(editor.getShapePageBounds(a)?.h).toBe(before)
})
