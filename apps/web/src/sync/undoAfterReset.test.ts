// @vitest-environment happy-dom
import { createShapeId, createTLStore, type Editor, type TLShapePartial } from 'tldraw'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import * as Y from 'yjs'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import { seedUpdate } from '@samenreis/model/document/seed'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { newShape } from '@samenreis/model/interchange/newShape'
import { boardSchema } from '../canvas/boardSchema.ts'
import type { ResetReason } from './connectionState.ts'
import type { RoomConnection } from './RoomConnection.ts'
import { RoomOpening } from './RoomOpening.ts'
import { StoreBinding } from './StoreBinding.ts'
import { headlessEditor } from './testing/headlessEditor.ts'
import { roomId, ScriptedRoom } from './testing/ScriptedRoom.ts'

// happy-dom has no locks, and says so by a null that no browser has.
Object.defineProperty(navigator, 'locks', { configurable: true, value: { request: () => Promise.resolve() } })

const [mine, bens] = [createShapeId('mine'), createShapeId('bens')]
const bensId = ShapeId.parse(bens)

/** Ben's card, written into the room by somebody else than Anna. */
function benWrites(doc: Y.Doc, title: string): void {
  const board = new BoardDocument(doc)
  board.transact(() => {
    if (board.records.has(bensId)) changeRecord(board, bensId, { title })
    else putRecord(board, newShape('touchpoint', bensId, { geometry: [0, 0, 0, 200, 150], title }))
  }, 'ben')
}

/** The same board in another document, as it is made when an earlier version is put back. */
function madeAnew(before: Y.Doc): Y.Doc {
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  board.transact(() => {
    for (const record of readBoard(new BoardDocument(before)).records.values()) putRecord(board, record)
  }, 'restored')
  return board.doc
}

interface Tab {
  readonly connection: RoomConnection
  readonly editor: Editor
}

/** Anna's page without its screen: each connection gets a store, a binding and a history of its own, as `useBoardStore` gives them. */
async function annaIn(room: ScriptedRoom) {
  benWrites(room.doc, 'Van Ben')
  const opening = new RoomOpening({
    roomId,
    serverUrl: room.url,
    random: () => 0,
    WebSocket: NodeSocket as unknown as typeof WebSocket,
  })
  const tabs: Tab[] = []
  let close = (): void => undefined
  const show = (connection: RoomConnection): void => {
    const store = createTLStore({ schema: boardSchema() })
    const binding = new StoreBinding({ board: connection.board, store })
    binding.connect()
    const stop = connection.followPending(binding.pending)
    const editor = headlessEditor(store)
    binding.attach(editor)
    tabs.push({ connection, editor })
    close = () => {
      binding.disconnect()
      stop()
    }
  }
  const look = (): void => {
    close()
    close = () => undefined
    const connection = opening.get()
    connection?.ready.subscribe(() => {
      if (connection === opening.get()) show(connection)
    })
  }
  const leave = opening.subscribe(look)
  onTestFinished(async () => {
    leave()
    for (const { editor } of tabs) editor.dispose()
    await room.close()
  })
  const isSaved = async (count: number): Promise<Tab> => {
    await expect
      .poll(() => [tabs.length, opening.get()?.state.get().kind, tabs.at(-1)?.connection === opening.get()])
      .toEqual([count, 'saved', true])
    const tab = tabs.at(-1)
    if (tab === undefined) throw new Error('There is no tab')
    return tab
  }
  return { tabs, isSaved }
}

function act(editor: Editor, change: () => void): void {
  editor.markHistoryStoppingPoint('act')
  change()
}

const move = (editor: Editor, id: string, x: number): void =>
  act(editor, () => editor.updateShapes([{ id, type: 'touchpoint', x } as TLShapePartial]))

const stored = ({ doc }: ScriptedRoom): unknown => Object.fromEntries(readBoard(new BoardDocument(doc)).records)

/** Longer than a change waits before it is written. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200))

const resets: readonly [ResetReason, (room: ScriptedRoom) => void][] = [
  [
    'epoch-changed',
    (room) => {
      room.doc = madeAnew(room.doc)
      room.epoch = 'second'
      room.closeAll('epoch-changed')
    },
  ],
  ['resync', (room) => room.closeAll('resync')],
  ['journey-locked', (room) => room.closeAll('journey-locked')],
  ['invalid-content', (room) => room.closeAll('invalid-content')],
]

test.each(resets)(
  '[BD12, BD16, F15] after %s there is nothing to undo, and the first thing that is undone is what was done since',
  async (_reason, reset) => {
    const room = await ScriptedRoom.open()
    const { tabs, isSaved } = await annaIn(room)
    const { editor: before } = await isSaved(1)
    act(before, () => before.createShape({ id: mine, type: 'touchpoint', x: 1, y: 1 } as TLShapePartial))
    move(before, bens, 40)
    move(before, mine, 70)
    await isSaved(1)
    benWrites(room.doc, 'Van Ben, later')
    reset(room)
    const { editor } = await isSaved(2)
    const board = stored(room)
    expect([editor.getCanUndo(), editor.getCanRedo()]).toEqual([false, false])
    // A key that is pressed while the board changes reaches the old canvas as well.
    for (const each of [editor, before]) {
      each.undo()
      each.undo()
      each.redo()
    }
    await settled()
    expect(stored(room)).toEqual(board)

    move(editor, bens, 90)
    await isSaved(2)
    expect(stored(room)).not.toEqual(board)
    editor.undo()
    await expect.poll(() => stored(room)).toEqual(board)
    editor.undo()
    await settled()
    expect(stored(room)).toEqual(board)
    expect(tabs).toHaveLength(2)
  },
)

test('[BD12, F15] after a lost line one’s own is undone as before, and what others did meanwhile stays', async () => {
  const room = await ScriptedRoom.open()
  const { isSaved } = await annaIn(room)
  const { editor, connection } = await isSaved(1)
  act(editor, () => editor.createShape({ id: mine, type: 'touchpoint', x: 1, y: 1 } as TLShapePartial))
  move(editor, bens, 40)
  await isSaved(1)
  const lost = new Promise<void>((resolve) => {
    const stop = connection.state.subscribe(() => {
      if (connection.state.get().kind !== 'offline') return
      stop()
      move(editor, bens, 50)
      benWrites(room.doc, 'Van Ben, later')
      resolve()
    })
  })
  room.closeAll('room-unavailable')
  await lost
  await isSaved(1)
  const bensCard = (): unknown => new BoardDocument(room.doc).records.get(bensId)?.toJSON()
  for (const x of [40, 0]) {
    editor.undo()
    await expect.poll(bensCard).toMatchObject({ title: 'Van Ben, later', geometry: [x, 0, 0, 200, 150] })
  }
  editor.undo()
  await expect.poll(() => Object.keys(stored(room) as object)).not.toContain(mine)
  expect(bensCard()).toMatchObject({ title: 'Van Ben, later' })
})
