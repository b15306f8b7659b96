import { ParticipantId } from '@samenreis/model/ids/participantId'
import { CURSOR_MOVED, type PresenceChange } from '@samenreis/model/protocol/presenceFrames'
import { expect, test } from 'vitest'
import { RoomPresence, type PresenceOwner } from './RoomPresence.ts'

const nobody = (): undefined => undefined

function owner(name: string): PresenceOwner {
  return { participantId: ParticipantId.parse(`pa_${name}`), mayEdit: true }
}

test('[PR1] who missed what was told hears who is there, who hides, and who left meanwhile', () => {
  const presence = new RoomPresence()
  const [nora, ben, riet] = [owner('nora'), owner('ben'), owner('riet')]
  presence.accept(nora, [{ clientId: 1, clock: 1, json: '{}' }], nobody)
  presence.accept(ben, [{ clientId: 2, clock: 5, json: '{}' }], nobody)
  presence.accept(riet, [{ clientId: 3, clock: 7, json: '{}' }], nobody)
  presence.accept(riet, [{ clientId: 3, clock: 8, json: 'null' }], nobody)
  presence.leave(ben)
  const shown = (entries: readonly { clientId: number; clock: number; json: string }[]) =>
    entries.map(({ clientId, clock, json }) => [clientId, clock, json !== 'null'])
  expect(shown(presence.catchUp())).toEqual([
    [1, 1, true],
    [3, 8, false],
    [2, 5, false],
  ])
  expect(shown(presence.all())).toEqual([[1, 1, true]])
  presence.accept(owner('ben'), [{ clientId: 2, clock: 5, json: '{}' }], nobody)
  expect(shown(presence.catchUp())).toContainEqual([2, 5, true])
  expect(presence.catchUp()).toHaveLength(3)
})

const moved = (x: number): PresenceChange => ({ keys: CURSOR_MOVED, values: { c: [x, 0] } })

test('[PR8] who reads our own messages is told of each once whole, then of what changed, then that he left', () => {
  const presence = new RoomPresence()
  const [nora, ben] = [owner('nora'), owner('ben')]
  presence.move(nora, moved(1))
  presence.move(nora, moved(2))
  expect(presence.takeChanges().news).toMatchObject({ came: [{ connection: 0, state: { c: [2, 0] } }], moved: [] })
  presence.move(nora, moved(3))
  presence.move(nora, moved(4))
  presence.move(ben, { keys: 8, values: { e: 'shape:a.title' } })
  expect(presence.takeChanges().news).toMatchObject({
    came: [{ connection: 1, participantId: 'pa_ben', state: { e: 'shape:a.title' } }],
    moved: [{ connection: 0, cursor: [4, 0] }],
    changed: [],
  })
  // Its key is told as gone, and set again it is told as it is then.
  presence.move(ben, { keys: 8 << 5, values: {} })
  presence.move(ben, moved(9))
  expect(presence.takeChanges().news?.changed).toEqual([
    { connection: 1, change: { keys: (8 << 5) | CURSOR_MOVED, values: { c: [9, 0] } } },
  ])
  presence.move(nora, null)
  presence.leave(ben)
  expect(presence.takeChanges().news).toMatchObject({ left: [1, 0], came: [], moved: [], changed: [] })
  expect(presence.whole().came).toEqual([])
  presence.move(nora, moved(5))
  expect(presence.takeChanges().news?.came).toMatchObject([{ connection: 0, state: { c: [5, 0] } }])
  expect(presence.takeChanges().news).toBeNull()
})

test('[PR8] whoever came and left between two ticks is not told of; a number that was given again is told gone first', () => {
  const presence = new RoomPresence()
  const [nora, ben] = [owner('nora'), owner('ben')]
  presence.move(nora, moved(1))
  presence.leave(nora)
  expect(presence.takeChanges().news).toBeNull()
  presence.move(nora, moved(1))
  presence.takeChanges()
  presence.leave(nora)
  presence.move(ben, moved(2))
  expect(presence.takeChanges().news).toMatchObject({ left: [0], came: [{ connection: 0, participantId: 'pa_ben' }] })
})

test('[PR8] whoever came, was given to somebody with the whole, and left before the tick is told gone', () => {
  const presence = new RoomPresence()
  const [nora, ben] = [owner('nora'), owner('ben')]
  presence.move(nora, moved(1))
  expect(presence.whole().came).toMatchObject([{ connection: 0 }])
  presence.leave(nora)
  expect(presence.takeChanges().news).toMatchObject({ left: [0], came: [] })
  presence.move(ben, moved(2))
  expect(presence.whole().came).toMatchObject([{ connection: 0, participantId: 'pa_ben' }])
  presence.move(ben, null)
  expect(presence.takeChanges().news).toMatchObject({ left: [0], came: [] })
  presence.leave(ben)
  expect(presence.takeChanges().news).toBeNull()
})

test('[PR9] stock clients and ours see each other, each in its own form', () => {
  const presence = new RoomPresence()
  const [stock, ours] = [owner('nora'), owner('ben')]
  presence.accept(stock, [{ clientId: 77, clock: 3, json: '{"c":[1,2],"p":"pa_ben"}' }], nobody)
  presence.move(ours, moved(5))
  const { news, entries } = presence.takeChanges()
  expect(news?.came).toMatchObject([
    { participantId: 'pa_nora', state: { c: [1, 2] } },
    { participantId: 'pa_ben', state: { c: [5, 0] } },
  ])
  const [first, second] = entries()
  expect(first).toEqual({ clientId: 77, clock: 3, json: '{"c":[1,2],"p":"pa_nora"}' })
  expect(JSON.parse(second?.json ?? '')).toEqual({ c: [5, 0], p: 'pa_ben' })
  expect(second?.clientId).toBeGreaterThan(2 ** 32 - 1)
  // A renewal is nothing new to ours; what changed is told as a move.
  presence.accept(stock, [{ clientId: 77, clock: 4, json: '{"c":[1,2]}' }], nobody)
  expect(presence.takeChanges().news).toBeNull()
  presence.accept(stock, [{ clientId: 77, clock: 5, json: '{"c":[8,2]}' }], nobody)
  expect(presence.takeChanges().news?.moved).toEqual([{ connection: 0, cursor: [8, 2] }])
  // What ours told is echoed by a stock client, under an id that is nobody's to speak for.
  presence.accept(owner('mallory'), [{ clientId: second?.clientId ?? 0, clock: 900, json: '{"c":[6,6]}' }], nobody)
  expect(presence.size).toBe(2)
})

test('[PR9] the clock of somebody who is told to stock clients always rises, also under a number that was given again', () => {
  const presence = new RoomPresence()
  const told: { clientId: number; clock: number; json: string }[] = []
  for (let visit = 0; visit < 5; visit += 1) {
    const guest = owner(`guest${visit}`)
    presence.move(guest, moved(visit))
    told.push(...presence.takeChanges().entries())
    presence.leave(guest)
    if (visit % 2 === 0) told.push(...presence.takeChanges().entries())
  }
  expect(new Set(told.map(({ clientId }) => clientId)).size).toBe(1)
  const clocks = told.map(({ clock }) => clock)
  expect(clocks).toEqual(clocks.toSorted((a, b) => a - b))
  expect(new Set(clocks).size).toBe(clocks.length)
})

test('[PR5, F79] a clock of 2^53-1 is refused, and ten thousand visits leave no more than the connections that are there', () => {
  const presence = new RoomPresence()
  const nora = owner('nora')
  presence.accept(nora, [{ clientId: 1, clock: Number.MAX_SAFE_INTEGER, json: '{}' }], nobody)
  expect(presence.size).toBe(0)
  presence.accept(nora, [{ clientId: 1, clock: 1, json: '{}' }], nobody)
  presence.accept(nora, [{ clientId: 1, clock: Number.MAX_SAFE_INTEGER, json: '{"c":[9,9]}' }], nobody)
  expect(presence.whole().came).toMatchObject([{ participantId: 'pa_nora', state: {} }])
  let connection = 0
  for (let visit = 0; visit < 10_000; visit += 1) {
    const guest = owner(`guest${visit}`)
    if (visit % 2 === 0) presence.move(guest, moved(visit))
    else presence.accept(guest, [{ clientId: 1000 + visit, clock: 1, json: '{}' }], nobody)
    expect(presence.size).toBe(2)
    for (const each of presence.takeChanges().news?.came ?? []) connection = Math.max(connection, each.connection)
    presence.leave(guest)
  }
  presence.takeChanges()
  expect(presence.size).toBe(1)
  expect(presence.whole().came).toHaveLength(1)
  // Who left of late is remembered for stock clients, and that is bounded too.
  expect(presence.catchUp().length).toBeLessThanOrEqual(65)
  expect(connection).toBeLessThanOrEqual(1)
})
