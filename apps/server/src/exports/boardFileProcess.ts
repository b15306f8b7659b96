// Reads one board file from its input, answers by its channel, and ends: a file of 25 MiB takes seconds to parse and hundreds of
// megabytes, and no board waits for it, nor does the server keep that memory.
import { readBoardFile } from '@samenreis/model/interchange/readBoardFile'
import { holdsMoreThan } from './jsonSize.ts'
import type { ReadFile } from './readFileApart.ts'

/**
 * Far above any board file. The deepest values of one are rich texts; a record has some 25 parts and a vote five, so that the largest
 * board with the most votes has less than half a million.
 */
const LIMITS = { depth: 100, parts: 600_000 } as const

function read(bytes: Uint8Array): ReadFile {
  if (holdsMoreThan(LIMITS, bytes)) return { kind: 'no-board', problems: [] }
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return { kind: 'no-json' }
  }
  const reading = readBoardFile(json)
  if (!reading.ok) return { kind: 'no-board', problems: reading.problems }
  const { setAside, ...content } = reading.content
  return { kind: 'board', content, setAside: setAside.length }
}

if (process.send === undefined) throw new Error('boardFileProcess.ts runs as a process of the server only')
const chunks: Buffer[] = []
for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk)
process.send(read(Buffer.concat(chunks)), () => process.disconnect())
