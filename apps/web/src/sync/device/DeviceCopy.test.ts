import { expect, test } from 'vitest'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { roomId } from '../testing/ScriptedRoom.ts'
import { DeviceCopy } from './DeviceCopy.ts'
import type { CopyShelf, StoredCopy } from './DeviceStore.ts'

/** A device whose answers come when the test says so. */
function device() {
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = []
  const put: StoredCopy[] = []
  let removed = 0
  let changes = 1
  let whole = true
  const shelf: CopyShelf = {
    put: (copy: StoredCopy) => {
      put.push(copy)
      return new Promise<void>((resolve, reject) => answers.push({ resolve, reject }))
    },
    remove: () => {
      removed += 1
      return Promise.resolve()
    },
    of: () => Promise.resolve([]),
    wipe: () => Promise.resolve(),
    onTaken: null,
  }
  const unstored = () =>
    changes === 0
      ? null
      : {
          participantId: ParticipantId.parse('pa_anna'),
          epoch: 'first',
          schemaVersion: 1,
          update: new Uint8Array([changes]),
          changes,
          since: 1,
          texts: [],
        }
  const copy = new DeviceCopy({ roomId, documentId: 7, shelf, unstored, isWhole: () => whole })
  return {
    copy,
    put,
    answers,
    removed: () => removed,
    take: () => shelf.onTaken?.(),
    setChanges: (count: number) => (changes = count),
    setWhole: (isWhole: boolean) => (whole = isWhole),
  }
}

test('[DC2, F93] kept is said when the device said so of the very last change, and never before', async () => {
  const { copy, put, answers, setChanges, setWhole } = device()
  expect(copy.state.get()).toBe('off')
  copy.noteChanged(true)
  expect([copy.state.get(), put]).toEqual(['off', []])
  copy.want(true)
  expect(copy.state.get()).toBe('writing')
  setChanges(2)
  copy.noteChanged(true)
  answers[0]?.resolve()
  await expect.poll(() => put.map(({ changes }) => changes)).toEqual([1, 2])
  expect(copy.state.get()).toBe('writing')
  // The hand is still on a card: what it does now is not even in the document.
  setWhole(false)
  answers[1]?.resolve()
  await Promise.resolve()
  expect(copy.state.get()).toBe('writing')
  setWhole(true)
  copy.noteChanged(true)
  await expect.poll(() => answers.length).toBe(3)
  answers[2]?.resolve()
  await expect.poll(() => copy.state.get()).toBe('kept')
})

test('[DC2, F93] a device that cannot is said, and tried again with the next change', async () => {
  const { copy, put, answers, removed, setChanges } = device()
  copy.want(true)
  answers[0]?.reject(new Error('QuotaExceededError'))
  await expect.poll(() => copy.state.get()).toBe('failed')
  copy.noteChanged(true)
  await expect.poll(() => put).toHaveLength(2)
  answers[1]?.resolve()
  await expect.poll(() => copy.state.get()).toBe('kept')
  // Everything is stored: nothing of it stays here.
  setChanges(0)
  copy.noteChanged(true)
  await expect.poll(removed).toBe(1)
  copy.want(false)
  expect([copy.state.get(), removed()]).toEqual(['off', 2])
})

test('[DC2, F93] what the device took away is not said to be kept any more, and is put there again', async () => {
  const { copy, put, answers, take } = device()
  copy.want(true)
  answers[0]?.resolve()
  await expect.poll(() => copy.state.get()).toBe('kept')
  take()
  expect(copy.state.get()).toBe('writing')
  await expect.poll(() => put.length, { timeout: 5000 }).toBe(2)
  answers[1]?.resolve()
  await expect.poll(() => copy.state.get()).toBe('kept')
  // In the middle of a write: that fails, and another one follows by itself.
  copy.noteChanged(true)
  take()
  answers[2]?.reject(new Error('AbortError'))
  await expect.poll(() => put).toHaveLength(4)
  answers[3]?.resolve()
  await expect.poll(() => copy.state.get()).toBe('kept')
  copy.stop()
  take()
  expect(put).toHaveLength(4)
})
