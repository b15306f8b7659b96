import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import { newShape } from '@samenreis/model/interchange/newShape'
import { expect, test } from 'vitest'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { removeStep, shapeId } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

test('[RP13, F13] the server alone repairs, once, and everybody sees it', async () => {
  const server = await startServer({ limits: { repairMs: 30 } })
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  const ben = await openClient(server, { token: tokenOf('pa_ben') })
  anna.board.transact(() => {
    putRecord(anna.board, newShape('frame', shapeId('f'), { index: 'a1' }))
    putRecord(anna.board, newShape('card', shapeId('c'), { index: 'a2', geometry: [50, 60, 0, 200, 120] }))
  }, 'test')
  await eventually(() => expect(ben.ids()).toHaveLength(3))
  let written = 0
  for (const { doc } of [anna, ben]) {
    doc.on('update', (_bytes: Uint8Array, origin: unknown) => {
      if (origin === 'test') written += 1
    })
  }
  // Ben has no connection while Anna takes the frame away.
  ben.provider.disconnect()
  ben.board.transact(() => changeRecord(ben.board, shapeId('c'), { parentId: shapeId('f') }), 'test')
  removeStep(anna.board, 'f')
  await eventually(async () => expect((await server.rooms.read(roomA)).records.size).toBe(2))
  ben.provider.connect()
  await eventually(() => {
    for (const { board } of [anna, ben]) {
      const fields = board.records.get('shape:c')
      expect([fields?.get('parentId'), fields?.get('geometry')]).toEqual([FIRST_PAGE_ID, [50, 60, 0, 200, 120]])
    }
  })
  const { version } = await server.rooms.read(roomA)
  // Two edits of theirs, no answer to the repair: what the server wrote ends it.
  expect(written).toBe(2)
  await eventually(() => expect(server.rooms.live.map(({ room }) => room.mayNeedRepair)).toEqual([false]))
  expect([written, (await server.rooms.read(roomA)).version]).toEqual([2, version])
  expect([anna.closeCode, ben.closeCode]).toEqual([null, null])
})

test('[RP13] a board that was left broken is repaired when somebody comes, and not by reading it', async () => {
  const server = await startServer({ limits: { repairMs: 30 } })
  await server.rooms.write(roomA, (board) => {
    putRecord(board, newShape('card', shapeId('c'), { parentId: shapeId('gone') }))
  })
  const read = async (): Promise<unknown> => (await server.rooms.read(roomA)).records.get(shapeId('c'))
  expect(await read()).toMatchObject({ parentId: 'shape:gone' })
  await eventually(() => expect(server.rooms.size).toBe(0))
  expect(await read()).toMatchObject({ parentId: 'shape:gone' })
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  await eventually(() => expect(anna.board.records.get('shape:c')?.get('parentId')).toBe(FIRST_PAGE_ID))
})
