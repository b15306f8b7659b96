// @vitest-environment happy-dom
import type { Editor, TLInstancePresence } from 'tldraw'
import { afterEach, expect, test } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { guestAvatars, Participant } from '@samenreis/model/api/participant'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { Presence } from '@samenreis/model/protocol/presence'
import { LocalPresence } from './LocalPresence.ts'
import { participantColor, participantColors } from './participantColor.ts'
import { presenceInterval } from './presenceCadence.ts'
import { Presences } from './Presences.ts'
import { headlessEditor } from './testing/headlessEditor.ts'
import { connectedPeers, type Peer } from './testing/Peers.ts'
import { Cell } from './Watchable.ts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean()
})

function people(count: number): Participant[] {
  return Array.from({ length: count }, (_, index) =>
    Participant.parse({
      id: `pa_${index}`,
      name: `Mens ${index}`,
      avatar: guestAvatars[index % guestAvatars.length],
      role: 'client',
      connected: true,
    }),
  )
}

/** Ben as Anna's tab hears of him: his states as the server passes them on. */
function annaHearsBen() {
  const [peer] = connectedPeers(1)
  if (peer === undefined) throw new Error('one peer expected')
  const mine = new Awareness(peer.board.doc)
  const his = new Awareness(new Y.Doc())
  const roster = new Cell<readonly Participant[]>(people(2))
  let time = 1000
  const presences = new Presences({
    store: peer.store,
    awareness: mine,
    roster,
    me: () => ParticipantId.parse('pa_0'),
    now: () => time,
  })
  presences.connect()
  cleanups.push(() => [mine.destroy(), his.destroy()])
  const hear = (state: Record<string, unknown> | null): void => {
    his.setLocalState(state)
    applyAwarenessUpdate(mine, encodeAwarenessUpdate(his, [his.clientID]), 'server')
  }
  return { peer, presences, roster, hear, pass: (ms: number) => void (time += ms) }
}

function shownPresences({ store }: Peer): TLInstancePresence[] {
  return store.allRecords().filter((record) => record.typeName === 'instance_presence')
}

test('[PR21] twenty a second for ten people, slower as the crowd grows, and never more than 200 a second in a room', () => {
  expect([1, 10, 40, 80, 300].map(presenceInterval)).toEqual([50, 50, 200, 400, 400])
  for (let count = 1; count <= 80; count++) expect((count * 1000) / presenceInterval(count)).toBeLessThanOrEqual(200)
})

test('[PR22] another person is shown with name, colour, cursor and selection, and is gone at once when told', () => {
  const { peer, roster, hear } = annaHearsBen()
  hear({ p: 'pa_1', c: [12, -7], s: ['shape:a'] })
  expect(shownPresences(peer)).toMatchObject([
    {
      userName: 'Mens 1',
      color: participantColors[1],
      cursor: { x: 12, y: -7 },
      selectedShapeIds: ['shape:a'],
      currentPageId: 'page:board',
    },
  ])
  roster.set(roster.get().map((each) => ({ ...each, name: 'Ben' })))
  expect(shownPresences(peer)).toMatchObject([{ userName: 'Ben' }])
  hear(null)
  expect(shownPresences(peer)).toEqual([])
})

test('[PR22] a state that does not hold, or without a person, or of one’s own other tab, is not shown', () => {
  const { peer, hear } = annaHearsBen()
  for (const state of [{ p: 'pa_1', c: ['x', 'y'] }, { c: [1, 2] }, { p: 'pa_0', c: [1, 2] }, { p: 'nobody' }]) {
    hear(state)
    expect(shownPresences(peer)).toEqual([])
  }
})

test('[PR22] who had a record in hand is remembered for a moment', () => {
  const { presences, hear, pass } = annaHearsBen()
  hear({ p: 'pa_1', s: ['shape:a'] })
  hear({ p: 'pa_1' })
  expect(presences.holderOf(ShapeId.parse('shape:a'))).toBe('pa_1')
  pass(60_000)
  expect(presences.holderOf(ShapeId.parse('shape:a'))).toBe(null)
})

test('[PR23] twelve people have twelve colours, each readable with white', () => {
  const roster = people(12)
  expect(new Set(roster.map(({ id }) => participantColor(roster, id))).size).toBe(12)
  for (const color of participantColors) expect(contrastToWhite(color), color).toBeGreaterThanOrEqual(4.5)
})

test('[GU5] over something hidden nobody is told of the pointer, nor afterwards before it moves again', async () => {
  const [peer] = connectedPeers(1)
  if (peer === undefined) throw new Error('one peer expected')
  const editor = headlessEditor(peer.store)
  const awareness = new Awareness(peer.board.doc)
  let time = 0
  const presence = new LocalPresence({ editor, awareness, now: () => (time += 1_000) })
  cleanups.push(
    () => editor.dispose(),
    () => awareness.destroy(),
  )
  presence.start()
  movePointer(editor, 10, 10)
  expect(awareness.getLocalState()).toEqual({ c: [10, 10] })
  presence.setPointerHidden(true)
  expect(awareness.getLocalState()).toEqual({})
  movePointer(editor, 70, 20)
  expect(awareness.getLocalState()).toEqual({})
  presence.setPointerHidden(false)
  expect(awareness.getLocalState()).toEqual({})
  movePointer(editor, 30, 30)
  expect(awareness.getLocalState()).toEqual({ c: [30, 30] })
})

test('[PR24] one’s own cursor, selection and typing go out in whole pixels, at the cadence, and end with the board', async () => {
  const [peer] = connectedPeers(1)
  if (peer === undefined) throw new Error('one peer expected')
  peer.create('card', 'shape:a')
  const editor = headlessEditor(peer.store)
  const awareness = new Awareness(peer.board.doc)
  let time = 0
  const presence = new LocalPresence({ editor, awareness, now: () => time })
  cleanups.push(
    () => editor.dispose(),
    () => awareness.destroy(),
  )
  let sent = 0
  awareness.on('change', () => (sent += 1))
  presence.start()
  expect(awareness.getLocalState()).toEqual({})
  time = 100
  editor.setSelectedShapes(['shape:a' as never])
  expect(awareness.getLocalState()).toEqual({ s: ['shape:a'] })
  const before = sent
  for (let step = 0; step < 20; step++) {
    time = 101 + step
    movePointer(editor, step + 0.4, 30.6)
  }
  expect(sent).toBe(before)
  time = 200
  await expect.poll(() => awareness.getLocalState()?.['c']).toEqual([19, 31])
  expect(sent).toBe(before + 1)
  time = 250
  // Her view moves under a pointer that lies still: that is no movement of hers.
  editor.setCamera({ x: -500, y: -300, z: 1 }, { immediate: true })
  editor.setSelectedShapes([])
  expect(awareness.getLocalState()).toEqual({ c: [19, 31] })
  time = 300
  presence.setTyping('shape:a.text')
  expect(awareness.getLocalState()).toMatchObject({ e: 'shape:a.text' })
  expect(Presence.safeParse(awareness.getLocalState()).success).toBe(true)
  presence.stop()
  expect(awareness.getLocalState()).toBe(null)
})

function movePointer(editor: Editor, x: number, y: number): void {
  const keys = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false }
  const pointer = { pointerId: 1, button: 0, isPen: false, target: 'canvas' } as const
  editor.dispatch({ type: 'pointer', name: 'pointer_move', point: { x, y, z: 0.5 }, ...pointer, ...keys })
  // Moves wait for the next tick of the editor.
  editor.emit('tick', 16)
}

/** Contrast ratio of WCAG 2.2. */
function contrastToWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
