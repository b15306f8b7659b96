import type { TLRecord } from 'tldraw'
import { expect, test } from 'vitest'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { DeletedWhileTyping, TYPING_LASTS_MS } from './DeletedWhileTyping.ts'
import { connectedPeers, deliver } from './testing/Peers.ts'

const ben = ParticipantId.parse('pa_ben')

async function annaTypesInACard() {
  const [anna, other] = connectedPeers(2)
  if (anna === undefined || other === undefined) throw new Error('two peers expected')
  let time = 0
  const watch = new DeletedWhileTyping({
    board: anna.board,
    binding: anna.binding,
    holderOf: () => ben,
    now: () => time,
  })
  other.create('card', 'shape:card', { text: 'Ik ' })
  other.create('touchpoint', 'shape:step', { title: 'Bellen' })
  const belongs = { typeName: 'binding', id: 'binding:b', type: 'belongs_to', fromId: 'shape:card', toId: 'shape:step' }
  other.store.put([{ ...belongs, props: {}, meta: {} } as unknown as TLRecord])
  await deliver([anna, other])
  anna.change('shape:card', {}, { text: 'Ik wacht al weken' })
  return { anna, other, watch, pass: (ms: number) => void (time += ms) }
}

test('[BD13] who typed in a card that another takes away is told, with her words, and can put it back', async () => {
  const { anna, other, watch } = await annaTypesInACard()
  await deliver([anna, other])
  const before = other.written()
  other.store.remove(['binding:b', 'shape:card'] as TLRecord['id'][])
  await deliver([anna, other])
  expect(anna.has('shape:card')).toBe(false)
  const [notice] = watch.notices.get()
  expect(notice).toMatchObject({ byId: ben, texts: [{ field: 'text', text: 'Ik wacht al weken' }] })
  if (notice === undefined) throw new Error('no notice')
  watch.putBack(notice)
  await deliver([anna, other])
  expect(watch.notices.get()).toEqual([])
  expect(other.written()).toEqual(before)
  expect(anna.shown()).toEqual(other.shown())
})

test('[BD13] letters that the other had not seen yet are among them', async () => {
  const { anna, other, watch } = await annaTypesInACard()
  other.store.remove(['binding:b', 'shape:card'] as TLRecord['id'][])
  await deliver([anna, other])
  expect(watch.notices.get()[0]?.texts).toEqual([{ field: 'text', text: 'Ik wacht al weken' }])
})

test('[BD13] two who put it back make one card', async () => {
  const { anna, other, watch } = await annaTypesInACard()
  await deliver([anna, other])
  const third = connectedPeers(1)[0]
  expect(third).toBeDefined()
  other.remove('shape:card')
  await deliver([anna, other])
  const [notice] = watch.notices.get()
  if (notice === undefined) throw new Error('no notice')
  watch.putBack(notice)
  other.create('card', 'shape:card', { text: 'Ik wacht al weken' })
  await deliver([anna, other])
  expect(anna.written()).toEqual(other.written())
  expect(
    Object.keys(anna.written())
      .filter((id) => id.startsWith('shape:'))
      .sort(),
  ).toEqual(['shape:card', 'shape:step'])
})

test('[BD13] who typed long ago, or took it away herself, is not told', async () => {
  const { anna, other, watch, pass } = await annaTypesInACard()
  await deliver([anna, other])
  pass(TYPING_LASTS_MS + 1)
  other.remove('shape:card')
  await deliver([anna, other])
  expect(watch.notices.get()).toEqual([])
  anna.change('shape:step', {}, { title: 'Bellen en wachten' })
  anna.remove('shape:step')
  await deliver([anna, other])
  expect(watch.notices.get()).toEqual([])
})
