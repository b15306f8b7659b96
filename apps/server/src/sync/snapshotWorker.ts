// Reads snapshots back (SnapshotReader.ts), one after the other, in a thread that has nothing else to do.
import { parentPort } from 'node:worker_threads'
import type { SnapshotAnswer, SnapshotQuestion } from './SnapshotReader.ts'
import { readsBack } from './verifiedSnapshot.ts'

const port = parentPort
if (port === null) throw new Error('snapshotWorker.ts runs as a worker thread only')

port.on('message', ({ question, snapshot }: SnapshotQuestion) => {
  const answer: SnapshotAnswer = { question, same: readsBack(snapshot) }
  port.postMessage(answer)
})
