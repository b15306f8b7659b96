import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CreatedRoom } from '@samenreis/model/api/rooms'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { expect, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { temporaryFolder } from '../support/folder.ts'
import { addStep } from '../support/records.ts'
import { Person } from './Workshop.ts'
import { RunningSamenreis } from './RunningSamenreis.ts'
import { scenario } from './scenario.ts'

/** Appends a step to the room that lies in the folder, and damages the row that holds it. */
function damage(folder: string, room: CreatedRoom['room']): void {
  const path = join(folder, 'samenreis.sqlite')
  const database = new SqliteDatabase(path)
  const stored = database.documents.loadDocument(room.id)
  if (stored === null || stored.damage !== undefined) throw new Error('The room is not whole')
  const board: BoardDocument = readStoredDocument(stored)
  const before = Y.encodeStateVector(board.doc)
  addStep(board, 'late')
  const sequence = (stored.updates.at(-1)?.sequence ?? stored.snapshot?.sequence ?? 0) + 1
  const bytes = Y.encodeStateAsUpdate(board.doc, before)
  database.documents.append([
    { roomId: room.id, epoch: stored.epoch, updates: [{ sequence, bytes }], clients: new Map() },
  ])
  database.close()
  const hands = new DatabaseSync(path)
  hands.prepare('UPDATE room_update SET checksum = checksum + 1 WHERE sequence = ?').run(sequence)
  hands.close()
}

scenario(
  '[BV14, F30] a damaged board shows what is left, says so to each, and lets nobody change it',
  async ({ browser }) => {
    const folder = temporaryFolder()
    const first = await RunningSamenreis.start({ DATA_DIR: folder })
    const answer = await fetch(`${first.origin}/api/v1/rooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Hulp in huis', start: 'demo-riet' }),
    })
    const { room, links } = CreatedRoom.parse(await answer.json())
    await first.stop()
    damage(folder, room)

    const server = await RunningSamenreis.start({ DATA_DIR: folder })
    onTestFinished(() => server.stop())
    const sentences = {
      facilitator: 'Vraag hulp aan wie Samenreis voor u beheert.',
      participant: 'U kunt kijken, maar niets veranderen.',
    } as const
    for (const [right, sentence] of Object.entries(sentences) as [keyof typeof sentences, string][]) {
      const person = await Person.arrive(browser, right, right === 'facilitator' ? 'laptop' : 'phone')
      onTestFinished(() => person.leave())
      const session = await person.context.request.post(`${server.origin}/api/v1/rooms/${room.id}/sessions`, {
        data: { secret: links[right] },
        headers: { origin: server.origin },
      })
      expect(session.status()).toBe(201)
      await person.page.goto(`${server.origin}/r/${room.id}`)
      await person.page.getByText(sentence).waitFor()
      await person.page.getByText('Bellen met de gemeente').first().waitFor({ state: 'attached' })
      expect(await person.page.getByRole('button', { name: 'Idee', exact: true }).count()).toBe(0)
    }
  },
)
