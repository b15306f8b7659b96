import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { FieldValue } from '@samenreis/model/document/BoardDocument'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { Proxy } from '../support/proxy/Proxy.ts'
import { addStep, changeStep, step, titleOf } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'
import { openRoomPage, openWeb, saved } from '../support/webClient.ts'

test('[CN14] of work that was refused the part that is not to blame comes onto the board, and nobody else notices', async () => {
  const server = await startServer()
  const proxy = await Proxy.to(server.port)
  const { opening, now } = await openRoomPage(proxy, { token: tokenOf('pa_anna'), random: () => 0 })
  const ben = await openClient(server, { token: tokenOf('pa_ben') })
  const first = now()
  addStep(first.board, 'mine', 'Bellen')
  await saved(now)
  proxy.accepts = false
  proxy.reset()
  await eventually(() => expect(first.state.get().kind).toBe('offline'))
  // A fault of this page: beside good work something that no board may hold.
  addStep(first.board, 'good', 'Zonder lijn gemaakt')
  first.board.transact(() => {
    const hologram = new Y.Map<FieldValue>([
      ['type', 'hologram'],
      ['text', new Y.Text('Woorden in iets vreemds')],
    ])
    first.board.records.set('shape:odd', hologram)
  }, 'test')
  changeStep(first.board, 'mine', { title: 'Bellen en wachten' })
  addStep(ben.board, 'bens', 'Van Ben')
  proxy.accepts = true
  await eventually(() => expect(now()).not.toBe(first))
  await saved(now)
  await eventually(() => expect(opening.turnedBack.get()?.why).toBe('invalid-content'))
  const words = [{ recordId: 'shape:odd', field: 'text', text: 'Woorden in iets vreemds' }]
  expect(opening.turnedBack.get()?.unsent).toEqual(words)
  await eventually(() => expect(ben.ids()).toContain(step('good').id))
  const { records } = await server.rooms.read(roomA)
  expect([...records.keys()].toSorted()).toEqual(['page:board', 'shape:bens', 'shape:good', 'shape:mine'])
  expect(titleOf(now().board, 'mine')).toBe('Bellen en wachten')
  expect([ben.closeCode, ben.provider.wsconnected]).toEqual([null, true])
  // And she goes on.
  addStep(now().board, 'after', 'Erna')
  await saved(now)
  await eventually(() => expect(ben.ids()).toContain(step('after').id))
})

test('[CN15] what is not stored is counted thing by thing, and leaves the count as the server stores it', async () => {
  const server = await startServer()
  const proxy = await Proxy.to(server.port)
  const anna = await openWeb(proxy, { token: tokenOf('pa_anna') })
  proxy.freeze('toClient')
  addStep(anna.board, 'a', 'Een')
  changeStep(anna.board, 'a', { geometry: [9, 9, 0, 200, 150] })
  addStep(anna.board, 'b', 'Twee')
  anna.board.transact(() => anna.board.records.delete('binding:none'), 'test')
  expect(anna.unsentCount.get()).toBe(2)
  expect(anna.unsentTexts().map(({ text }) => text)).toEqual(['Een', 'Twee'])
  proxy.thaw()
  await saved(() => anna)
  expect([anna.unsentCount.get(), anna.unsentTexts()]).toEqual([0, []])
  // While she goes on without a pause: only what is not stored yet counts, not everything since the last pause.
  let most = 0
  for (let card = 0; card < 60; card += 1) {
    addStep(anna.board, `c${card}`, 'Steeds')
    most = Math.max(most, anna.unsentCount.get())
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(most).toBeLessThan(60)
  await saved(() => anna)
})
