import type { NewRoom, RoomLinks } from '@samenreis/model/api/rooms'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { SEED_CLIENT_ID, seedUpdate } from '@samenreis/model/document/seed'
import { putRecord } from '@samenreis/model/document/write'
import { contentOfTemplate } from '@samenreis/model/templates/templateContent'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import * as Y from 'yjs'
import { dutchDay } from '../retention/dutchDay.ts'
import type { NewRoomContent, RoomRecord } from '../storage/RoomDirectory.ts'
import { attendeesOf } from './attendees.ts'
import { demoJourney } from './demoJourneys.ts'
import { hashOf, newEpoch, newLinkSecret, newRoomId, type RandomBytes } from './secrets.ts'

/** A room that is not stored yet, and the secrets of its links: they are given to its maker and kept by nobody else. */
export interface PreparedRoom {
  readonly content: NewRoomContent
  readonly links: RoomLinks
}

/**
 * Makes everything of a new room. The server alone seeds, before anybody can join (reliability.md F01).
 *
 * A demo journey brings its own day, so that its deadlines still lie ahead, and its question where none was asked. Any other
 * room starts with the layout of its template.
 */
export function prepareRoom(
  { title, question = '', language = 'nl', start = 'empty', ...wishes }: NewRoom,
  {
    random,
    nowMs,
    retention,
  }: {
    random: RandomBytes
    nowMs: number
    /** Until when it is kept. */
    retention: Pick<RoomRecord, 'retentionUntil' | 'retentionChosen'>
  },
): PreparedRoom {
  const demo = start === 'empty' ? null : demoJourney(start)
  const links = {
    facilitator: newLinkSecret(random),
    participant: newLinkSecret(random),
    screen: newLinkSecret(random),
  }
  const createdAt = new Date(nowMs).toISOString()
  const template = wishes.template ?? demo?.template ?? 'blank'
  const context = wishes.context ?? demo?.context ?? 'service'
  const room: RoomRecord = {
    id: newRoomId(random),
    title,
    question: question === '' ? (demo?.question ?? '') : question,
    language,
    date: demo === null || demo.date === '' ? dutchDay(nowMs) : demo.date,
    createdAt,
    template,
    context,
    localCopies: false,
    ...retention,
    secretHashes: {
      facilitator: hashOf(links.facilitator),
      participant: hashOf(links.participant),
      screen: hashOf(links.screen),
    },
  }
  const epoch = newEpoch(random)
  const records = demo?.records ?? contentOfTemplate(template, context, language)
  const updates = records.length === 0 ? [seedUpdate()] : [seedUpdate(), startUpdate(records)]
  if (demo === null) return { content: { room, epoch, updates, participants: [], rounds: [], votes: [] }, links }
  const { participants, votes } = attendeesOf(demo, room.id, createdAt, random)
  return { content: { room, epoch, updates, participants, rounds: demo.rounds, votes }, links }
}

/** What makes a seeded board hold these records. No person wrote it, so it is written as the seed is. */
function startUpdate(records: readonly BoardRecord[]): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate())
  doc.clientID = SEED_CLIENT_ID
  const seeded = Y.encodeStateVector(doc)
  const board = new BoardDocument(doc)
  board.transact(() => {
    for (const record of records) putRecord(board, record)
  }, 'start')
  const update = Y.encodeStateAsUpdate(doc, seeded)
  doc.destroy()
  return update
}
