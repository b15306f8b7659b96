import { expect, test } from 'vitest'
import { AllowedOrigins } from './AllowedOrigins.ts'
import { clientAddress } from './clientAddress.ts'
import { RateLimit } from './RateLimit.ts'

test('[AC9] a forwarded address is believed from a named proxy only, and only its own word', () => {
  expect(clientAddress('198.51.100.7', '203.0.113.9', [])).toBe('198.51.100.7')
  expect(clientAddress('::ffff:10.0.0.1', '203.0.113.9', ['10.0.0.1'])).toBe('203.0.113.9')
  // The caller wrote the first one himself; the proxy added the second.
  expect(clientAddress('10.0.0.1', '192.0.2.66, 203.0.113.9', ['10.0.0.1'])).toBe('203.0.113.9')
  expect(clientAddress('10.0.0.1', '192.0.2.66, 203.0.113.9, 10.0.0.2', ['10.0.0.1', '10.0.0.2'])).toBe('203.0.113.9')
  expect(clientAddress('10.0.0.1', undefined, ['10.0.0.1'])).toBe('10.0.0.1')
  expect(clientAddress(undefined, undefined, [])).toBe('')
})

test('[AC9] all addresses of one IPv6 network count as one', () => {
  expect(clientAddress('2001:db8:1:2:3:4:5:6', undefined, [])).toBe('2001:db8:1:2')
  expect(clientAddress('2001:db8:1:2::9', undefined, [])).toBe('2001:db8:1:2')
  expect(clientAddress('2001:db8::9', undefined, [])).toBe('2001:db8:0:0')
  expect(clientAddress('::1', undefined, [])).toBe('0:0:0:0')
})

test('[AC9] a flood of addresses costs a limited memory, and those of the moment are still counted', () => {
  const limit = new RateLimit(1, 1000, () => 0)
  for (let address = 0; address < 50_000; address++) limit.count(String(address))
  expect(limit.count('49999')).toBe(1000)
  expect(limit.count('0')).toBe(0)
})

test('[HT3] where origins are named, no other may come, not even the one that was asked for', () => {
  const named = new AllowedOrigins(['https://samenreis.example'])
  expect(named.allows('https://samenreis.example', 'internal:8787')).toBe(true)
  expect(named.allows('http://samenreis.example', 'samenreis.example')).toBe(false)
  expect(named.allows('http://internal:8787', 'internal:8787')).toBe(false)
  const any = new AllowedOrigins(null)
  expect(any.allows('http://internal:8787', 'internal:8787')).toBe(true)
  expect(any.allows('http://internal:8787', undefined)).toBe(false)
})
