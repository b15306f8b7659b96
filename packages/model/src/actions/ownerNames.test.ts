import { expect, test } from 'vitest'
import { namesSeveral } from './ownerNames.ts'

const known = ['Zorgaanbieder Huis en Hulp', 'Werk en Inkomen Lindervelde']

test.each([
  'Sanne en Karim',
  'sanne en karim',
  'Sanne, Karim',
  'Sanne/Karim',
  'Sanne & Karim',
  'Sanne Bakker en Karim el Idrissi',
  'Sanne samen met Karim',
  'Sanne of Karim',
  'Sanne (Wmo) en Karim (zorg)',
  'Teamleider en consulent',
  'Teamleider Wmo, Sanne en Karim',
  'Sanne\nKarim',
])('[AX510] "%s" names more than one', (owner) => {
  expect(namesSeveral(owner, known)).toBe(true)
})

test.each([
  '',
  'Sanne',
  'Jan van der Berg',
  'Planner Huis en Hulp',
  'Teamleider Zorg & Welzijn',
  'Sanne, teamleider Zorg en Welzijn',
  'Beleidsadviseur Participatie',
  'Teamleider Wmo-loket',
  'adviseur beleid en kwaliteit',
  'Werk en Inkomen',
  'Regisseur inburgering',
])('[AX510] "%s" names one', (owner) => {
  expect(namesSeveral(owner, known)).toBe(false)
})
