import { expect, test } from 'vitest'
import { licenceFor } from './licence.ts'

const cases = [
  ['http:', 'samenreis.gemeente.example', undefined, 'allowed'],
  ['http:', 'localhost', undefined, 'allowed'],
  ['https:', 'localhost', undefined, 'allowed'],
  ['https:', '127.0.0.1', undefined, 'allowed'],
  ['https:', 'samenreis.gemeente.example', undefined, 'missing'],
  ['https:', 'samenreis.gemeente.example', '', 'missing'],
  ['https:', 'samenreis.gemeente.example', 'a-key', 'allowed'],
] as const

test.each(cases)('[BV2] %s//%s with key %s: %s', (protocol, hostname, key, kind) => {
  expect(licenceFor({ protocol, hostname }, key).kind).toBe(kind)
})

test('[BV2] the key that the server gives reaches the canvas', () => {
  expect(licenceFor({ protocol: 'https:', hostname: 'samenreis.example' }, 'a-key')).toEqual({
    kind: 'allowed',
    key: 'a-key',
  })
})
