import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { FIRST_PAGE_ID, seedUpdate } from '@samenreis/model/document/seed'
import { SCHEMA_SUBPROTOCOL_PREFIX, SUBPROTOCOL, TOKEN_SUBPROTOCOL_PREFIX } from '@samenreis/model/protocol/messages'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newRoom, roomA } from '../contract/roomFixture.ts'
import { temporaryFolder } from '../support/folder.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep } from '../support/records.ts'
import { ServerProcess } from '../support/ServerProcess.ts'
import { tokenOf } from '../support/TestAdmissions.ts'
import { storedRoom } from '../support/TirelessWriters.ts'

/** Milliseconds after somebody came in at which the process is killed: before, while and after the change is stored. */
const MOMENTS = [0, 40, 80, 300, 1500]
/** The append of the change is held back so long, so that some of these moments are before it. */
const APPEND_MS = 40
const STEPS = 200

test('[RM18, F18] killed at any moment while a room is brought to a newer layout: it is all old or all new', async () => {
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  for (let number = 0; number < STEPS; number += 1) addStep(board, `s${number}`)
  const content = Y.encodeStateAsUpdate(board.doc)
  const outcomes = new Set<string>()
  for (const moment of MOMENTS) {
    const folder = temporaryFolder()
    const database = new SqliteDatabase(join(folder, 'samenreis.sqlite'))
    database.directory.createRoom(newRoom(roomA, [seedUpdate(), content]))
    database.close()
    const server = new ServerProcess(folder, { settings: { migrates: true, appendMs: APPEND_MS } })
    await server.start()
    openRaw(server, { token: tokenOf('pa_nora') })
    await new Promise((resolve) => setTimeout(resolve, moment))
    await server.stop('SIGKILL')
    const { ids, stored } = storedRoom(folder)
    expect(ids).toHaveLength(STEPS + 1)
    const after = readStoredDocument(stored)
    const name = after.records.get(FIRST_PAGE_ID)?.get('name')
    expect([after.schemaVersion, name]).toEqual(
      after.schemaVersion === 2 ? [2, 'Bord'] : [1, board.records.get(FIRST_PAGE_ID)?.get('name')],
    )
    outcomes.add(String(after.schemaVersion))
    if (after.schemaVersion === 2) continue
    await server.start()
    // A page that knows the newer layout; others are told to reload.
    const protocols = [SUBPROTOCOL, `${SCHEMA_SUBPROTOCOL_PREFIX}2`, `${TOKEN_SUBPROTOCOL_PREFIX}${tokenOf('pa_nora')}`]
    await openRaw(server, { protocols }).ready()
    await server.stop('SIGKILL')
    expect(readStoredDocument(storedRoom(folder).stored).schemaVersion).toBe(2)
  }
  expect(outcomes).toEqual(new Set(['1', '2']))
})
