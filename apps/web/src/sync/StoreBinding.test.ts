import { createTLStore, type TLRecord } from 'tldraw'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BoardDocument, type FieldValue } from '@samenreis/model/document/BoardDocument'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { changeRecord } from '@samenreis/model/document/write'
import { BindingId, ShapeId } from '@samenreis/model/ids/recordId'
import { boardSchema } from '../canvas/boardSchema.ts'
import { NotSyncedError } from './NotSyncedError.ts'
import { StoreBinding } from './StoreBinding.ts'
import { connectedPeers, deliver, endOfTurn, type Peer } from './testing/Peers.ts'

const step = 'shape:step'
const stepId = ShapeId.parse(step)

async function twoWithStep(title = 'Bellen'): Promise<[Peer, Peer]> {
  const [anna, ben] = connectedPeers(2)
  if (anna === undefined || ben === undefined) throw new Error('two peers expected')
  anna.create('touchpoint', step, { title })
  await deliver([anna, ben])
  return [anna, ben]
}

function raw(fields: Record<string, FieldValue>): Y.Map<FieldValue> {
  return new Y.Map(Object.entries(fields))
}

test('[BD2] a document that was not received yet is refused', () => {
  const binding = new StoreBinding({
    board: new BoardDocument(new Y.Doc()),
    store: createTLStore({ schema: boardSchema() }),
  })
  expect(() => binding.connect()).toThrow(NotSyncedError)
})

describe('[BD3] what one does the other sees', () => {
  test('creating, changing and deleting, in both directions', async () => {
    const [anna, ben] = await twoWithStep()
    expect(ben.shown()).toEqual(anna.shown())
    ben.change(step, {}, { channel: 'phone', friction: ['waiting'] })
    await deliver([anna, ben])
    expect(anna.prop(step, 'channel')).toBe('phone')
    expect(anna.prop(step, 'friction')).toEqual(['waiting'])
    anna.remove(step)
    await deliver([anna, ben])
    expect(ben.has(step)).toBe(false)
    expect(ben.written()).toEqual(anna.written())
  })

  test('two fields of one card at once: both changes stay', async () => {
    const [anna, ben] = await twoWithStep()
    anna.change(step, {}, { channel: 'phone' })
    ben.change(step, { x: 40, y: 50 })
    await deliver([anna, ben])
    for (const peer of [anna, ben]) {
      expect(peer.prop(step, 'channel')).toBe('phone')
      expect(peer.shape(step)).toMatchObject({ x: 40, y: 50 })
    }
  })

  test('what does not differ is not written', async () => {
    const [anna, ben] = await twoWithStep()
    anna.change(step, { x: 5 })
    anna.change(step, { x: 0 })
    await endOfTurn()
    expect(anna.sent).toEqual([])
    expect(ben.shape(step).x).toBe(0)
  })

  test('an import into the document, which is local too, is seen by the store', async () => {
    const [anna] = await twoWithStep()
    anna.board.transact(() => changeRecord(anna.board, stepId, { title: 'Langsgaan' }), 'import')
    expect(anna.prop(step, 'title')).toBe('Langsgaan')
  })

  test('what was taken back within the turn, as when tldraw copies, never leaves this tab', async () => {
    const [anna] = await twoWithStep()
    anna.create('pain-point', 'shape:pain', { title: 'Wachten' })
    const binding = { typeName: 'binding', id: 'binding:b', type: 'belongs_to', fromId: 'shape:pain', toId: step }
    anna.store.put([{ ...binding, props: {}, meta: {} } as unknown as TLRecord])
    await endOfTurn()
    anna.sent.length = 0
    const changes = anna.store.extractingChanges(() => anna.store.remove(['binding:b' as TLRecord['id']]))
    anna.store.applyDiff({ added: changes.removed, updated: {}, removed: {} }, { runCallbacks: false })
    await endOfTurn()
    expect(anna.sent).toEqual([])
    expect(anna.board.records.has('binding:b')).toBe(true)
  })
})

describe('[BD5] two people in one text lose no letter', () => {
  test('typing is written in the same turn, as the smallest splice', async () => {
    const [anna, ben] = await twoWithStep()
    anna.change(step, {}, { title: 'Bellend' })
    expect(anna.sent).toHaveLength(1)
    expect(anna.sent[0]?.byteLength).toBeLessThan(30)
    ben.change(step, {}, { title: 'Samen Bellen' })
    await deliver([anna, ben])
    for (const peer of [anna, ben]) expect(peer.prop(step, 'title')).toBe('Samen Bellend')
  })

  test('letter by letter at the same place, delivered late: all letters of both are there, each in order', async () => {
    const [anna, ben] = await twoWithStep('')
    for (const letter of 'aanvraag') anna.change(step, {}, { title: `${String(anna.prop(step, 'title'))}${letter}` })
    for (const letter of 'BELLEN') ben.change(step, {}, { title: `${String(ben.prop(step, 'title'))}${letter}` })
    await deliver([anna, ben])
    const title = String(anna.prop(step, 'title'))
    expect(ben.prop(step, 'title')).toBe(title)
    expect(title.replaceAll(/[A-Z]/g, '')).toBe('aanvraag')
    expect(title.replaceAll(/[a-z]/g, '')).toBe('BELLEN')
  })
})

describe('[BD6] a drag leaves at most every 50 ms', () => {
  test('a second of dragging at 60 frames makes at most 21 updates, in whole pixels; its end is exact', async () => {
    const [anna, ben] = await twoWithStep()
    anna.gesturing = true
    for (let frame = 0; frame < 60; frame++) {
      anna.time = 1000 + (frame * 1000) / 60
      anna.change(step, { x: frame * 10.123456 })
      await endOfTurn()
    }
    expect(anna.sent.length).toBeGreaterThan(10)
    expect(anna.sent.length).toBeLessThanOrEqual(21)
    await deliver([anna, ben])
    expect(Number.isInteger(ben.shape(step).x)).toBe(true)
    anna.gesturing = false
    anna.binding.flush()
    await deliver([anna, ben])
    expect(ben.shape(step).x).toBe(597.28)
    expect(anna.shape(step).x).toBe(59 * 10.123456)
  })

  test('a hundred cards that are dragged together leave four times a second, and all at once when they are let go', async () => {
    const [anna, ben] = await twoWithStep()
    const cards = Array.from({ length: 100 }, (_, at) => `shape:card${at}`)
    for (const card of cards) anna.create('touchpoint', card, { title: card })
    await deliver([anna, ben])
    anna.gesturing = true
    // That so many were made makes nothing wait: it is over.
    const began = anna.time + 60
    for (let frame = 0; frame < 60; frame++) {
      anna.time = began + (frame * 1000) / 60
      for (const card of cards) anna.change(card, { x: 1 + frame * 10.5 })
      await endOfTurn()
      if (frame === 0) expect(anna.sent).toHaveLength(1)
    }
    expect(anna.sent).toHaveLength(4)
    anna.gesturing = false
    anna.binding.flush()
    await deliver([anna, ben])
    for (const card of cards) expect(ben.shape(card).x).toBe(1 + 59 * 10.5)
  })

  test('a gesture whose end nobody told is settled all the same', async () => {
    const [anna, ben] = await twoWithStep()
    anna.gesturing = true
    anna.time = 1000
    anna.change(step, { x: 10.456 })
    await deliver([anna, ben])
    expect(ben.shape(step).x).toBe(10)
    anna.gesturing = false
    await expect.poll(() => anna.sent.length, { timeout: 3000 }).toBe(1)
    await deliver([anna, ben])
    expect(ben.shape(step).x).toBe(10.46)
  })

  test('what was not written yet, or in whole pixels only, is pending; what was written is not', async () => {
    const [anna] = await twoWithStep()
    const pending: boolean[] = []
    anna.binding.pending.subscribe(() => pending.push(anna.binding.pending.get()))
    anna.change(step, { x: 5 }, { title: 'Langsgaan' })
    await endOfTurn()
    expect(pending).toEqual([true, false])
    anna.change(step, {}, { title: 'Langskomen' })
    expect(pending).toHaveLength(2)
    anna.gesturing = true
    anna.change(step, { x: 10.4 })
    await endOfTurn()
    anna.change(step, { x: 20.4 })
    await endOfTurn()
    expect(pending.slice(2)).toEqual([true])
    anna.gesturing = false
    anna.binding.flush()
    expect(pending.slice(2)).toEqual([true, false])
    expect(anna.written()[step]).toMatchObject({ geometry: expect.arrayContaining([20.4]) })
  })

  test('what others change during a drag arrives, and the dragged place stays the dragger’s', async () => {
    const [anna, ben] = await twoWithStep()
    anna.gesturing = true
    anna.time = 1000
    anna.change(step, { x: 10.4 })
    await endOfTurn()
    anna.time = 1010
    anna.change(step, { x: 20.4 })
    ben.change(step, { x: -5 }, { title: 'Langsgaan' })
    await deliver([anna, ben])
    expect(anna.shape(step).x).toBe(20.4)
    expect(anna.prop(step, 'title')).toBe('Langsgaan')
    anna.gesturing = false
    anna.binding.flush()
    await deliver([anna, ben])
    expect(ben.shape(step).x).toBe(20.4)
  })
})

describe('[BD7] nothing is written on join', () => {
  test('by a newcomer on a board with everything odd in it', async () => {
    const [anna] = connectedPeers(1, ({ records }) => {
      records.set('shape:orphan', raw({ type: 'card', parentId: 'shape:gone', index: 'a1', geometry: [1, 2, 0, 9, 9] }))
      records.set('shape:odd', raw({ type: 'card', parentId: FIRST_PAGE_ID, index: 'a1', geometry: 'here' }))
      records.set('shape:new', raw({ type: 'hologram' }))
      records.set('binding:loose', raw({ type: 'belongs_to', fromId: 'shape:orphan', toId: 'shape:nobody' }))
    })
    await endOfTurn()
    anna?.binding.flush()
    expect(anna?.sent).toEqual([])
  })
})

describe('[BD8] readers repair what they show', () => {
  test('a record that fails our schema or the canvas’s is set aside alone', async () => {
    const [anna] = connectedPeers(1, ({ records }) => {
      const place = { parentId: FIRST_PAGE_ID, index: 'a1', geometry: [0, 0, 0, 9, 9] }
      records.set('shape:good', raw({ type: 'card', ...place }))
      records.set('shape:odd', raw({ type: 'card', ...place, kind: 'poem' }))
      records.set('shape:order', raw({ type: 'card', ...place, index: 'not an order' }))
    })
    expect(anna?.has('shape:good')).toBe(true)
    expect(anna?.has('shape:odd')).toBe(false)
    expect(anna?.binding.quarantined.get().map(({ id, fields }) => [id, fields])).toEqual([
      ['shape:odd', ['kind']],
      ['shape:order', ['index']],
    ])
  })

  test('a shape whose parent goes stands on the first page, and goes back when the parent does', async () => {
    const [anna, ben] = await twoWithStep()
    anna.create('journey', 'shape:journey')
    await deliver([anna, ben])
    ben.change(step, { parentId: 'shape:journey' } as never)
    anna.remove('shape:journey')
    await deliver([anna, ben])
    for (const peer of [anna, ben]) expect(peer.shape(step).parentId).toBe(FIRST_PAGE_ID)
    expect(anna.sent).toEqual([])
    anna.create('journey', 'shape:journey')
    await deliver([anna, ben])
    for (const peer of [anna, ben]) expect(peer.shape(step).parentId).toBe('shape:journey')
  })

  test('shapes that became each other’s parent stand on the first page', async () => {
    const [anna, ben] = await twoWithStep()
    anna.create('journey', 'shape:journey')
    await deliver([anna, ben])
    anna.change(step, { parentId: 'shape:journey' } as never)
    ben.change('shape:journey', { parentId: step } as never)
    await deliver([anna, ben])
    for (const peer of [anna, ben]) {
      expect(peer.shape(step).parentId).toBe(FIRST_PAGE_ID)
      expect(peer.shape('shape:journey').parentId).toBe(FIRST_PAGE_ID)
    }
  })

  test('a binding waits for its ends', () => {
    const [anna] = connectedPeers(1)
    if (anna === undefined) throw new Error('one peer expected')
    const put = (id: string, fields: Record<string, FieldValue>): void =>
      void anna.board.transact(() => anna.board.records.set(id, raw(fields)), 'import')
    const card = { type: 'card', parentId: FIRST_PAGE_ID, index: 'a1', geometry: [0, 0, 0, 9, 9] }
    put('binding:b', { type: 'belongs_to', fromId: 'shape:a', toId: 'shape:b' })
    put('shape:a', card)
    expect(anna.has(BindingId.parse('binding:b'))).toBe(false)
    put('shape:b', card)
    expect(anna.has('binding:b')).toBe(true)
    anna.board.transact(() => anna.board.records.delete('shape:a'), 'import')
    expect(anna.has('binding:b')).toBe(false)
    expect(anna.board.records.has('binding:b')).toBe(true)
  })

  test('a document without a page still has one on the canvas, and only there', async () => {
    const [anna] = connectedPeers(1)
    anna?.board.transact(() => anna.board.records.delete(FIRST_PAGE_ID), 'import')
    await endOfTurn()
    expect(anna?.has(FIRST_PAGE_ID)).toBe(true)
    expect(anna?.board.records.has(FIRST_PAGE_ID)).toBe(false)
  })
})

test('[BD10] a change that the board may not hold is taken back here and never sent', async () => {
  const [anna] = await twoWithStep()
  anna.sent.length = 0
  anna.change(step, { meta: { nested: { deep: true } } } as never)
  await endOfTurn()
  expect(anna.sent).toEqual([])
  expect(anna.shape(step).meta).toEqual({})
  expect(anna.binding.refused.get()).toEqual([stepId])
})

test('[BD15, F17] fields of a newer version stay, whatever is done here to their record, also when it is taken away and brought back', async () => {
  const [anna, ben] = await twoWithStep()
  const afterword = () => ben.board.records.get(step)?.get('afterword')
  ben.board.transact(() => {
    const stored = ben.board.records.get(step)
    stored?.set('mood', { weather: 'sunny', since: 3 })
    stored?.set('afterword', new Y.Text('Tot slot'))
  }, 'newer')
  await deliver([anna, ben])
  const untouched = (): void => {
    expect(ben.board.records.get(step)?.get('mood')).toEqual({ weather: 'sunny', since: 3 })
    expect(afterword()?.toString()).toBe('Tot slot')
    expect(anna.written()).toEqual(ben.written())
  }
  anna.change(step, { x: 40, meta: { kept: true } }, { title: 'Langsgaan', channel: 'phone' })
  anna.create('journey', 'shape:journey')
  anna.change(step, { parentId: 'shape:journey' } as never)
  await deliver([anna, ben])
  untouched()
  for (let time = 1; time <= 2; time += 1) {
    const { [step]: before } = anna.shown()
    const kept = anna.shape(step)
    anna.remove(step)
    await deliver([anna, ben])
    expect(ben.board.records.has(step)).toBe(false)
    anna.store.put([kept])
    await deliver([anna, ben])
    expect(ben.shown()[step]).toEqual(before)
    untouched()
  }
  expect(afterword()).toBeInstanceOf(Y.Text)
})

test('[BD11] after disconnecting neither follows the other', async () => {
  const [anna, ben] = await twoWithStep()
  anna.binding.disconnect()
  anna.change(step, { x: 77 })
  ben.change(step, {}, { title: 'Langsgaan' })
  await deliver([anna, ben])
  expect(ben.shape(step).x).toBe(0)
  expect(anna.prop(step, 'title')).toBe('Bellen')
})

describe('[BD14] what others move is shown once a frame', () => {
  test('many moves are one change of the canvas, at the last place', async () => {
    const [anna, ben] = await twoWithStep()
    ben.waitsForFrames = true
    for (const x of [10, 20, 30]) {
      anna.change(step, { x })
      await deliver([anna, ben])
    }
    expect(ben.shape(step).x).toBe(0)
    ben.draw()
    expect(ben.shape(step).x).toBe(30)
    expect(ben.shown()).toEqual(anna.shown())
  })

  test('anything else comes at once, after the moves that wait', async () => {
    const [anna, ben] = await twoWithStep()
    ben.waitsForFrames = true
    anna.change(step, { x: 10 })
    await deliver([anna, ben])
    anna.change(step, {}, { channel: 'phone' })
    await deliver([anna, ben])
    expect(ben.shape(step).x).toBe(10)
    expect(ben.prop(step, 'channel')).toBe('phone')
    anna.change(step, { x: 20 })
    await deliver([anna, ben])
    anna.remove(step)
    await deliver([anna, ben])
    ben.draw()
    expect(ben.has(step)).toBe(false)
  })

  test('what one does oneself is written meanwhile, and the later place wins everywhere', async () => {
    const [anna, ben] = await twoWithStep()
    ben.waitsForFrames = true
    anna.change(step, { x: 10 })
    await deliver([anna, ben])
    ben.change(step, { x: 70 }, { channel: 'letter' })
    await deliver([anna, ben])
    ben.draw()
    expect(ben.shown()).toEqual(anna.shown())
    expect(anna.shape(step).x).toBe(70)
    expect(anna.prop(step, 'channel')).toBe('letter')
  })

  test('letting go shows what waits', async () => {
    const [anna, ben] = await twoWithStep()
    ben.waitsForFrames = true
    anna.change(step, { x: 10 })
    await deliver([anna, ben])
    ben.binding.disconnect()
    expect(ben.shape(step).x).toBe(10)
  })
})
