import { changeRecord, removeRecord } from '@samenreis/model/document/write'
import { FULL_BOARD } from '@samenreis/model/protocol/messages'
import { expect, test } from 'vitest'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { openRaw, type RawClient } from '../support/RawClient.ts'
import { addStep, changeStep, removeStep, shapeId, titleOf } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'
import { openRoomPage, openWeb, saved } from '../support/webClient.ts'

const MOST = 50
const limits = { records: MOST, recordsWarning: 30 }
const gerda = tokenOf('pa_gerda', 'facilitator', 'facilitator')

/** How full the server said that the board is, each time. */
function toldTo(client: RawClient): (number | null)[] {
  return client.got('event').flatMap(({ event }) => (event.kind === 'fullness' ? [event.percent] : []))
}

test('[RM24, F56] who leads is told as the board fills, and when she comes to it; nobody else is', async () => {
  const server = await startServer({ limits })
  const [leader, guest] = [openRaw(server, { token: gerda }), openRaw(server, { token: tokenOf('pa_anna') })]
  await Promise.all([leader.ready(), guest.ready()])
  const ben = await openWeb(server, { token: tokenOf('pa_ben') })
  // The page is a record, too.
  for (let at = 1; at <= MOST - 1; at += 1) {
    addStep(ben.board, `s${at}`)
    if (at === 29) await saved(() => ben)
    if (at === 29) expect(toldTo(leader)).toEqual([])
  }
  await saved(() => ben)
  await eventually(() => expect(toldTo(leader).at(-1)).toBe(100))
  const later = openRaw(server, { token: tokenOf('pa_karim', 'co_facilitator', 'facilitator') })
  await eventually(() => expect(toldTo(later)).toEqual([100]))
  for (let at = 1; at <= 30; at += 1) removeStep(ben.board, `s${at}`)
  await eventually(() => expect(toldTo(leader).at(-1)).toBeNull())
  await saved(() => ben)
  expect(toldTo(guest)).toEqual([])
})

test('[RM11, CN14, F56] on a full board nothing is added, and whoever tried is told why and works on; all else goes on', async () => {
  const server = await startServer({ limits })
  await server.rooms.write(roomA, (board) => {
    for (let at = 1; at < MOST; at += 1) addStep(board, `s${at}`, 'Stap')
  })
  const { opening, now } = await openRoomPage(server, { token: tokenOf('pa_anna') })
  const ben = await openWeb(server, { token: tokenOf('pa_ben') })
  const refused = now()
  addStep(refused.board, 'more', 'Nog een stap')
  await eventually(() =>
    expect(opening.turnedBack.get()).toMatchObject({ why: 'full-board', unsent: [{ text: 'Nog een stap' }] }),
  )
  expect(refused.rejected?.detail).toContain(FULL_BOARD)
  await saved(now)
  expect(now().board.records.has(shapeId('more'))).toBe(false)
  // What stands there is still hers to change and to take away, and then there is room.
  changeStep(now().board, 's1', { title: 'Anders' })
  now().board.transact(() => removeRecord(now().board, shapeId('s2')), 'test')
  await saved(now)
  addStep(now().board, 'instead', 'In de plaats')
  await saved(now)
  await eventually(() => expect(titleOf(ben.board, 'instead')).toBe('In de plaats'))
  expect(titleOf(ben.board, 's1')).toBe('Anders')
  expect([ben.state.get().kind, (await server.rooms.read(roomA)).records.size]).toEqual(['saved', MOST])
})

test('[RM11, RM24, F56] a board full of the places where its cards have been is told, and has room again when it is made anew', async () => {
  const places = { documentStructs: 400, documentStructsWarning: 200 }
  const server = await startServer({ limits: places })
  const leader = await openRaw(server, { token: gerda }).ready()
  const { opening, now } = await openRoomPage(server, { token: tokenOf('pa_ben') })
  const bothTo = (at: number): void =>
    now().board.transact(() => {
      for (const id of ['a', 'b']) changeRecord(now().board, shapeId(id), { geometry: [at, 0, 0, 200, 150] })
    }, 'test')
  for (const id of ['a', 'b']) addStep(now().board, id)
  for (let at = 1; opening.turnedBack.get() === null; at += 1) {
    bothTo(at)
    if (at % 10 === 0) await saved(now)
    if (at > 300) throw new Error('It is never full')
  }
  expect(opening.turnedBack.get()).toMatchObject({ why: 'full-board' })
  expect(toldTo(leader)).toEqual([50, 60, 70, 80, 90, 100])
  await saved(now)
  const full = now()
  await server.rooms.makeAnew(roomA, (board) => board)
  await eventually(() => expect(now()).not.toBe(full))
  await saved(now)
  bothTo(1000)
  await saved(now)
  const { records } = await server.rooms.read(roomA)
  expect(records.get(shapeId('b'))).toMatchObject({ geometry: [1000, 0, 0, 200, 150] })
})
