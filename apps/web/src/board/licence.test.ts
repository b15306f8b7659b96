import { tldrawKey } from '@samenreis/model/testing/tldrawKey'
import { expect, test } from 'vitest'
import { licenceFor } from './licence.ts'

const host = 'samenreis.gemeente.example'
const now = Date.parse('2026-11-26T12:00:00Z')
const good = tldrawKey([host], '2027-03-01')

const cases = [
  ['http:', host, undefined, 'allowed'],
  ['http:', 'localhost', undefined, 'allowed'],
  ['https:', 'localhost', undefined, 'allowed'],
  ['https:', '127.0.0.1', undefined, 'allowed'],
  ['https:', 'localhost', 'no key', 'allowed'],
  ['https:', host, undefined, 'missing'],
  ['https:', host, '', 'missing'],
  ['https:', host, 'no key', 'unreadable'],
  ['https:', host, good, 'allowed'],
  ['https:', `www.${host}`, good, 'allowed'],
  ['https:', 'elsewhere.example', good, 'other-host'],
  ['https:', `${host}.evil.example`, good, 'other-host'],
  ['https:', host, tldrawKey(['*.gemeente.example'], '2027-03-01'), 'allowed'],
  ['https:', host, tldrawKey(['*'], '2027-03-01'), 'allowed'],
] as const

test.each(cases)('[BV2, F95] %s//%s with key %s: %s', (protocol, hostname, key, kind) => {
  expect(licenceFor({ protocol, hostname }, key, now).kind).toBe(kind)
})

/** Days after which tldraw shows no board: its own grace, which a trial does not have. */
const ends = [
  ['annual', '2026-11-26', 'allowed'],
  ['annual', '2026-10-28', 'allowed'],
  ['annual', '2026-10-26', 'over'],
  ['evaluation', '2026-11-26', 'allowed'],
  ['evaluation', '2026-11-25', 'over'],
  ['perpetual', '2020-01-01', 'allowed'],
] as const

test.each(ends)('[BV2, F95] a licence (%s) whose last day is %s: %s on 26 November 2026', (kind, lastDay, outcome) => {
  const key = tldrawKey([host], lastDay, kind)
  expect(licenceFor({ protocol: 'https:', hostname: host }, key, now).kind).toBe(outcome)
})

test('[BV2] the key that the server gives reaches the canvas', () => {
  expect(licenceFor({ protocol: 'https:', hostname: host }, good, now)).toEqual({ kind: 'allowed', key: good })
})
