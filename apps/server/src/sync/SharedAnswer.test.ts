import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Delivery } from './Delivery.ts'
import { decodeClientFrame } from './frames.ts'
import { Newcomers } from './Newcomers.ts'
import { hasPending } from './storedDocument.ts'

const SEEDS = 20
const KEPT_MS = 1000

/** A stored document that somebody writes into and deletes from, and newcomers who ask for it. */
class Scene {
  readonly doc = new Y.Doc()
  readonly newcomers: Newcomers
  readonly partBytes: number
  nowMs = 0
  #number = 0

  constructor(partBytes: number) {
    this.partBytes = partBytes
    const limits = { partBytes, answerKeptMs: KEPT_MS }
    this.newcomers = new Newcomers({ doc: this.doc, clock: () => this.nowMs, limits })
    this.doc.on('update', (update: Uint8Array) => this.newcomers.add(update))
  }

  edit(random: RandomSource): void {
    const records = this.doc.getMap<Y.Map<unknown>>('records')
    this.#number += 1
    const key = `r${random.between(1, 30)}`
    const record = records.get(key)
    if (record === undefined) records.set(key, new Y.Map<unknown>([['title', `tekst ${this.#number}`]]))
    else if (random.chance(0.2)) records.delete(key)
    else record.set('title', `woord ${this.#number}`)
  }

  /** Somebody who reads a part at a time. */
  come(): { doc: Y.Doc; read: () => void; isSynced: () => boolean; frames: Uint8Array[] } {
    const doc = new Y.Doc()
    const frames: Uint8Array[] = []
    const pings: Uint8Array[] = []
    let done = false
    const delivery = new Delivery({
      doc: this.doc,
      limits: { partBytes: this.partBytes, partsUnderWay: 2 },
      shared: () => this.newcomers.answer(),
      send: (frame) => {
        frames.push(frame)
        const read = decodeClientFrame(frame)
        if (read?.kind !== 'update' && read?.kind !== 'step2') throw new Error('An answer is made of updates')
        Y.applyUpdate(doc, read.update)
        if (hasPending(doc)) throw new Error('A part does not build on those before it')
      },
      ping: (data) => void pings.push(data),
      onDone: () => {
        done = true
      },
    })
    delivery.start(Y.encodeStateVector(doc))
    const read = (): void => {
      const ping = pings.shift()
      if (ping !== undefined) delivery.heard(ping)
    }
    return { doc, read, isSynced: () => done, frames }
  }
}

test(`[SE17] whoever comes, and however slowly he reads, has the stored document when he is synced (${SEEDS} seeds)`, () => {
  let parts = 0
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = new RandomSource(seed)
    const scene = new Scene(random.between(60, 2000))
    for (let edit = 0; edit < 200; edit += 1) scene.edit(random)
    const reading: ReturnType<Scene['come']>[] = []
    for (let step = 0; step < 120; step += 1) {
      scene.nowMs += random.chance(0.02) ? 2 * KEPT_MS : 10
      const dice = random.next()
      if (dice < 0.1) reading.push(scene.come())
      else if (dice < 0.5) scene.edit(random)
      else if (reading.length > 0) random.pick(reading).read()
      for (const [at, { doc, isSynced, frames }] of reading.entries()) {
        if (!isSynced()) continue
        parts += frames.length - 1
        expect(doc.getMap('records').toJSON(), `seed ${seed}`).toEqual(scene.doc.getMap('records').toJSON())
        expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(scene.doc)), `seed ${seed}`).toBe(true)
        reading.splice(at, 1)
        break
      }
    }
  }
  expect(parts).toBeGreaterThan(SEEDS)
})

test('[SE17] those who come together share the very same frames, and an edit between them costs them only itself', () => {
  const random = new RandomSource(7)
  const scene = new Scene(500)
  for (let edit = 0; edit < 200; edit += 1) scene.edit(random)
  const readAll = (comer: ReturnType<Scene['come']>): Uint8Array[] => {
    while (!comer.isSynced()) comer.read()
    return comer.frames
  }
  const first = readAll(scene.come())
  const second = readAll(scene.come())
  expect(first.length).toBeGreaterThan(2)
  expect(second.every((frame, at) => frame === first[at])).toBe(true)
  scene.edit(random)
  const third = readAll(scene.come())
  expect(third.slice(0, -1).every((frame, at) => frame === first[at])).toBe(true)
  expect(third.at(-1)?.byteLength).toBeLessThan(100)
})

test('[SE17] what was deleted is in no answer to who comes after the time that an answer is kept', () => {
  const scene = new Scene(500)
  const records = scene.doc.getMap<unknown>('records')
  for (let each = 0; each < 100; each += 1) records.set(`r${each}`, `tekst ${each}`)
  records.set('r1', 'wat niemand meer mag lezen')
  scene.come()
  records.delete('r1')
  scene.nowMs += KEPT_MS + 1
  records.set('r2', 'iets anders')
  const comer = scene.come()
  while (!comer.isSynced()) comer.read()
  const text = comer.frames.map((frame) => Buffer.from(frame).toString('latin1')).join('')
  expect(text).toContain('iets anders')
  expect(text).not.toContain('niemand')
})
