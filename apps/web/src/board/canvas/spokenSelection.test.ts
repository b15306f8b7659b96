// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { i18n } from '../../i18n/i18n.ts'
import { MapAtHand } from '../../shapes/journey/testing/MapAtHand.ts'
import { spokenSelection } from './spokenSelection.ts'

const maps: MapAtHand[] = []
beforeEach(async () => {
  await i18n.changeLanguage('nl')
})
afterEach(() => {
  for (const { editor } of maps.splice(0)) editor.dispose()
})

test('[US7] what is chosen is read aloud in the words of the board, with the phase it stands in', () => {
  const map = new MapAtHand()
  maps.push(map)
  const { editor } = map
  const spoken = (): string => spokenSelection(editor, i18n.getFixedT(null, ['board', 'panel']))
  map.step('a', 12)
  map.pain('p', 12)
  editor.createShapes([{ id: MapAtHand.id('note'), type: 'note', x: -900, y: 0 }])
  const [phase] = editor.getCurrentPageShapes().filter(({ type }) => type === 'phase')
  if (phase?.type !== 'phase') throw new Error('the map has phases')
  editor.updateShapes([
    { id: phase.id, type: 'phase', props: { title: 'Eerste contact' } },
    { id: MapAtHand.id('a'), type: 'touchpoint', props: { title: 'Bellen' } },
  ])
  expect(spoken()).toBe('')
  editor.select(MapAtHand.id('a'))
  expect(spoken()).toBe('Stap: Bellen. Fase: Eerste contact')
  editor.select(MapAtHand.id('a'), MapAtHand.id('p'))
  expect(spoken()).toBe('2 dingen gekozen')
  editor.select(MapAtHand.id('note'))
  expect(spoken()).toBe('Briefje')
})
