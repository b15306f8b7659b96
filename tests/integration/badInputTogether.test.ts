import { shapeKinds } from '@samenreis/model/records/recordKinds'
import { bindingKinds } from '@samenreis/model/records/binding'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { putRecord } from '@samenreis/model/document/write'
import type { Extraction } from '@samenreis/model/actions/improvementAction'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { openClient, type StockClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep, changeStep, removeStep, shapeId, titleOf } from '../support/records.ts'
import { WholeServer } from '../support/WholeServer.ts'

let server: WholeServer
beforeAll(async () => {
  server = await WholeServer.start()
})
afterAll(() => server.close())

function seen(viewer: StockClient, other: StockClient): unknown {
  return viewer.provider.awareness.getStates().get(other.doc.clientID)
}

test('[SE11] two tabs of one person: both work, both have the same, and one that closes takes only itself away', async () => {
  const made = await server.makeRoom()
  const room = made.room.id
  const [me, leader] = [await server.join(made, 'participant'), await server.join(made, 'facilitator')]
  const tabs = [
    await openClient(server, { token: me.token, room }),
    await openClient(server, { token: me.token, room }),
  ]
  const [first, second] = tabs
  if (first === undefined || second === undefined) throw new Error('Both tabs are open')
  const viewer = await openClient(server, { token: leader.token, room })
  const raw = await openRaw(server, { token: leader.token, room }).ready()
  const isThere = (): unknown => {
    const told = raw.got('event').findLast(({ event }) => event.kind === 'roster')?.event
    return told?.kind === 'roster' ? told.participants.find(({ id }) => id === me.participant.id)?.connected : undefined
  }
  addStep(first.board, 'a', 'Bellen')
  addStep(second.board, 'b', 'Schrijven')
  first.provider.awareness.setLocalState({ c: [1, 1] })
  second.provider.awareness.setLocalState({ c: [2, 2] })
  const p = me.participant.id
  await eventually(() => {
    for (const client of [first, second, viewer]) expect(client.ids()).toEqual(['page:board', 'shape:a', 'shape:b'])
    expect([seen(viewer, first), seen(viewer, second), isThere()]).toEqual([{ p, c: [1, 1] }, { p, c: [2, 2] }, true])
  })
  changeStep(first.board, 'b', { title: 'Schrijven en bellen' })
  first.provider.destroy()
  await eventually(() => expect(seen(viewer, first)).toBeUndefined())
  expect([seen(viewer, second), isThere(), second.closeCode]).toEqual([{ p, c: [2, 2] }, true, null])
  // The roster itself: a fresh look, not only what was told.
  const { participants } = (await (
    await server.ask('GET', `/rooms/${room}/participants`, { token: leader.token })
  ).json()) as { participants: { id: string; connected: boolean }[] }
  expect(participants.find(({ id }) => id === p)?.connected).toBe(true)
  changeStep(second.board, 'a', { title: 'Bellen of mailen' })
  await eventually(() => expect(titleOf(viewer.board, 'a')).toBe('Bellen of mailen'))
  second.provider.destroy()
  await eventually(() => expect(isThere()).toBe(false))
})

test('[RM9] a target that goes while somebody links to it: nobody is refused, the link leads nowhere, nothing else is lost', async () => {
  const made = await server.makeRoom()
  const room = made.room.id
  const [first, second] = [await server.join(made, 'facilitator'), await server.join(made, 'participant')]
  const anna = await openClient(server, { token: first.token, room })
  const ben = await openClient(server, { token: second.token, room })
  addStep(anna.board, 'target', 'Bellen')
  addStep(anna.board, 'other', 'Wachten')
  await eventually(() => expect(ben.ids()).toHaveLength(3))
  // Ben has no connection while he links, and Anna takes the target away meanwhile.
  ben.provider.disconnect()
  const idea = shapeKinds.idea.schema.parse({
    ...shapeKinds.idea.defaults,
    id: shapeId('idea'),
    type: 'idea',
    parentId: FIRST_PAGE_ID,
    index: 'a2',
    geometry: [300, 0, 0, 200, 150],
    isLocked: false,
    opacity: 1,
    meta: {},
    title: 'Bel terug',
  })
  const arrow = shapeKinds.arrow.schema.parse({
    ...shapeKinds.arrow.defaults,
    id: shapeId('arrow'),
    type: 'arrow',
    parentId: FIRST_PAGE_ID,
    index: 'a3',
    geometry: [0, 0, 0, 0, 0],
    isLocked: false,
    opacity: 1,
    meta: {},
  })
  const belongs = bindingKinds.belongs_to.parse({
    id: 'binding:belongs',
    type: 'belongs_to',
    fromId: shapeId('idea'),
    toId: shapeId('target'),
    meta: {},
  })
  const ends = (['start', 'end'] as const).map((terminal) =>
    bindingKinds.arrow.parse({
      id: `binding:${terminal}`,
      type: 'arrow',
      fromId: shapeId('arrow'),
      toId: shapeId(terminal === 'start' ? 'other' : 'target'),
      terminal,
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isExact: false,
      isPrecise: false,
      snap: 'none',
      meta: {},
    }),
  )
  ben.board.transact(() => {
    for (const record of [idea, arrow, belongs, ...ends]) putRecord(ben.board, record)
  }, 'test')
  removeStep(anna.board, 'target')
  await eventually(async () => expect((await server.rooms.read(room)).records.size).toBe(2))
  ben.provider.connect()
  const everything = ['binding:belongs', 'binding:end', 'binding:start', 'page:board']
  await eventually(() => {
    for (const client of [anna, ben])
      expect(client.ids()).toEqual([...everything, 'shape:arrow', 'shape:idea', 'shape:other'])
  })
  expect([anna.closeCode, anna.provider.wsconnected, ben.provider.wsconnected]).toEqual([null, true, true])
  const answer = await server.ask('GET', `/rooms/${room}/actions`, { token: first.token })
  const extraction = (await answer.json()) as Extraction
  expect(JSON.stringify(extraction)).toContain('Bel terug')
  expect(JSON.stringify(extraction)).not.toContain('"id":"shape:target"')
})

test('[RM9] a card taken away while another types in it: the writer is not refused and can put it back with his words', async () => {
  const made = await server.makeRoom()
  const room = made.room.id
  const [first, second] = [await server.join(made, 'participant'), await server.join(made, 'participant')]
  const anna = await openClient(server, { token: first.token, room })
  const ben = await openClient(server, { token: second.token, room })
  addStep(anna.board, 'a', 'Bellen')
  await eventually(() => expect(ben.ids()).toHaveLength(2))
  anna.provider.disconnect()
  changeStep(anna.board, 'a', { title: 'Bellen met het loket' })
  removeStep(ben.board, 'a')
  await eventually(async () => expect((await server.rooms.read(room)).records.size).toBe(1))
  anna.provider.connect()
  await eventually(() => expect(anna.ids()).toEqual(['page:board']))
  addStep(anna.board, 'a', 'Bellen met het loket')
  await eventually(() => expect(titleOf(ben.board, 'a')).toBe('Bellen met het loket'))
  expect([anna.provider.wsconnected, ben.provider.wsconnected]).toEqual([true, true])
})
