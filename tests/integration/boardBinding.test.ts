import { expect, onTestFinished, test } from 'vitest'
import { ConnectedCanvas } from '../../apps/web/src/sync/testing/ConnectedCanvas.ts'
import { roomA } from '../contract/roomFixture.ts'
import type { BoardServer } from '../support/BoardServer.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { shapeId } from '../support/records.ts'
import { openSqlite, startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

async function canvas(server: BoardServer, person: string): Promise<ConnectedCanvas> {
  const opened = await new ConnectedCanvas(server.syncUrl, roomA, tokenOf(person)).open()
  onTestFinished(() => opened.close())
  return opened
}

const step = 'shape:step'
const isSaved = (tab: ConnectedCanvas): boolean => tab.connection.state.get().kind === 'saved'

test('[BD3] over the server: two fields of one card changed at once both stay, on both canvases', async () => {
  const server = await startServer()
  const [anna, ben] = [await canvas(server, 'pa_anna'), await canvas(server, 'pa_ben')]
  anna.create('touchpoint', step, { title: 'Bellen' })
  await eventually(() => expect(ben.value(step, 'title')).toBe('Bellen'))
  anna.change(step, {}, { channel: 'phone' })
  ben.change(step, { x: 40.5 })
  await eventually(() => {
    for (const tab of [anna, ben]) {
      expect(tab.value(step, 'channel')).toBe('phone')
      expect(tab.value(step, 'x')).toBe(40.5)
      expect(isSaved(tab)).toBe(true)
    }
  })
})

test('[BD5] over the server: two who type in one title at once lose no letter', async () => {
  const server = await startServer()
  const [anna, ben] = [await canvas(server, 'pa_anna'), await canvas(server, 'pa_ben')]
  anna.create('touchpoint', step, { title: '' })
  await eventually(() => expect(ben.value(step, 'title')).toBe(''))
  const letters = 'aanvraag'
  for (const letter of letters) {
    anna.change(step, {}, { title: `${String(anna.value(step, 'title'))}${letter}` })
    ben.change(step, {}, { title: `${letter.toUpperCase()}${String(ben.value(step, 'title'))}` })
    await new Promise((resolve) => setImmediate(resolve))
  }
  await eventually(() => {
    const title = String(anna.value(step, 'title'))
    expect(ben.value(step, 'title')).toBe(title)
    expect([...title].sort().join('')).toBe([...letters, ...letters.toUpperCase()].sort().join(''))
  })
})

test('[CN3] over the server: what was made while it was away is there afterwards, and saved only then', async () => {
  const folder = temporaryFolder()
  const first = await startServer({ storage: await openSqlite(folder) })
  const anna = await canvas(first, 'pa_anna')
  await eventually(() => expect(isSaved(anna)).toBe(true))
  const { port } = first
  await first.close()
  await eventually(() => expect(anna.connection.state.get().kind).toBe('offline'))
  anna.create('touchpoint', step, { title: 'Zonder verbinding' })
  await eventually(() => expect(anna.connection.hasUnsavedWork()).toBe(true))
  const second = await startServer({ storage: await openSqlite(folder), port })
  anna.connection.connect()
  await eventually(() => expect(isSaved(anna)).toBe(true))
  expect(anna.connection.hasUnsavedWork()).toBe(false)
  const ben = await canvas(second, 'pa_ben')
  expect(ben.value(step, 'title')).toBe('Zonder verbinding')
})

test('[BD7] over the server: joining adds nothing to the stored board', async () => {
  const server = await startServer()
  const anna = await canvas(server, 'pa_anna')
  anna.create('touchpoint', step, { title: 'Bellen' })
  await eventually(async () => expect((await server.rooms.read(roomA)).records.has(shapeId('step'))).toBe(true))
  const before = await server.rooms.read(roomA)
  for (const person of ['pa_ben', 'pa_cleo', 'pa_dina']) {
    const tab = await canvas(server, person)
    await eventually(() => expect(isSaved(tab)).toBe(true))
  }
  expect((await server.rooms.read(roomA)).version).toBe(before.version)
})

test('[CN1] over the server: who looks on sees the board and is never told that it is saved', async () => {
  const server = await startServer()
  const anna = await canvas(server, 'pa_anna')
  anna.create('touchpoint', step, { title: 'Bellen' })
  const screen = await new ConnectedCanvas(server.syncUrl, roomA, tokenOf('pa_screen', 'screen', 'screen')).open()
  onTestFinished(() => screen.close())
  await eventually(() => expect(screen.value(step, 'title')).toBe('Bellen'))
  expect(screen.connection.state.get()).toEqual({ kind: 'viewing' })
})
