import { expect, test } from 'vitest'
import { dutch } from '../../../i18n/dutch.ts'
import { english } from '../../../i18n/english.ts'
import { drawingOf, figureOf } from './figureOf.ts'
import { people, personNames } from './people.ts'

test('[LK10] the words of a drawing name say what is drawn', () => {
  expect(figureOf('vrouw-grijs-bril-2')).toMatchObject({
    hair: 'bun',
    hairColour: '#B4B7BC',
    glasses: 'round',
    apron: false,
  })
  expect(figureOf('man-pet-blauw')).toMatchObject({ headwear: 'cap' })
  expect(figureOf('vrouw-schort-rood')).toMatchObject({ apron: true })
  expect(figureOf('vrouw-hoofddoek-groen').headwear).toBe('scarf')
})

test('[LK10] every name, also one it does not know, gives one portrait always', () => {
  for (const name of ['', 'x', 'shape:abc', 'iemand-anders', 'constructor', '😀', ...personNames]) {
    expect(drawingOf(name)).toEqual(drawingOf(name))
    for (const { figure } of drawingOf(name).people) {
      for (const colour of [figure.skin, figure.hairColour, figure.clothes]) expect(colour).toMatch(/^#[0-9A-F]{6}$/)
    }
  }
})

test('[PC1] there are people of all sorts, no two drawn alike, each with its own words in both languages', () => {
  expect(personNames.length).toBeGreaterThanOrEqual(20)
  expect(new Set(personNames.map((name) => JSON.stringify(people[name]))).size).toBe(personNames.length)
  for (const { people: words } of [dutch, english]) {
    expect(Object.keys(words.name).toSorted()).toEqual([...personNames].toSorted())
    expect(new Set(Object.values(words.name)).size).toBe(personNames.length)
  }
})

test('[PC1] the drawn people differ in origin, age, family and in what helps them', () => {
  const figures = personNames.flatMap((name) => drawingOf(name).people.map(({ figure }) => figure))
  expect(new Set(figures.map(({ skin }) => skin)).size).toBe(5)
  expect(new Set(figures.flatMap(({ aid }) => aid ?? [])).size).toBe(4)
  expect(figures.filter(({ old }) => old === true).length).toBeGreaterThanOrEqual(6)
  expect(figures.some(({ hearingAid }) => hearingAid === true)).toBe(true)
  expect(personNames.filter((name) => drawingOf(name).people.length > 1).length).toBeGreaterThanOrEqual(4)
})

test('[US3] personas whose drawing nobody chose yet do not all look the same', () => {
  const drawn = [1, 2, 3].map((at) => JSON.stringify(drawingOf(`shape:start-persona-${at}`)))
  expect(new Set(drawn).size).toBe(3)
})
