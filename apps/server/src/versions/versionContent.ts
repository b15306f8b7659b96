import type { BoardAuthors, RecordAuthors } from '@samenreis/model/document/BoardAuthors'
import { judgeRecord } from '@samenreis/model/document/read'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { inNewestLayout, type PlainBoard } from '@samenreis/model/interchange/PlainBoard'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'

/** First word of what is stored, before it is packed. */
const FORMAT = 'samenreis.version/1'
/** Most bytes that one version unpacks to: far above a board of 5,000 records. */
const UNPACKED_MAX_BYTES = 64 * 1024 * 1024

const packed = promisify(gzip)
const unpacked = promisify(gunzip)

const RawRecord = z.looseObject({ id: z.string() })
const Author = ParticipantId.nullable()
/** Who made a record, typed the pieces of its texts, and set each other field last. */
const StoredAuthors = z.object({
  maker: Author,
  texts: z.record(z.string(), z.array(z.object({ author: Author, text: z.string() }))),
  values: z.record(z.string(), Author),
})
const StoredVersion = z.object({
  format: z.literal(FORMAT),
  schemaVersion: z.number().int(),
  records: z.array(RawRecord),
  setAside: z.array(RawRecord),
  authors: z.record(z.string(), StoredAuthors),
})

/** A board and who wrote what of it, so that a person can take back what she brought in also after a restoration (F83). */
export interface AuthoredVersion {
  readonly board: PlainBoard
  readonly authors: BoardAuthors
}

/** A board as it is stored, and a digest of its records, by which equal boards are known. */
export async function packVersion({
  board,
  authors,
}: AuthoredVersion): Promise<{ content: Uint8Array; digest: string }> {
  const { schemaVersion, records, setAside } = board
  const inOrder = <Entry extends { readonly id?: unknown }>(entries: readonly Entry[]): Entry[] =>
    entries.toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
  const stood = {
    format: FORMAT,
    schemaVersion,
    records: inOrder(records).map(inKeyOrder),
    setAside: inOrder(setAside).map(inKeyOrder),
  }
  const digest = createHash('sha256').update(JSON.stringify(stood)).digest('hex')
  const wrote = Object.fromEntries([...authors].map(([id, each]) => [id, plainAuthors(each)]))
  return { content: await packed(JSON.stringify({ ...stood, authors: wrote })), digest }
}

/** The board that was packed, in the layout of now; a record that does not hold is set aside alone. @throws when it is none */
export async function unpackVersion(content: Uint8Array): Promise<AuthoredVersion> {
  const json = await unpacked(content, { maxOutputLength: UNPACKED_MAX_BYTES })
  const stored = StoredVersion.parse(JSON.parse(json.toString('utf8')))
  const records: BoardRecord[] = []
  const setAside: Readonly<Record<string, unknown>>[] = [...stored.setAside]
  for (const raw of stored.records) {
    const read = judgeRecord(raw.id, raw)
    if (read.ok) records.push(read.record)
    else setAside.push(raw)
  }
  const authors = new Map(Object.entries(stored.authors).map(([id, each]) => [id, readAuthors(each)]))
  return { board: inNewestLayout({ schemaVersion: stored.schemaVersion, records, setAside }), authors }
}

function plainAuthors({ maker, texts, values }: RecordAuthors): object {
  return { maker, texts: Object.fromEntries(texts), values: Object.fromEntries(values) }
}

function readAuthors({ maker, texts, values }: z.output<typeof StoredAuthors>): RecordAuthors {
  return { maker, texts: new Map(Object.entries(texts)), values: new Map(Object.entries(values)) }
}

/** Fields come in the order in which they were written; that says nothing about the board. */
function inKeyOrder(record: object): object {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
