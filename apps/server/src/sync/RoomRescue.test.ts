import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { RoomId } from '@samenreis/model/ids/roomId'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { RescueFiles } from '../rescue/RescueFiles.ts'
import { contraryBoard } from '../testing/contraryBoard.ts'
import { defaultLimits } from './limits.ts'
import { Room } from './Room.ts'
import { RoomRescue } from './RoomRescue.ts'

test('[FS7] a board that does not read back as it is in memory is kept all the same, and stays in memory', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'samenreis-rescue-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const files = new RescueFiles({ folder, key: Buffer.alloc(32, 7) })
  const said: string[] = []
  const say = (event: string): void => void said.push(event)
  const rescue = new RoomRescue(files, { debug: say, info: say, warn: say, error: say })
  const board = contraryBoard()
  const updates = board.updates.map((bytes, at) => ({ sequence: 1 + at, bytes }))
  const stored = { epoch: 'e', snapshot: null, updates, clients: new Map(), retired: new Set<number>() }
  const room = new Room(RoomId.parse('a'.repeat(26)), stored, defaultLimits)
  expect(await rescue.keep({ room })).toBe(false)
  expect(await rescue.keep({ room })).toBe(false)
  expect(said).toEqual(['room-rescued-unverified'])
  expect(readdirSync(folder)).toHaveLength(1)
  const [name = ''] = readdirSync(folder)
  const copy = new BoardDocument(new Y.Doc())
  Y.applyUpdate(copy.doc, (await files.read(join(folder, name))).state)
  const title = String(copy.records.get('shape:a')?.get('title'))
  for (const word of board.words) expect(title).toContain(word)
})
