import { ParticipantId } from '@samenreis/model/ids/participantId'
import type { DomainType } from '@samenreis/model/records/recordKinds'
import type { TLShape } from 'tldraw'
import { expect, test } from 'vitest'
import { defaultDomainProps } from '../../canvas/shapeProps.ts'
import { withMaker } from './makerDefaults.ts'

const id = ParticipantId.parse('pa_willem')
const client = { id, name: 'Willem', role: 'client' } as const
const professional = { id, name: 'Anna', role: 'professional' } as const
const facilitator = { id, name: 'Bea', role: 'facilitator' } as const

/** A new shape of a kind, as a tool makes it. */
function fresh(type: DomainType, props: object = {}): TLShape {
  return { id: 'shape:new', type, props: { ...defaultDomainProps(type), ...props } } as unknown as TLShape
}

test('[BV8] what a person newly makes comes from where her role stands', () => {
  expect(withMaker(fresh('touchpoint'), client).props).toMatchObject({ basis: 'lived' })
  expect(withMaker(fresh('pain-point'), professional).props).toMatchObject({ basis: 'observed' })
  expect(withMaker(fresh('persona'), facilitator).props).toMatchObject({ basis: 'assumption' })
})

test('[BV8] a new curve has its maker as author, and her voice', () => {
  const props = { authorId: id, voice: 'professional', label: 'Anna' }
  expect(withMaker(fresh('curve'), professional).props).toMatchObject(props)
})

test('[BV8] a quote is in the voice of who types it, unless she facilitates: then somebody else said it', () => {
  expect(withMaker(fresh('card', { kind: 'quote' }), client).props).toMatchObject({ voice: 'client', authorId: id })
  expect(withMaker(fresh('card', { kind: 'quote' }), facilitator).props).toMatchObject({ voice: null, authorId: null })
  expect(withMaker(fresh('card', { kind: 'question' }), client).props).toMatchObject({ voice: null, authorId: null })
})

test('[BV8] a copy keeps what it says, and whose curve it is', () => {
  const copied = fresh('touchpoint', { title: 'Bellen', basis: 'designed' })
  expect(withMaker(copied, client)).toBe(copied)
  const curve = fresh('curve', { authorId: ParticipantId.parse('pa_other'), points: { 'shape:a': 1 } })
  expect(withMaker(curve, client)).toBe(curve)
})
