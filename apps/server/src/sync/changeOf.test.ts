import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { workedOn } from '@samenreis/model/testing/workedOn'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { changeOf } from './changeOf.ts'

const SEEDS = 40

test(`[RM23] what a transaction brought is byte for byte what Yjs tells of it (${SEEDS} seeds)`, () => {
  let changes = 0
  let untold = 0
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    workedOn(new RandomSource(seed), 200, (doc) => {
      let last: Uint8Array | null = null
      doc.on('afterTransactionCleanup', (transaction: Y.Transaction) => {
        last = changeOf(transaction)
        if (last === null) untold += 1
      })
      doc.on('update', (update: Uint8Array) => {
        expect(last).toEqual(update)
        last = null
        changes += 1
      })
      // A transaction of which Yjs tells nothing has no bytes here either.
      doc.on('afterAllTransactions', () => expect(last).toBeNull())
    })
  }
  expect(changes).toBeGreaterThan(SEEDS * 150)
  expect(untold).toBeGreaterThan(SEEDS)
})
