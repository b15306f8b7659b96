import { readBoard } from '@samenreis/model/document/read'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { expect, test } from 'vitest'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep, changeStep, removeStep, shapeId, titleOf } from '../support/records.ts'
import { openSqlite, startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

test('[RM1] a stock client syncs, edits, and another one sees it', async () => {
  const server = await startServer()
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  const ben = await openClient(server, { token: tokenOf('pa_ben') })
  expect(anna.ids()).toEqual([FIRST_PAGE_ID])
  addStep(anna.board, 'a', 'Bellen')
  await eventually(() => expect(titleOf(ben.board, 'a')).toBe('Bellen'))
  changeStep(ben.board, 'a', { title: 'Bellen met het loket' })
  await eventually(() => expect(titleOf(anna.board, 'a')).toBe('Bellen met het loket'))
  removeStep(anna.board, 'a')
  await eventually(() => expect(ben.ids()).toEqual([FIRST_PAGE_ID]))
})

test('[RM1] two people in one field and in two fields of one card lose nothing', async () => {
  const server = await startServer()
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  const ben = await openClient(server, { token: tokenOf('pa_ben') })
  addStep(anna.board, 'a', 'Bellen')
  await eventually(() => expect(titleOf(ben.board, 'a')).toBe('Bellen'))
  changeStep(anna.board, 'a', { title: 'Samen bellen', channel: 'phone' })
  changeStep(ben.board, 'a', { title: 'Bellen met het loket', geometry: [40, 50, 0, 200, 150] })
  await eventually(() => {
    expect(titleOf(anna.board, 'a')).toContain('Samen')
    expect(titleOf(anna.board, 'a')).toContain('met het loket')
    expect(readBoard(ben.board).records).toEqual(readBoard(anna.board).records)
    expect(readBoard(ben.board).records.get(shapeId('a'))).toMatchObject({
      channel: 'phone',
      geometry: [40, 50, 0, 200, 150],
    })
  })
})

test('[RM1] a board is there again after the server has stopped and started', async () => {
  const folder = temporaryFolder()
  const first = await startServer({ storage: await openSqlite(folder) })
  const anna = await openRaw(first, { token: tokenOf('pa_nora') }).ready()
  const ben = await openClient(first, { token: tokenOf('pa_ben') })
  addStep(ben.board, 'a', 'Bellen')
  await eventually(() => expect(anna.doc.getMap('records').has('shape:a')).toBe(true))
  await first.close()
  expect(await anna.closed()).toBe(1012)
  const second = await startServer({ storage: await openSqlite(folder) })
  const cleo = await openClient(second, { token: tokenOf('pa_cleo') })
  expect(titleOf(cleo.board, 'a')).toBe('Bellen')
})

test('[RM3] the board as HTTP reads it is the stored one, also when nobody is there, and the room does not stay', async () => {
  const server = await startServer()
  const before = await server.rooms.read(roomA)
  expect([...before.records.keys()]).toEqual([FIRST_PAGE_ID])
  await server.rooms.write(roomA, (board) => addStep(board, 'a', 'Bellen'))
  const after = await server.rooms.read(roomA)
  expect([...after.records.keys()]).toEqual([FIRST_PAGE_ID, 'shape:a'])
  expect(after.version).toBeGreaterThan(before.version)
  await eventually(() => expect(server.rooms.size).toBe(0))
})
