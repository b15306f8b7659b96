import * as Y from 'yjs'
import type { ParticipantId } from '../ids/participantId.ts'
import type { BoardDocument } from './BoardDocument.ts'

/** Whose a client id of the document is; undefined = nobody's: the seed, the server, an import. */
export type ClientOwner = (clientId: number) => ParticipantId | undefined

/** A piece of a text that one person typed; null = nobody in particular. */
export interface AuthoredPiece {
  readonly author: ParticipantId | null
  readonly text: string
}

/** Who wrote which part of one record. */
export interface RecordAuthors {
  /** Who put it on the board. */
  readonly maker: ParticipantId | null
  /** Texts that people type in together, piece by piece, in reading order. */
  readonly texts: ReadonlyMap<string, readonly AuthoredPiece[]>
  /** Who set each other field last. */
  readonly values: ReadonlyMap<string, ParticipantId | null>
}

/** Who wrote which part of a board, by record id. */
export type BoardAuthors = ReadonlyMap<string, RecordAuthors>

/**
 * Reads from a document who wrote what. Every part of it carries the client id under which it was written, and the server knows
 * whose that is; nothing of it stands in the records themselves (reliability.md F83).
 */
export function authorsOf(board: BoardDocument, ownerOf: ClientOwner): BoardAuthors {
  const owner = (item: Y.Item): ParticipantId | null => ownerOf(item.id.client) ?? null
  const found = new Map<string, RecordAuthors>()
  for (const [id, item] of board.records._map) {
    const [fields]: unknown[] = item.content.getContent()
    if (item.deleted || !(fields instanceof Y.Map)) continue
    const texts = new Map<string, readonly AuthoredPiece[]>()
    const values = new Map<string, ParticipantId | null>()
    for (const [name, field] of fields._map as Map<string, Y.Item>) {
      if (field.deleted) continue
      const [value]: unknown[] = field.content.getContent()
      if (value instanceof Y.Text) texts.set(name, piecesOf(value, owner))
      else values.set(name, owner(field))
    }
    found.set(id, { maker: owner(item), texts, values })
  }
  return found
}

function piecesOf(text: Y.Text, owner: (item: Y.Item) => ParticipantId | null): AuthoredPiece[] {
  const pieces: AuthoredPiece[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const author = owner(item)
    const last = pieces.at(-1)
    if (last?.author === author) pieces[pieces.length - 1] = { author, text: last.text + item.content.str }
    else pieces.push({ author, text: item.content.str })
  }
  return pieces
}
