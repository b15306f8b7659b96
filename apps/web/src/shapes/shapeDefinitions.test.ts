import { CardKind } from '@samenreis/model/records/enumerations'
import { domainKinds, isDomainType, textFieldsOf } from '@samenreis/model/records/recordKinds'
import { expect, test } from 'vitest'
import { i18n } from '../i18n/i18n.ts'
import { cardKindDefinitions } from './cardKindDefinitions.ts'
import { customShapeUtils, customTools, shapeDefinitions } from './shapeDefinitions.ts'

/** Shortcuts of tldraw 5.4.2 that are one key, or shift and one key (its useTools.tsx and actions.tsx). */
const TLDRAW_SHORTCUTS = [
  'v',
  'h',
  'e',
  'd',
  'b',
  'x',
  'r',
  'o',
  'a',
  'l',
  'f',
  't',
  'n',
  'k',
  'z',
  'q',
  'g',
  '[',
  ']',
  '/',
  '=',
  '-',
  'shift+d',
  'shift+h',
  'shift+v',
  'shift+l',
  'shift+f',
  'shift+q',
  'shift+0',
  'shift+1',
  'shift+2',
  'shift+=',
]

const definitions = Object.values(shapeDefinitions)
const cardKinds = Object.values(cardKindDefinitions)

test('[LK9] every kind of the domain has a definition, and its util and tool are its own', () => {
  expect(definitions.map(({ type }) => type).sort()).toEqual(Object.keys(domainKinds).sort())
  for (const { type, util, textField } of definitions) {
    expect(util.type).toBe(type)
    expect(textFieldsOf(type)).toContain(textField)
  }
  expect(customShapeUtils).toHaveLength(definitions.length)
})

test('[LK9] every kind of card has a tool, icon, word and colour of its own', () => {
  expect(cardKinds.map(({ kind }) => kind).sort()).toEqual([...CardKind.options].sort())
  for (const value of ['toolId', 'icon', 'wordKey', 'family'] as const)
    expect(new Set(cardKinds.map((definition) => definition[value])).size, value).toBe(CardKind.options.length)
})

test('[LK9] no two tools have the same id', () => {
  const ids = customTools.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  // The last two are the frame, which is tldraw’s own kind with a tool of ours, and tldraw’s tool for choosing and moving.
  expect(ids).toHaveLength(definitions.length - 1 + cardKinds.length + 2)
})

test('[LK9] no shortcut is one of tldraw or of another kind', () => {
  const plain = definitions.filter(({ type }) => type !== 'card')
  const shortcuts = [...plain, ...cardKinds].map(({ kbd }) => kbd)
  expect(new Set(shortcuts).size).toBe(shortcuts.length)
  expect(shortcuts.filter((kbd) => TLDRAW_SHORTCUTS.includes(kbd))).toEqual([])
})

test.each(['nl', 'en'])('[LK9] every kind has a word in %s', (language) => {
  for (const { wordKey } of [...definitions, ...cardKinds]) expect(i18n.exists(wordKey, { lng: language })).toBe(true)
})

test('[LK9] a new shape of every kind is judged good by its own props', () => {
  for (const type of Object.keys(domainKinds).filter(isDomainType)) {
    const { props } = shapeDefinitions[type].util
    expect(Object.keys(props ?? {})).toEqual(expect.arrayContaining([...textFieldsOf(type), 'w', 'h']))
  }
})
