import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { SnapshotThread, type SnapshotThreadOptions } from './SnapshotReader.ts'
import { snapshotOf, type BoardSnapshot } from './verifiedSnapshot.ts'

/** Reads everything in its thread, unless told otherwise. */
function openThread(options: SnapshotThreadOptions = {}): SnapshotThread {
  const thread = new SnapshotThread({ fromBytes: 0, ...options })
  onTestFinished(() => thread.close())
  return thread
}

/** A board on which one text was written so many times. */
function written(times: number): BoardSnapshot {
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  for (let count = 0; count < times; count += 1) board.meta.set('title', `Titel ${count}`)
  return snapshotOf(board)
}

test('[RM25, F57] a thread reads a snapshot back; what differs from the board, or is no document, it does not', async () => {
  const thread = openThread()
  const [one, other] = [written(10), written(11)]
  const broken = { ...one, bytes: Uint8Array.of(1, 2, 3) }
  const answers = await Promise.all(
    [one, { ...one, bytes: other.bytes }, broken, { ...one, meta: other.meta }, other].map((each) =>
      thread.readsBack(each),
    ),
  )
  expect(answers).toEqual([true, false, false, false, true])
  expect(thread.isRunning).toBe(true)
})

test('[RM25] a small snapshot needs no thread', async () => {
  const thread = openThread({ fromBytes: 100_000 })
  expect(await thread.readsBack(written(10))).toBe(true)
  expect(thread.isRunning).toBe(false)
})

test('[RM25] without an answer in time the thread is ended, and the next snapshot gets another one', async () => {
  const snapshot = written(10)
  const thread = openThread({ limitMs: 0 })
  await expect(Promise.all([thread.readsBack(snapshot), thread.readsBack(snapshot)])).rejects.toThrow('took too long')
  expect(thread.isRunning).toBe(false)
  await Promise.all([expect(thread.readsBack(snapshot)).rejects.toThrow('was closed'), thread.close()])
})

test('[RM25] a thread that has nothing to do ends, and starts again', async () => {
  const thread = openThread({ idleMs: 10 })
  expect(await thread.readsBack(written(10))).toBe(true)
  await expect.poll(() => thread.isRunning).toBe(false)
  expect(await thread.readsBack(written(10))).toBe(true)
})
