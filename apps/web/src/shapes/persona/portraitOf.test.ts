import { expect, test } from 'vitest'
import { portraitOf } from './portraitOf.ts'

test('[LK10] the words of a drawing name say what is drawn', () => {
  expect(portraitOf('vrouw-grijs-bril')).toMatchObject({
    hair: 'bun',
    hairColour: '#A9ADB3',
    glasses: true,
    apron: false,
  })
  expect(portraitOf('man-pet')).toMatchObject({ hair: 'cap', glasses: false })
  expect(portraitOf('vrouw-schort')).toMatchObject({ apron: true })
  expect(portraitOf('vrouw-hoofddoek').hair).toBe('scarf')
})

test('[LK10] every name, also one it does not know, gives one portrait always', () => {
  for (const name of ['', 'x', 'shape:abc', 'iemand-anders', '😀']) {
    expect(portraitOf(name)).toEqual(portraitOf(name))
    for (const colour of [portraitOf(name).skin, portraitOf(name).hairColour, portraitOf(name).clothes])
      expect(colour).toMatch(/^#[0-9A-F]{6}$/)
  }
})
