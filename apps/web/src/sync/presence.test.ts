// @vitest-environment happy-dom
import type { Editor, TLInstancePresence } from 'tldraw'
import { afterEach, expect, test } from 'vitest'
import { guestAvatars, Participant } from '@samenreis/model/api/participant'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { ShapeId } from '@samenreis/model/ids/recordId'
import type { Presence } from '@samenreis/model/protocol/presence'
import { LocalPresence } from './LocalPresence.ts'
import { participantColor, participantColors } from './participantColor.ts'
import { RoomPeople } from './RoomPeople.ts'
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

/** The connection by which Ben is in the room. */
const BEN = 7

/** Ben as Anna's tab hears of him. */
function annaHearsBen() {
  const [peer] = connectedPeers(1)
  if (peer === undefined) throw new Error('one peer expected')
  const room = new RoomPeople(() => undefined)
  const roster = new Cell<readonly Participant[]>(people(2))
  let time = 1000
  const presences = new Presences({
    store: peer.store,
    people: room,
    roster,
    me: () => ParticipantId.parse('pa_0'),
    now: () => time,
  })
  presences.connect()
  const hear = (state: Presence | null, participant = 'pa_1'): void => {
    const participantId = ParticipantId.parse(participant)
    const came = state === null ? [] : [{ connection: BEN, participantId, state }]
    room.take({ whole: false, intervalMs: 50, left: state === null ? [BEN] : [], came, moved: [], changed: [] })
  }
  return { peer, room, presences, roster, hear, pass: (ms: number) => void (time += ms) }
}

function shownPresences({ store }: Peer): TLInstancePresence[] {
  return store.allRecords().filter((record) => record.typeName === 'instance_presence')
}

test('[PR21] a tab moves at the cadence that the server told last', () => {
  const { room } = annaHearsBen()
  expect(room.intervalMs).toBe(50)
  room.take({ whole: true, intervalMs: 400, left: [], came: [], moved: [], changed: [] })
  expect(room.intervalMs).toBe(400)
})

test('[PR22] another person is shown with name, colour, cursor and selection, and is gone at once when told', () => {
  const { peer, roster, hear } = annaHearsBen()
  hear({ c: [12, -7], s: ['shape:a'] })
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

test('[PR22] one’s own other tab is not shown, also under the number of somebody who left at that moment', () => {
  const { peer, room, hear } = annaHearsBen()
  hear({ c: [1, 2] }, 'pa_0')
  expect(shownPresences(peer)).toEqual([])
  hear(null)
  hear({ c: [1, 2] })
  expect(shownPresences(peer)).toHaveLength(1)
  const came = [{ connection: BEN, participantId: ParticipantId.parse('pa_0'), state: {} }]
  room.take({ whole: false, intervalMs: 50, left: [BEN], came, moved: [], changed: [] })
  expect(shownPresences(peer)).toEqual([])
})

test('[PR22] a move shows the cursor alone elsewhere, a change what changed; a line that ended shows nobody', () => {
  const { peer, room, hear } = annaHearsBen()
  hear({ c: [1, 2], s: ['shape:a'] })
  const nothing = { whole: false, intervalMs: 50, left: [], came: [], moved: [], changed: [] }
  room.take({
    ...nothing,
    moved: [
      { connection: BEN, cursor: [30, 40] },
      { connection: 99, cursor: [5, 5] },
    ],
  })
  expect(shownPresences(peer)).toMatchObject([{ cursor: { x: 30, y: 40 }, selectedShapeIds: ['shape:a'] }])
  room.take({ ...nothing, changed: [{ connection: BEN, change: { keys: 0b1_0000_0000 >> 1, values: {} } }] })
  expect(shownPresences(peer)).toMatchObject([{ cursor: { x: 30, y: 40 }, selectedShapeIds: [] }])
  room.handleClose()
  expect(shownPresences(peer)).toEqual([])
})

test('[PR22] who had a record in hand is remembered for a moment', () => {
  const { presences, hear, pass } = annaHearsBen()
  hear({ s: ['shape:a'] })
  hear({})
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
  const room = new RoomPeople(() => undefined)
  let time = 0
  const presence = new LocalPresence({ editor, people: room, now: () => (time += 1_000) })
  cleanups.push(() => editor.dispose())
  presence.start()
  movePointer(editor, 10, 10)
  expect(room.own).toEqual({ c: [10, 10] })
  presence.setPointerHidden(true)
  expect(room.own).toEqual({})
  movePointer(editor, 70, 20)
  expect(room.own).toEqual({})
  presence.setPointerHidden(false)
  expect(room.own).toEqual({})
  movePointer(editor, 30, 30)
  expect(room.own).toEqual({ c: [30, 30] })
})

test('[PR24] one’s own cursor, selection and typing go out in whole pixels, at the cadence, and end with the board', async () => {
  const [peer] = connectedPeers(1)
  if (peer === undefined) throw new Error('one peer expected')
  peer.create('card', 'shape:a')
  const editor = headlessEditor(peer.store)
  let sent = 0
  const room = new RoomPeople(() => (sent += 1))
  let time = 0
  const presence = new LocalPresence({ editor, people: room, now: () => time })
  cleanups.push(() => editor.dispose())
  presence.start()
  expect(room.own).toEqual({})
  time = 100
  editor.setSelectedShapes(['shape:a' as never])
  expect(room.own).toEqual({ s: ['shape:a'] })
  const before = sent
  for (let step = 0; step < 20; step++) {
    time = 101 + step
    movePointer(editor, step + 0.4, 30.6)
  }
  expect(sent).toBe(before)
  time = 200
  await expect.poll(() => room.own?.c).toEqual([19, 31])
  expect(sent).toBe(before + 1)
  time = 250
  // Her view moves under a pointer that lies still: that is no movement of hers.
  editor.setCamera({ x: -500, y: -300, z: 1 }, { immediate: true })
  editor.setSelectedShapes([])
  expect(room.own).toEqual({ c: [19, 31] })
  time = 300
  presence.setTyping('shape:a.text')
  expect(room.own).toMatchObject({ e: 'shape:a.text' })
  presence.stop()
  expect(room.own).toBe(null)
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
