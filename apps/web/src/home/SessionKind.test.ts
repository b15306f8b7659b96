import { Template } from '@samenreis/model/records/enumerations'
import { expect, test } from 'vitest'
import { dutch } from '../i18n/dutch.ts'
import { demoKinds, isDemoKind, sessionKindOf, startOf, USUAL_KIND } from './SessionKind.ts'

test('[UI17] the start page offers every kind of session and every example, each with a name and one sentence', () => {
  for (const kind of [...Template.options, ...demoKinds]) {
    expect(sessionKindOf(kind)).toBe(kind)
    const { title, text } = dutch.start.kind[kind]
    expect(title, kind).not.toBe('')
    expect(text.match(/[.?](?= |$)/g)?.length, text).toBe(1)
  }
  expect(sessionKindOf('nothing')).toBe(USUAL_KIND)
})

test('[UI17] a kind is made from its template and its subject, an example from its demo alone', () => {
  expect(startOf('interview', 'participation')).toEqual({ template: 'interview', context: 'participation' })
  expect(startOf('demo-session', 'participation')).toEqual({ start: 'demo-session' })
  expect(demoKinds.every(isDemoKind)).toBe(true)
  expect(Template.options.some(isDemoKind)).toBe(false)
})
