import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { updateParts } from './updateParts.ts'

/** A document in which three client ids wrote into each other's maps and texts, and took some of it away. */
function written(choices: readonly number[], clients: readonly number[]): Y.Doc {
  const docs = clients.map((client) => {
    const doc = new Y.Doc()
    doc.clientID = client
    return doc
  })
  for (const [turn, choice] of choices.entries()) {
    const doc = docs[choice % docs.length] ?? new Y.Doc()
    for (const other of docs) if (other !== doc) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    const records = doc.getMap<Y.Text>('records')
    const text = records.get(`card ${choice % 4}`)
    if (text === undefined) records.set(`card ${choice % 4}`, new Y.Text(`made in turn ${turn}`))
    else if (choice % 5 === 0) records.delete(`card ${choice % 4}`)
    else if (choice % 3 === 0 && text.length > 3) text.delete(1, 2)
    else text.insert(choice % Math.max(1, text.length), `turn ${turn} `)
  }
  const [first = new Y.Doc(), ...others] = docs
  for (const other of others) Y.applyUpdate(first, Y.encodeStateAsUpdate(other))
  return first
}

const contentOf = (doc: Y.Doc): unknown => doc.getMap('records').toJSON()

test('[CN11] parts in their order are the same change, and none of them waits for a later one', () => {
  const choices = fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 })
  const sizes = fc.record({ bytes: fc.integer({ min: 1, max: 300 }), structs: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(choices, sizes, fc.integer({ min: 1, max: 5 }), (turns, size, deletedRanges) => {
      const doc = written(turns, [7, 3, 5])
      const whole = Y.encodeStateAsUpdate(doc)
      const reader = new Y.Doc()
      for (const part of updateParts(whole, { ...size, deletedRanges })) {
        Y.applyUpdate(reader, part)
        expect(reader.store.pendingStructs).toBeNull()
        expect(reader.store.pendingDs).toBeNull()
      }
      expect(contentOf(reader)).toEqual(contentOf(doc))
      expect(Y.encodeStateVector(reader)).toEqual(Y.encodeStateVector(doc))
    }),
    { numRuns: 300, seed: 58 },
  )
})

test('[CN11] no part is larger than asked, but for a single thing that is larger by itself', () => {
  const doc = new Y.Doc()
  const records = doc.getMap<Y.Text>('records')
  for (let card = 0; card < 200; card += 1) records.set(`card ${card}`, new Y.Text('x'.repeat(100)))
  records.set('long', new Y.Text('x'.repeat(5000)))
  const parts = updateParts(Y.encodeStateAsUpdate(doc), { bytes: 1000, structs: 1000, deletedRanges: 1000 })
  const sizes = parts.map((part) => part.byteLength).sort((one, other) => other - one)
  expect(sizes[0]).toBeGreaterThan(5000)
  expect(sizes[1]).toBeLessThan(1100)
  expect(parts.length).toBeGreaterThan(20)
})

test('[CN11] a small change, and an empty one, is one part', () => {
  const doc = new Y.Doc()
  const limits = { bytes: 1000, structs: 1000, deletedRanges: 1000 }
  expect(updateParts(Y.encodeStateAsUpdate(doc), limits)).toHaveLength(1)
  doc.getMap('records').set('a', 'b')
  const [only] = updateParts(Y.encodeStateAsUpdate(doc), limits)
  expect(only).toEqual(Y.encodeStateAsUpdate(doc))
})
