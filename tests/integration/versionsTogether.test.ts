import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { closeCodes } from '@samenreis/model/protocol/closeCodes'
import { SUBPROTOCOL } from '@samenreis/model/protocol/messages'
import type { MigrationPlan } from '@samenreis/server/sync/migratedDocument'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { RoomConnection } from '../../apps/web/src/sync/RoomConnection.ts'
import { roomA } from '../contract/roomFixture.ts'
import type { BoardServer } from '../support/BoardServer.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { openRaw, type RawClient } from '../support/RawClient.ts'
import { addStep, step, titleOf } from '../support/records.ts'
import { openSqlite, startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

/** Three versions of Samenreis that follow each other, each with a layout of its own: N - 1, N and N + 1. */
const versions = [1, 2, 3] as const
type Version = (typeof versions)[number]

/** Above what a page waits for the next step on its way in; then it begins anew (CN12). */
const STEP_TIMEOUT_MS = 10_000
/** Above the pause between two looks of a page at its connection. */
const LOOK_MS = 1_500

/** The layouts up to this version, as a server of it knows them. */
function layoutsUpTo(newest: Version): MigrationPlan {
  const named = (to: Version) => ({
    to,
    apply: (board: Parameters<MigrationPlan['migrations'][number]['apply']>[0]) =>
      void board.records.get(FIRST_PAGE_ID)?.set('name', `Versie ${to}`),
  })
  return { newest, migrations: [named(2), named(3)] }
}

/** The page's own connection, from the same source with the number of another layout in it. */
const pages = new Map<Version, typeof RoomConnection>()
beforeAll(async () => {
  const board = '@samenreis/model/document/BoardDocument'
  for (const version of versions) {
    vi.resetModules()
    vi.doMock(board, async (original) => ({ ...(await original<object>()), SCHEMA_VERSION: version }))
    pages.set(version, (await import('../../apps/web/src/sync/RoomConnection.ts')).RoomConnection)
  }
  vi.doUnmock(board)
  vi.resetModules()
})

interface Visit {
  readonly person?: string
  readonly now?: () => number
}

/** A page of this version on its way into the room. */
function openPage(server: BoardServer, version: Version, { person = 'pa_page', ...more }: Visit = {}): RoomConnection {
  const Connection = pages.get(version)
  if (Connection === undefined) throw new Error(`There is no page of version ${version}`)
  const page = new Connection({
    roomId: roomA,
    serverUrl: server.syncUrl,
    subprotocols: [`bearer.${tokenOf(person)}`],
    random: () => 0,
    ...more,
  })
  onTestFinished(() => page.destroy())
  page.connect()
  return page
}

async function startVersion(folder: string, version: Version, port = 0): Promise<BoardServer> {
  return await startServer({ storage: await openSqlite(folder), migrations: layoutsUpTo(version), port })
}

/** The server is stopped, and one of another version is started in its place on what it stored. */
async function replaced(server: BoardServer, folder: string, by: Version): Promise<BoardServer> {
  const { port } = server
  await server.close({ graceMs: 500 })
  return await startVersion(folder, by, port)
}

/** Longer than a server that stops may ask its pages to wait. */
const BACK_MS = 15_000

const says = (page: RoomConnection, state: object, timeoutMs?: number): Promise<void> =>
  eventually(() => expect(page.state.get()).toEqual(state), timeoutMs)

async function isStored(server: BoardServer, part: string): Promise<boolean> {
  return (await server.rooms.read(roomA)).records.has(step(part).id)
}

/** What must happen when a page of one version meets a server of another. */
async function meet(client: Version, serverVersion: Version): Promise<void> {
  const folder = temporaryFolder()
  const server = await startVersion(folder, serverVersion)
  await server.rooms.write(roomA, (board) => addStep(board, 'there', 'Was er al'))
  let lateMs = 0
  const page = openPage(server, client, { now: () => performance.now() + lateMs })

  if (client === serverVersion) {
    await says(page, { kind: 'saved' })
    addStep(page.board, 'mine', 'Van mij')
    await eventually(async () => expect(await isStored(server, 'mine')).toBe(true))
    return
  }
  if (client < serverVersion) {
    // Asks to be loaded again, and holds nothing of the board.
    await says(page, { kind: 'refused', reason: 'client-too-old' })
    expect([page.ready.get(), page.board.records.size]).toEqual([false, 0])
    expect(server.rooms.meter.joinsRefused['client-too-old']).toBe(1)
    return
  }

  // Reads until the server is brought up to date.
  await says(page, { kind: 'ahead', unsaved: false })
  await eventually(() => expect(titleOf(page.board, 'there')).toBe('Was er al'))
  await server.rooms.write(roomA, (board) => addStep(board, 'live', 'Van nu'))
  await eventually(() => expect(titleOf(page.board, 'live')).toBe('Van nu'))
  expect(page.me.get()?.mayEdit).toBe(false)
  // What it has nevertheless, e.g. from before the server went back to an earlier version, stays with it and counts as not stored.
  addStep(page.board, 'mine', 'Van mij')
  await says(page, { kind: 'ahead', unsaved: true })
  expect([page.hasUnsavedWork(), page.unsentCount.get()]).toEqual([true, 1])
  const said = new Set<string>()
  page.state.subscribe(() => said.add(page.state.get().kind))
  lateMs = STEP_TIMEOUT_MS
  await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  await server.rooms.write(roomA, (board) => addStep(board, 'later', 'Van straks'))
  await eventually(() => expect(titleOf(page.board, 'later')).toBe('Van straks'))
  expect(await isStored(server, 'mine')).toBe(false)
  // One line all the time: it is in, though it sends nothing.
  expect([...said]).toEqual([])

  const same = await replaced(server, folder, serverVersion)
  await eventually(() => expect([...said]).toEqual(['offline', 'ahead']), BACK_MS)
  expect(page.state.get()).toEqual({ kind: 'ahead', unsaved: true })
  const updated = await replaced(same, folder, client)
  await says(page, { kind: 'saved' }, BACK_MS)
  expect(page.me.get()?.mayEdit).toBe(true)
  for (const part of ['there', 'live', 'later', 'mine']) expect(await isStored(updated, part)).toBe(true)
}

test('[SE32, SE33, CN16, F17] a page of each of three versions meets a server of each: it works, asks to be loaded again, or reads until the server is as new', async () => {
  await Promise.all(versions.flatMap((client) => versions.map((server) => meet(client, server))))
})

test('[RM18, SE33, CN17, F17] a server that went back does not open what a newer one wrote: whoever comes keeps his work and is in when it is updated', async () => {
  const folder = temporaryFolder()
  const newer = await startVersion(folder, 3)
  const page = openPage(newer, 3)
  await says(page, { kind: 'saved' })
  addStep(page.board, 'before', 'Van ervoor')
  await says(page, { kind: 'saved' })

  const older = await replaced(newer, folder, 2)
  const stored = await older.storage.documents.loadDocument(roomA)
  await says(page, { kind: 'offline', why: 'server-too-old', unsaved: false }, BACK_MS)
  addStep(page.board, 'during', 'Van intussen')
  await says(page, { kind: 'offline', why: 'server-too-old', unsaved: true })
  const old = openPage(older, 2, { person: 'pa_old' })
  await says(old, { kind: 'offline', why: 'server-too-old', unsaved: false })
  expect([old.ready.get(), old.board.records.size]).toEqual([false, 0])
  expect(await older.storage.documents.loadDocument(roomA)).toEqual(stored)

  const again = await replaced(older, folder, 3)
  await says(page, { kind: 'saved' }, BACK_MS)
  await says(old, { kind: 'refused', reason: 'client-too-old' }, BACK_MS)
  for (const part of ['before', 'during']) expect(await isStored(again, part)).toBe(true)
})

/** A step made elsewhere, as an update of its own. */
function editOf(part: string): Uint8Array {
  const board = new BoardDocument(new Y.Doc())
  addStep(board, part, 'Van elders')
  return Y.encodeStateAsUpdate(board.doc)
}

/** Somebody who says by hand what he knows of the layout. */
function byHand(server: BoardServer, person: string, ...schemas: readonly string[]): RawClient {
  return openRaw(server, { protocols: [SUBPROTOCOL, ...schemas, `bearer.${tokenOf(person)}`] })
}

test('[SE32, F17] who says that he knows less than the board, says nothing, or says no version at all does not come in', async () => {
  const server = await startVersion(temporaryFolder(), 2)
  for (const said of ['schema.', 'schema.0', 'schema.-2', 'schema.2x', 'schema.2.5', 'schema.1e9', 'schema.9999999']) {
    expect(await byHand(server, 'pa_odd', said).closed(), said).toBe(closeCodes.malformed.code)
  }
  expect(await byHand(server, 'pa_odd', 'schema.2', 'schema.3').closed()).toBe(closeCodes.malformed.code)
  expect(server.rooms.size).toBe(0)
  for (const said of [[], ['schema.1']]) {
    const old = byHand(server, 'pa_old', ...said)
    expect(await old.closed()).toBe(closeCodes['client-too-old'].code)
    expect([old.messages, old.asked]).toEqual([[], []])
  }
})

test('[SE33, F17] who says that he knows more than the board reads it; what he changes is kept by nobody, and he is told to come back', async () => {
  const server = await startVersion(temporaryFolder(), 2)
  const reader = await byHand(server, 'pa_new', 'schema.3').ready()
  expect(reader.got('hello')[0]?.hello).toMatchObject({ schemaVersion: 2, mayEdit: false })
  reader.sendStep2(Buffer.from([0, 0]))
  await server.rooms.write(roomA, (board) => addStep(board, 'live', 'Van nu'))
  await eventually(() => expect(reader.doc.getMap('records').has(step('live').id)).toBe(true))

  for (const send of ['sendUpdate', 'sendStep2'] as const) {
    const writer = await byHand(server, 'pa_new', 'schema.3').ready()
    writer[send](editOf('theirs'))
    expect(await writer.closed()).toBe(closeCodes['server-too-old'].code)
    expect(writer.got('reject')).toEqual([])
  }
  const observer = await openRaw(server, {
    protocols: [SUBPROTOCOL, 'schema.3', `bearer.${tokenOf('pa_eye', 'observer')}`],
  }).ready()
  observer.sendUpdate(editOf('theirs'))
  expect(await observer.closed()).toBe(closeCodes.forbidden.code)
  expect(await isStored(server, 'theirs')).toBe(false)
})

test('[RM13, F17] nobody gives the board another version', async () => {
  const server = await startVersion(temporaryFolder(), 2)
  for (const to of [1, 3, 'twee']) {
    const client = await byHand(server, 'pa_same', 'schema.2').ready()
    const before = Y.encodeStateVector(client.doc)
    client.doc.getMap('meta').set('schemaVersion', to)
    client.sendUpdate(Y.encodeStateAsUpdate(client.doc, before))
    expect(await client.closed()).toBe(closeCodes['invalid-content'].code)
  }
  const hold = await server.rooms.hold(roomA)
  onTestFinished(hold.release)
  expect(hold.room.room.schemaVersion).toBe(2)
})
