import { expect, test } from 'vitest'
import { findPersonalData, maskPersonalData } from './personalData.ts'

const kinds = (text: string) => findPersonalData(text).map(({ kind }) => kind)

test.each([
  ['BSN 111222333', 'bsn'],
  ['111.222.333 dus', 'bsn'],
  ['bel 06-12345678', 'phone'],
  ['bel 06 12 34 56 78.', 'phone'],
  ['+31 6 12345678', 'phone'],
  ['0031612345678', 'phone'],
  ['(010) 123 45 67', 'phone'],
  ['0512-345678', 'phone'],
  ['riet@voorbeeld.nl', 'email'],
  ['op 1234 AB', 'address'],
  ['1234AB', 'address'],
  ['Dorpsstraat 12', 'address'],
  ['Lange Nieuwstraat 12a', 'address'],
  ['Burgemeester de Vrieslaan 7', 'address'],
  ['Lange Laan 7', 'address'],
])('[AX533] "%s" looks like %s', (text, kind) => {
  expect(kinds(text)).toContain(kind)
})

test.each([
  'Bel de inwoner binnen 2 dagen terug',
  'BSN 111222334',
  'voor 2026-03-12',
  '12-03-2026',
  'schooljaar 2026-2027',
  'bel 112 of 14 010',
  'op 1234 SS',
  'Straat 12',
  'Op weg 2 keer bellen',
  'in de straat 12 mensen',
  'zaak 12345678901',
  'Eén telefoonnummer voor werkgevers',
  '000000000',
])('[AX533] "%s" does not', (text) => {
  expect(kinds(text)).toEqual([])
})

test('[AX533] masking puts a block over each character that was found, and over no other', () => {
  expect(maskPersonalData('Bel 0612345678 of kom: 1234 AB.')).toBe('Bel ██████████ of kom: ███████.')
  expect(maskPersonalData('Niets te zien')).toBe('Niets te zien')
})

test('[AX533] a text of 10,000 characters is searched in one go, whatever it is made of', () => {
  for (const piece of ['A', 'A-', '0', '1 ', '(', '@', 'a.', '+31 ']) {
    const text = piece.repeat(10_000 / piece.length)
    expect(maskPersonalData(`${text} 1234 AB`)).toMatch(/█{7}$/u)
  }
})
