import * as Y from 'yjs'
import { SCHEMA_VERSION } from '@samenreis/model/document/BoardDocument'
import type { RoomConnection } from '../RoomConnection.ts'
import type { UnsentText } from '../UnsentTexts.ts'
import type { CopyShelf, StoredCopy } from './DeviceStore.ts'

/** What came of the copies that stood on the device. */
export interface Restored {
  /** On how many things of the board something was put back. */
  readonly count: number
  /** When the first of it was made, in ms since 1970. */
  readonly since: number
  /** Words of copies that were made on another board than this one, or in another layout: they cannot be put back. */
  readonly strandedTexts: readonly UnsentText[]
  /** Takes the copies away: they are stored, or lost for good. */
  readonly clear: () => void
}

/** Transactions with this origin put something back. */
const origin = { restored: 'device' } as const

/**
 * Puts onto the board what this person's earlier tabs left on the device. A copy of a tab that still lives is left alone: two tabs
 * that write under one client id would throw each other out.
 *
 * @param connection has the whole board
 */
export async function restoreCopies(connection: RoomConnection, shelf: CopyShelf): Promise<Restored | null> {
  const [me, hello] = [connection.me.get(), connection.hello.get()]
  const left: StoredCopy[] = []
  for (const copy of await shelf.of(connection.roomId)) {
    if (copy.participantId === me?.participantId && (await isAbandoned(copy.documentId))) left.push(copy)
  }
  if (left.length === 0 || hello === null) return null
  const isOfThisBoard = (copy: StoredCopy): boolean =>
    copy.epoch === hello.epoch && copy.schemaVersion === SCHEMA_VERSION
  const mine = left.filter((copy) => isOfThisBoard(copy) && hello.mayEdit)
  for (const { update } of mine) {
    connection.adopt(Y.parseUpdateMeta(update).from.keys())
    Y.applyUpdate(connection.board.doc, update, origin)
  }
  return {
    count: mine.reduce((sum, { changes }) => sum + changes, 0),
    since: Math.min(...left.map(({ since }) => since)),
    strandedTexts: left.filter((copy) => !mine.includes(copy)).flatMap(({ texts }) => texts),
    clear: () => {
      for (const { roomId, documentId } of left) shelf.remove(roomId, documentId).catch(() => undefined)
    },
  }
}

/** Name of the lock that a living tab holds over its copy; the browser gives it back when the tab ends, however it ends. */
function lockOf(documentId: number): string {
  return `samenreis.copy.${documentId}`
}

/** Holds this tab's lock until `stop`. */
export function holdCopy(documentId: number): () => void {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return () => undefined
  const ended = new AbortController()
  const held = new Promise<void>((resolve) => ended.signal.addEventListener('abort', () => resolve()))
  navigator.locks.request(lockOf(documentId), () => held).catch(() => undefined)
  return () => ended.abort()
}

async function isAbandoned(documentId: number): Promise<boolean> {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return true
  return await navigator.locks.request(lockOf(documentId), { ifAvailable: true }, (lock) => lock !== null)
}
