// @vitest-environment happy-dom
import { CardKind } from '@samenreis/model/records/enumerations'
import { RoomId } from '@samenreis/model/ids/roomId'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import type { DomainType } from '@samenreis/model/records/recordKinds'
import { createShapeId, createTLStore, type TLShape } from 'tldraw'
import { expect, test } from 'vitest'
import { boardSchema } from '../../canvas/boardSchema.ts'
import { defaultDomainProps } from '../../canvas/shapeProps.ts'
import { headlessEditor } from '../../sync/testing/headlessEditor.ts'
import { keepScreenPersonas, playPersona } from '../persona/screenPersonas.ts'
import { registerMakerDefaults, withMaker } from './makerDefaults.ts'

const id = ParticipantId.parse('pa_willem')
const client = { id, name: 'Willem', role: 'client' } as const
const professional = { id, name: 'Anna', role: 'professional' } as const
const facilitator = { id, name: 'Bea', role: 'facilitator' } as const

/** A new shape of a kind, as a tool makes it. */
function fresh(type: DomainType, props: object = {}): TLShape {
  return { id: 'shape:new', type, props: { ...defaultDomainProps(type), ...props } } as unknown as TLShape
}

test('[BV8] what a person newly makes comes from where her role stands', () => {
  expect(withMaker(fresh('touchpoint'), client, null).props).toMatchObject({ basis: 'lived' })
  expect(withMaker(fresh('pain-point'), professional, null).props).toMatchObject({ basis: 'observed' })
  expect(withMaker(fresh('persona'), facilitator, null).props).toMatchObject({ basis: 'assumption' })
})

test('[BV8] a new curve has its maker as author, and her voice', () => {
  const props = { authorId: id, voice: 'professional', label: 'Anna' }
  expect(withMaker(fresh('curve'), professional, null).props).toMatchObject(props)
})

test('[BV8] a quote is in the voice of who types it, unless she facilitates: then somebody else said it', () => {
  expect(withMaker(fresh('card', { kind: 'quote' }), client, null).props).toMatchObject({
    voice: 'client',
    authorId: id,
  })
  expect(withMaker(fresh('card', { kind: 'quote' }), facilitator, null).props).toMatchObject({
    voice: null,
    authorId: null,
  })
  expect(withMaker(fresh('card', { kind: 'question' }), client, null).props).toMatchObject({
    voice: null,
    authorId: null,
  })
})

test('[BV8] a copy keeps what it says, and whose curve it is', () => {
  const copied = fresh('touchpoint', { title: 'Bellen', basis: 'designed' })
  expect(withMaker(copied, client, null)).toBe(copied)
  const curve = fresh('curve', { authorId: ParticipantId.parse('pa_other'), points: { 'shape:a': 1 } })
  expect(withMaker(curve, client, null)).toBe(curve)
})

test('[UI16] a new step in a journey on paper is designed, in the best journey assumed, whoever makes it', () => {
  for (const maker of [client, professional, facilitator]) {
    expect(withMaker(fresh('touchpoint'), maker, 'shadow').props).toMatchObject({ basis: 'designed' })
    expect(withMaker(fresh('touchpoint'), maker, 'ideal').props).toMatchObject({ basis: 'assumption' })
  }
  expect(withMaker(fresh('touchpoint'), client, 'individual').props).toMatchObject({ basis: 'lived' })
  expect(withMaker(fresh('pain-point'), client, 'shadow').props).toMatchObject({ basis: 'lived' })
  const copied = fresh('touchpoint', { title: 'Bellen', basis: 'lived' })
  expect(withMaker(copied, client, 'shadow')).toBe(copied)
})

test('[UI16] the journey is found also when the step is made in a frame on it; what others make stays as it is', () => {
  const editor = headlessEditor(createTLStore({ schema: boardSchema() }))
  const stop = registerMakerDefaults(editor, client)
  const [journey, frame, step] = ['journey', 'frame', 'step'].map(createShapeId)
  if (journey === undefined || frame === undefined || step === undefined) throw new Error('three ids expected')
  editor.createShapes([
    { id: journey, type: 'journey', props: { kind: 'shadow' } },
    { id: frame, type: 'frame', parentId: journey },
    { id: step, type: 'touchpoint', parentId: frame },
  ])
  expect(editor.getShape(step)?.props).toMatchObject({ basis: 'designed' })
  const remote = {
    ...editor.getShape(step),
    id: createShapeId('remote'),
    parentId: editor.getCurrentPageId(),
  } as TLShape
  editor.store.mergeRemoteChanges(() => editor.store.put([remote]))
  expect(editor.getShape(remote.id)?.props).toMatchObject({ basis: 'designed' })
  stop()
  editor.dispose()
})

test('[PL1] what who plays a persona newly makes is told as her and assumed; what was there, and what others make, is not', () => {
  const editor = headlessEditor(createTLStore({ schema: boardSchema() }))
  const stops = [
    keepScreenPersonas(editor, RoomId.parse('a'.repeat(26)), {
      getItem: () => null,
      setItem: () => undefined,
    }),
    registerMakerDefaults(editor, client),
  ]
  const riet = createShapeId('riet')
  editor.createShape({ id: riet, type: 'persona', props: { name: 'Riet' } })
  const made = (name: string, type: DomainType, props: object = {}): object | undefined => {
    const shapeId = createShapeId(name)
    editor.createShape({ id: shapeId, type, props } as never)
    return editor.getShape(shapeId)?.props
  }
  expect(made('before', 'card', { kind: 'need' })).toMatchObject({ spokenAs: null, basis: 'lived' })
  playPersona(editor, riet)
  for (const kind of CardKind.options)
    expect(made(kind, 'card', { kind })).toMatchObject({ spokenAs: riet, basis: 'assumption', voice: null })
  for (const type of ['touchpoint', 'pain-point'] as const)
    expect(made(type, type)).toMatchObject({ basis: 'assumption' })
  expect(made('copy', 'card', { kind: 'quote', text: 'Zo ging het.', basis: 'lived' })).toMatchObject({
    spokenAs: null,
    basis: 'lived',
  })
  expect(editor.getShape(createShapeId('before'))?.props).toMatchObject({ spokenAs: null, basis: 'lived' })
  const remote = { ...editor.getShape(createShapeId('before')), id: createShapeId('remote') } as TLShape
  editor.store.mergeRemoteChanges(() => editor.store.put([remote]))
  expect(editor.getShape(remote.id)?.props).toMatchObject({ spokenAs: null, basis: 'lived' })

  editor.deleteShape(riet)
  expect(made('gone', 'card', { kind: 'need' })).toMatchObject({ spokenAs: null, basis: 'lived' })
  for (const stop of stops) stop()
  editor.dispose()
})
