// @vitest-environment happy-dom
import { createShapeId, type Editor, type TLRecord, type TLShapePartial } from 'tldraw'
import { afterEach, expect, test } from 'vitest'
import { connectedPeers, deliver as deliverAll, endOfTurn, type Peer } from './testing/Peers.ts'
import { headlessEditor } from './testing/headlessEditor.ts'

const step = 'shape:step'
const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.dispose()
})

/** Anna with tldraw's own editor and history, and Ben; one step on the board that Anna made before her history began. */
async function annaAndBen(title = 'Bellen'): Promise<{ anna: Peer; ben: Peer; editor: Editor }> {
  const [anna, ben] = connectedPeers(2)
  if (anna === undefined || ben === undefined) throw new Error('two peers expected')
  ben.create('touchpoint', step, { title })
  await deliver([anna, ben])
  const editor = headlessEditor(anna.store)
  editors.push(editor)
  anna.binding.attach(editor)
  return { anna, ben, editor }
}

/** An arrow that holds on to the step with its end. */
function drawArrowToStep(editor: Editor): void {
  editor.createShape({
    id: createShapeId('arrow'),
    type: 'arrow',
    props: { start: { x: 0, y: 0 }, end: { x: 9, y: 9 } },
  })
  editor.createBinding({
    type: 'arrow',
    fromId: createShapeId('arrow'),
    toId: createShapeId('step'),
    props: { terminal: 'end' },
  })
}

async function deliver(peers: readonly Peer[]): Promise<void> {
  await endOfTurn()
  for (const peer of peers) peer.binding.flush()
  await deliverAll(peers)
}

function update(editor: Editor, change: Record<string, unknown>): void {
  editor.updateShapes([{ id: step, type: 'touchpoint', ...change } as unknown as TLShapePartial])
}

test('[BD7] an editor that opens on a full board writes nothing', async () => {
  const { anna, editor } = await annaAndBen()
  await endOfTurn()
  editor.selectAll()
  anna.binding.flush()
  expect(anna.sent).toEqual([])
})

test('[BD12, F15] undo takes back one’s own fields and leaves what others changed in the same card', async () => {
  const { anna, ben, editor } = await annaAndBen()
  editor.markHistoryStoppingPoint('move')
  update(editor, { x: 100 })
  await deliver([anna, ben])
  ben.change(step, {}, { title: 'Langsgaan', channel: 'phone' })
  await deliver([anna, ben])
  // A second move of hers: the history folds both into one, with his change between them.
  update(editor, { x: 200 })
  await deliver([anna, ben])
  editor.undo()
  await deliver([anna, ben])
  for (const peer of [anna, ben]) {
    expect(peer.shape(step).x).toBe(0)
    expect(peer.prop(step, 'title')).toBe('Langsgaan')
    expect(peer.prop(step, 'channel')).toBe('phone')
  }
  editor.redo()
  await deliver([anna, ben])
  expect(ben.shape(step).x).toBe(200)
  expect(ben.prop(step, 'title')).toBe('Langsgaan')
})

test('[BD12, F15] undo takes back one’s own letters only, also when two typed through each other', async () => {
  const { anna, ben, editor } = await annaAndBen('ab')
  editor.markHistoryStoppingPoint('type')
  update(editor, { props: { title: 'abX' } })
  await deliver([anna, ben])
  // Both in one update, as the server sends them.
  ben.board.transact(() => {
    ben.change(step, {}, { title: 'RabX' })
    ben.change(step, {}, { title: 'RabXS' })
  }, 'one frame')
  await deliver([anna, ben])
  update(editor, { props: { title: 'RaYbXS' } })
  await deliver([anna, ben])
  editor.undo()
  await deliver([anna, ben])
  for (const peer of [anna, ben]) expect(peer.prop(step, 'title')).toBe('RabS')
  editor.redo()
  await deliver([anna, ben])
  expect(ben.prop(step, 'title')).toBe('RaYbXS')
})

test('[BD12] a value that somebody else set after one’s own stays', async () => {
  const { anna, ben, editor } = await annaAndBen()
  editor.markHistoryStoppingPoint('channel')
  update(editor, { props: { channel: 'phone' } })
  await deliver([anna, ben])
  ben.change(step, {}, { channel: 'letter' })
  await deliver([anna, ben])
  editor.undo()
  await deliver([anna, ben])
  for (const peer of [anna, ben]) expect(peer.prop(step, 'channel')).toBe('letter')
})

test('[BD12, F15] undo of a deletion brings the record back with its texts and bindings', async () => {
  const { anna, ben, editor } = await annaAndBen('Een lange weg')
  anna.create('pain-point', 'shape:pain', { title: 'Wachten' })
  anna.store.put([
    {
      typeName: 'binding',
      id: 'binding:b',
      type: 'belongs_to',
      fromId: 'shape:pain',
      toId: step,
      props: {},
      meta: {},
    } as unknown as TLRecord,
  ])
  await deliver([anna, ben])
  const before = ben.shown()
  editor.markHistoryStoppingPoint('delete')
  editor.deleteShapes([createShapeId('step')])
  await deliver([anna, ben])
  expect(ben.has(step)).toBe(false)
  expect(ben.has('binding:b')).toBe(false)
  editor.undo()
  await deliver([anna, ben])
  expect(ben.shown()).toEqual(before)
  expect(ben.written()).toEqual(anna.written())
})

test('[BD12, F15] undo does not bring back what somebody else took away', async () => {
  const { anna, ben, editor } = await annaAndBen()
  editor.markHistoryStoppingPoint('move')
  update(editor, { x: 100 })
  await deliver([anna, ben])
  ben.remove(step)
  await deliver([anna, ben])
  editor.undo()
  await deliver([anna, ben])
  for (const peer of [anna, ben]) expect(peer.has(step)).toBe(false)
})

test('[BD12, F15] undo of one’s own card leaves it when somebody else has written in it', async () => {
  const { anna, ben, editor } = await annaAndBen()
  editor.markHistoryStoppingPoint('create')
  editor.createShape({ id: createShapeId('mine'), type: 'card', x: 0, y: 0 })
  editor.markHistoryStoppingPoint('create another')
  editor.createShape({ id: createShapeId('other'), type: 'card', x: 0, y: 0 })
  await deliver([anna, ben])
  ben.change('shape:mine', {}, { text: 'Ik hoor niets' })
  await deliver([anna, ben])
  editor.undo()
  editor.undo()
  await deliver([anna, ben])
  for (const peer of [anna, ben]) {
    expect(peer.has('shape:other')).toBe(false)
    expect(peer.prop('shape:mine', 'text')).toBe('Ik hoor niets')
  }
})

test('[BD12] what others do is not in one’s own history', async () => {
  const { anna, ben, editor } = await annaAndBen()
  editor.clearHistory()
  ben.create('card', 'shape:his', { text: 'Van Ben' })
  ben.change(step, { x: 9 })
  await deliver([anna, ben])
  expect(editor.getCanUndo()).toBe(false)
})

test('[BD3] tldraw’s own answers to a remote change are not written by every tab', async () => {
  const { anna, ben, editor } = await annaAndBen()
  drawArrowToStep(editor)
  await deliver([anna, ben])
  const bens = headlessEditor(ben.store)
  editors.push(bens)
  ben.binding.attach(bens)
  await deliver([anna, ben])
  bens.deleteShapes([createShapeId('step')])
  await endOfTurn()
  expect(ben.sent.length).toBeGreaterThan(0)
  await deliver([anna, ben])
  expect(anna.sent).toEqual([])
  expect(anna.shown()).toEqual(ben.shown())
})

test('[BD3] copying a bound card writes nothing', async () => {
  const { anna, ben, editor } = await annaAndBen()
  drawArrowToStep(editor)
  await deliver([anna, ben])
  const before = anna.shown()
  editor.getContentFromCurrentPage([createShapeId('arrow')])
  anna.binding.flush()
  await endOfTurn()
  expect(anna.sent).toEqual([])
  expect(anna.shown()).toEqual(before)
})
