import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { encodePresence } from '@samenreis/server/sync/frames'
import { expect, test } from 'vitest'
import { ben, nora, roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { openClient, type StockClient } from '../support/openClient.ts'
import { openRaw, type RawClient } from '../support/RawClient.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

/** A socket of which the server knows no better than that it is a stock client's. */
function openStock(server: { readonly syncUrl: string }, token: string): Promise<RawClient> {
  return openRaw(server, { protocols: ['y-websocket', `bearer.${token}`] }).ready()
}

/** What the viewer sees of somebody; undefined = nothing. */
function seen(viewer: StockClient, other: { readonly doc: { readonly clientID: number } }): unknown {
  return viewer.provider.awareness.getStates().get(other.doc.clientID)
}

function say(client: RawClient, clientId: number, clock: number, state: unknown): void {
  client.send(encodePresence([{ clientId, clock, json: JSON.stringify(state) }]))
}

test('[PR1] people see each other’s presence as it is now, and it goes with the connection', async () => {
  const server = await startServer()
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  const other = await openClient(server, { token: tokenOf('pa_ben') })
  for (let x = 0; x < 20; x += 1) anna.provider.awareness.setLocalState({ c: [x, 5] })
  await eventually(() => expect(seen(other, anna)).toEqual({ p: nora, c: [19, 5] }))
  const late = await openClient(server, { token: tokenOf('pa_cleo') })
  await eventually(() => expect(seen(late, anna)).toEqual({ p: nora, c: [19, 5] }))
  // Cut without a goodbye.
  anna.provider.shouldConnect = false
  anna.provider.ws?.close()
  await eventually(() => expect([seen(other, anna), seen(late, anna)]).toEqual([undefined, undefined]))
})

test('[PR1] the sender gets his own renewals back, so that a stock client does not leave', async () => {
  const server = await startServer()
  const anna = await openStock(server, tokenOf('pa_nora'))
  say(anna, anna.doc.clientID, 1, {})
  // The first is also answered, so that peers who knew an earlier visit take it.
  await eventually(() => expect(anna.presenceFrames).toHaveLength(2))
  say(anna, anna.doc.clientID, 2, {})
  await eventually(() => expect(anna.presenceFrames).toHaveLength(3))
})

test('[PR2] nobody speaks for somebody else, nor under another name', async () => {
  const server = await startServer()
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  const mallory = await openStock(server, tokenOf('pa_mallory'))
  const other = await openClient(server, { token: tokenOf('pa_ben') })
  anna.provider.awareness.setLocalState({ c: [1, 1] })
  await eventually(() => expect(seen(other, anna)).toEqual({ p: nora, c: [1, 1] }))
  say(mallory, anna.doc.clientID, 500, { c: [9, 9], p: nora })
  say(mallory, mallory.doc.clientID, 1, { c: [2, 2], p: nora })
  await eventually(() => expect(seen(other, mallory)).toEqual({ p: 'pa_mallory', c: [2, 2] }))
  expect(seen(other, anna)).toEqual({ p: nora, c: [1, 1] })
  // Neither by a second id, nor by taking somebody away.
  say(mallory, 4242, 1, { c: [3, 3] })
  say(mallory, anna.doc.clientID, 501, null)
  say(mallory, mallory.doc.clientID, 2, { c: [4, 4] })
  await eventually(() => expect(seen(other, mallory)).toEqual({ p: 'pa_mallory', c: [4, 4] }))
  expect(seen(other, { doc: { clientID: 4242 } })).toBeUndefined()
  expect(seen(other, anna)).toEqual({ p: nora, c: [1, 1] })
})

test('[PR2] the id under which somebody wrote is not another one’s to show presence with', async () => {
  const server = await startServer()
  const anna = await openStock(server, tokenOf('pa_nora'))
  anna.doc.once('update', (update: Uint8Array) => anna.sendUpdate(update))
  anna.doc.getMap('records').delete('page:board')
  const board = anna.doc.getMap('records')
  expect(board.size).toBe(0)
  const mallory = await openStock(server, tokenOf('pa_mallory'))
  const other = await openClient(server, { token: tokenOf('pa_ben') })
  say(anna, anna.doc.clientID, 1, { c: [1, 1] })
  await eventually(() => expect(seen(other, anna)).toEqual({ p: nora, c: [1, 1] }))
  anna.socket.close()
  await eventually(() => expect(seen(other, anna)).toBeUndefined())
  // A late echo of what was heard of somebody who has left.
  say(mallory, anna.doc.clientID, 2, { c: [1, 1] })
  say(mallory, mallory.doc.clientID, 1, { c: [2, 2] })
  await eventually(() => expect(seen(other, mallory)).toEqual({ p: 'pa_mallory', c: [2, 2] }))
  expect(seen(other, anna)).toBeUndefined()
})

test('[PR3] only known keys that hold are passed on, and no more than 4 KiB', async () => {
  const server = await startServer()
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  const other = await openClient(server, { token: tokenOf('pa_ben') })
  anna.provider.awareness.setLocalState({
    user: { name: 'Nora van Dijk' },
    c: [1.5, 'x'],
    s: ['shape:a'],
    e: 7,
    p: ben,
  })
  await eventually(() => expect(seen(other, anna)).toEqual({ p: nora, s: ['shape:a'] }))
  const filled = (bytes: number): unknown => ({
    s: ['shape:b'],
    x: 'x'.repeat(bytes - '{"s":["shape:b"],"x":""}'.length),
  })
  anna.provider.awareness.setLocalState({ ...(filled(4096) as object) })
  await eventually(() => expect(seen(other, anna)).toEqual({ p: nora, s: ['shape:b'] }))
  for (const bytes of [4097, 409_600]) {
    anna.provider.awareness.setLocalState({ ...(filled(bytes) as object), s: ['shape:c'] })
  }
  anna.provider.awareness.setLocalState({ s: ['shape:d'] })
  await eventually(() => expect(seen(other, anna)).toEqual({ p: nora, s: ['shape:d'] }))
})

test('[PR4] a clock that leaps, stands still or goes back is passed over', async () => {
  const server = await startServer()
  const anna = await openStock(server, tokenOf('pa_nora'))
  const other = await openClient(server, { token: tokenOf('pa_ben') })
  const id = anna.doc.clientID
  say(anna, id, Number.MAX_SAFE_INTEGER, { c: [8, 8] })
  say(anna, id, 3, { c: [1, 1] })
  await eventually(() => expect(seen(other, anna)).toEqual({ p: nora, c: [1, 1] }))
  for (const clock of [Number.MAX_SAFE_INTEGER, 1004, 3, 2]) say(anna, id, clock, { c: [9, 9] })
  say(anna, id, 1003, { c: [2, 2] })
  await eventually(() => expect(seen(other, anna)).toEqual({ p: nora, c: [2, 2] }))
  expect(other.provider.awareness.meta.get(id)?.clock).toBe(1003)
})

test('[PR5] two hundred visits leave no trace', async () => {
  const server = await startServer()
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  const { room } = await server.rooms.hold(roomA)
  for (let visit = 0; visit < 200; visit += 1) {
    const guest = openRaw(server, { token: tokenOf(`pa_guest${visit}`) })
    await eventually(() => expect(guest.asked).toHaveLength(1))
    if (visit % 2 === 0) say(guest, guest.doc.clientID, 1, {})
    else guest.show({ c: [visit, 1] })
    guest.socket.close()
  }
  await eventually(() => expect(server.gateway.size).toBe(1))
  expect(room.presence.size).toBe(1)
  expect(anna.provider.awareness.getStates().size).toBeLessThanOrEqual(2)
})

test('[PR6] a viewer shows nothing, and sees the others', async () => {
  const server = await startServer()
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  const screen = await openClient(server, { token: tokenOf('pa_screen', 'screen', 'screen') })
  screen.provider.awareness.setLocalState({ c: [9, 9] })
  anna.provider.awareness.setLocalState({ c: [1, 1] })
  await eventually(() => expect(seen(screen, anna)).toEqual({ p: nora, c: [1, 1] }))
  expect(seen(anna, screen)).toBeUndefined()
})

test('[PR7] who comes back with the same clock is seen at once', async () => {
  const server = await startServer()
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  const other = await openClient(server, { token: tokenOf('pa_ben') })
  anna.provider.awareness.setLocalState({ c: [1, 1] })
  await eventually(() => expect(seen(other, anna)).toEqual({ p: nora, c: [1, 1] }))
  anna.provider.ws?.close()
  await eventually(() => expect(seen(other, anna)).toBeUndefined())
  await eventually(() => expect(seen(other, anna)).toEqual({ p: nora, c: [1, 1] }))
})

test('[PR1] what the server sends is what y-protocols writes', async () => {
  const server = await startServer()
  const anna = await openStock(server, tokenOf('pa_nora'))
  say(anna, anna.doc.clientID, 1, { c: [1, 2] })
  await eventually(() => expect(anna.presenceFrames).toHaveLength(2))
  const awareness = new Awareness(anna.doc)
  awareness.setLocalState({ c: [1, 2], p: nora })
  awareness.meta.set(anna.doc.clientID, { clock: 1, lastUpdated: 0 })
  const written = Buffer.from(encodeAwarenessUpdate(awareness, [anna.doc.clientID])).toString('latin1')
  awareness.destroy()
  const sent = Buffer.from(anna.presenceFrames[1] ?? []).toString('latin1')
  expect([sent.length, sent.slice(0, 5)]).toEqual([written.length, written.slice(0, 5)])
})

test('[PR8, PR9] stock clients and ours see each other move, come and go', async () => {
  const server = await startServer()
  const stock = await openClient(server, { token: tokenOf('pa_nora') })
  const ours = await openRaw(server, { token: tokenOf('pa_ben') }).ready()
  const third = await openRaw(server, { token: tokenOf('pa_cleo') }).ready()
  const stockHears = (): unknown => [...stock.provider.awareness.getStates().values()].find((each) => each['p'] === ben)
  stock.provider.awareness.setLocalState({ c: [1, 2], s: ['shape:a'] })
  ours.show({ c: [3, 4], e: 'shape:a.title' })
  await eventually(() => expect(ours.hears(nora)).toEqual({ c: [1, 2], s: ['shape:a'] }))
  await eventually(() => expect(stockHears()).toEqual({ p: ben, c: [3, 4], e: 'shape:a.title' }))
  ours.show({ c: [5, 4] })
  stock.provider.awareness.setLocalState({ c: [9, 2], s: ['shape:a'] })
  await eventually(() => expect(ours.hears(nora)).toEqual({ c: [9, 2], s: ['shape:a'] }))
  await eventually(() => expect(stockHears()).toEqual({ p: ben, c: [5, 4] }))
  expect(third.hears(ben)).toEqual({ c: [5, 4] })
  // Each form goes to those alone who read it.
  expect([ours.presenceFrames.length, third.presenceFrames.length]).toEqual([0, 0])
  const late = await openRaw(server, { token: tokenOf('pa_dan') }).ready()
  await eventually(() => expect(late.hears(nora)).toEqual({ c: [9, 2], s: ['shape:a'] }))
  expect(late.hears(ben)).toEqual({ c: [5, 4] })
  ours.socket.terminate()
  stock.provider.shouldConnect = false
  stock.provider.ws?.close()
  await eventually(() => expect(third.crowd.present.size).toBe(0))
})

test('[PR2, F78] whatever somebody sends as somebody else’s presence, nobody sees a change', async () => {
  const server = await startServer()
  const anna = await openRaw(server, { token: tokenOf('pa_nora') }).ready()
  const stockAnna = await openClient(server, { token: tokenOf('pa_cleo') })
  const mallory = await openRaw(server, { token: tokenOf('pa_mallory') }).ready()
  const other = await openRaw(server, { token: tokenOf('pa_ben') }).ready()
  const stockOther = await openClient(server, { token: tokenOf('pa_dan') })
  anna.show({ c: [1, 1] })
  stockAnna.provider.awareness.setLocalState({ c: [2, 2] })
  await eventually(() => expect([other.hears(nora), other.hears('pa_cleo')]).toEqual([{ c: [1, 1] }, { c: [2, 2] }]))
  const [annasId] = [...stockOther.provider.awareness.getStates()].find(([, state]) => state['p'] === nora) ?? []
  // By the ids under which stock clients know them, by words in the state, and by a change, which has no place for a name.
  for (const clientId of [annasId ?? 0, stockAnna.doc.clientID, anna.doc.clientID]) {
    say(mallory, clientId, 600, { c: [9, 9], p: nora, name: 'Nora', role: 'facilitator', color: 'red' })
    say(mallory, clientId, 601, null)
  }
  mallory.show({ c: [7, 7] })
  await eventually(() => expect(other.hears('pa_mallory')).toEqual({ c: [7, 7] }))
  expect([other.hears(nora), other.hears('pa_cleo')]).toEqual([{ c: [1, 1] }, { c: [2, 2] }])
  expect(seen(stockOther, stockAnna)).toEqual({ p: 'pa_cleo', c: [2, 2] })
  expect(stockOther.provider.awareness.getStates().get(annasId ?? 0)).toEqual({ p: nora, c: [1, 1] })
})
