import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { workedOn } from '@samenreis/model/testing/workedOn'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { nextPart } from './documentParts.ts'

const SEEDS = 40

test(`[SE15] parts are small, each can be taken as it comes, and together with the last difference they are all (${SEEDS} seeds)`, () => {
  let parts = 0
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = new RandomSource(seed)
    const [doc, writer] = workedOn(random, 400)
    if (doc === undefined || writer === undefined) throw new Error('Everybody is there')
    const client = new Y.Doc()
    // Some have a part of it already.
    if (seed % 2 === 0) Y.applyUpdate(client, nextPart(doc, new Map(), 3000).update)
    const maxBytes = random.between(50, 1500)
    let has: ReadonlyMap<number, number> = Y.decodeStateVector(Y.encodeStateVector(client))
    for (;;) {
      const part = nextPart(doc, has, maxBytes)
      if (part.isLast) break
      parts += 1
      has = part.has
      Y.applyUpdate(client, part.update)
      expect(client.store.pendingStructs, `seed ${seed}`).toBeNull()
      expect(part.update.byteLength).toBeLessThan(maxBytes + 600)
      expect(Y.decodeStateVector(Y.encodeStateVector(client))).toEqual(new Map(has))
      // Others go on writing meanwhile.
      if (parts % 5 === 0) {
        writer.getMap<unknown>('records').set(`new${parts}`, parts)
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer, Y.encodeStateVector(doc)))
      }
    }
    Y.applyUpdate(client, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map(has))))
    expect(client.getMap('records').toJSON(), `seed ${seed}`).toEqual(doc.getMap('records').toJSON())
    expect(Y.equalSnapshots(Y.snapshot(client), Y.snapshot(doc))).toBe(true)
  }
  expect(parts).toBeGreaterThan(SEEDS)
})

test('[SE15] what fits into one part is the last, and so is nothing', () => {
  const doc = new Y.Doc()
  expect(nextPart(doc, new Map(), 100).isLast).toBe(true)
  doc.getText('t').insert(0, 'kort')
  expect(nextPart(doc, new Map(), 100).isLast).toBe(true)
  expect(nextPart(doc, new Map([[doc.clientID, 99]]), 100).isLast).toBe(true)
})
