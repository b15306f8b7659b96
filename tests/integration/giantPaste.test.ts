import { putRecord } from '@samenreis/model/document/write'
import { newShape } from '@samenreis/model/interchange/newShape'
import { closeCodes } from '@samenreis/model/protocol/closeCodes'
import { encodePiece } from '@samenreis/model/protocol/messages'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { encodeUpdate } from '@samenreis/server/sync/frames'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep, shapeId, titleOf } from '../support/records.ts'
import { changeOf } from '../support/RoomAtHand.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'
import { openRoomPage, saved } from '../support/webClient.ts'

// What a client sends that does not look at what is pasted: the server's limits alone hold it.

/** Above the text of any card. */
const MILLION = 1_000_000
const PIECE_BYTES = 200_000

const giants: Readonly<Record<string, (board: BoardDocument) => void>> = {
  'a million characters in a card': (board) => {
    putRecord(board, newShape('card', shapeId('giant'), {}))
    const text = board.records.get(shapeId('giant'))?.get('text')
    if (text instanceof Y.Text) text.insert(0, 'x'.repeat(MILLION))
  },
  '3,000 shapes': (board) => {
    const like = newShape('note', shapeId('n'), {})
    for (let at = 0; at < 3000; at += 1) putRecord(board, { ...like, id: shapeId(`giant${at}`) })
  },
  'a picture as an address of its own bytes': (board) => {
    putRecord(board, newShape('geo', shapeId('giant'), {}))
    board.records.get(shapeId('giant'))?.set('url', `data:image/png;base64,${'A'.repeat(MILLION / 10)}`)
  },
}

test.for(Object.entries(giants))(
  '[RM11, F21] a raw client that skips the check: %s gets a code, in one frame and in pieces, and nothing of it is there',
  async ([, make]) => {
    const server = await startServer()
    const witness = await openClient(server, { token: tokenOf('pa_nora') })
    addStep(witness.board, 'before', 'Stond er al')
    for (const inPieces of [false, true]) {
      const raw = await openRaw(server, { token: tokenOf(inPieces ? 'pa_in' : 'pa_one') }).ready()
      const frame = encodeUpdate(changeOf(new BoardDocument(raw.doc), make))
      if (!inPieces) raw.send(frame)
      for (let from = 0; inPieces && from < frame.byteLength; from += PIECE_BYTES) {
        raw.send(encodePiece(frame.subarray(from, from + PIECE_BYTES), from + PIECE_BYTES >= frame.byteLength))
      }
      const isTooLarge = !inPieces && frame.byteLength > 1024 * 1024
      const reason = isTooLarge ? 'frame-too-large' : 'invalid-content'
      expect(await raw.closed()).toBe(closeCodes[reason].code)
      expect(raw.got('reject').map(({ reject }) => reject.reason)).toEqual(isTooLarge ? [] : ['invalid-content'])
    }
    addStep(witness.board, 'after', 'Gaat verder')
    await eventually(async () => expect((await server.rooms.read(roomA)).records.size).toBe(3))
    expect(witness.closeCode).toBeNull()
  },
)

test.for(Object.entries(giants))(
  '[CN14, F21] %s that our own page let through begins the board anew, with what was there and for everybody',
  async ([, make]) => {
    const server = await startServer()
    const { opening, now } = await openRoomPage(server, { token: tokenOf('pa_anna') })
    const witness = await openClient(server, { token: tokenOf('pa_nora') })
    addStep(now().board, 'before', 'Stond er al')
    await saved(now)
    const refused = now()
    refused.board.transact(() => make(refused.board), 'test')
    await eventually(() => expect(opening.turnedBack.get()?.why).toBe('invalid-content'))
    await saved(now)
    expect(now()).not.toBe(refused)
    expect([...now().board.records.keys()].filter((id) => id.includes('giant'))).toEqual([])
    addStep(now().board, 'after', 'Gaat verder')
    await eventually(() => expect(titleOf(witness.board, 'after')).toBe('Gaat verder'))
    expect(titleOf(now().board, 'before')).toBe('Stond er al')
    await saved(now)
  },
)
