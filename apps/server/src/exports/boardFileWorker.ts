// Reads one board file and ends: a file of 25 MiB takes seconds to parse, and nobody's board may wait for it.
import { parentPort, workerData } from 'node:worker_threads'
import { readBoardFile } from '@samenreis/model/interchange/readBoardFile'
import { z } from 'zod'
import { isDeeperThan } from './jsonDepth.ts'
import type { ReadFile } from './readFileApart.ts'

const port = parentPort
if (port === null) throw new Error('boardFileWorker.ts runs as a worker thread only')
const { bytes } = z.object({ bytes: z.instanceof(ArrayBuffer) }).parse(workerData)

/** Far above the depth of a board file, whose deepest values are rich texts. */
const DEPTH_LIMIT = 100

function read(): ReadFile {
  if (isDeeperThan(DEPTH_LIMIT, new Uint8Array(bytes))) return { kind: 'no-board', problems: [] }
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

port.postMessage(read())
