import { setTimeout as pause } from 'node:timers/promises'
import type { Door } from '../load/Wire.ts'
import { doorOf, joinRoom, makeRoom } from '../load/doors.ts'
import { Inspector, inspectable, type Memory } from '../load/Inspector.ts'
import { LightSocket } from '../load/LightSocket.ts'
import { percentile } from '../load/ProcessMeter.ts'
import { ServerUnderTest } from '../load/ServerUnderTest.ts'
import { markdownTable, shown } from '../load/table.ts'
import { SamenreisWire } from '../load/wires/SamenreisWire.ts'
import type { Scenario } from './Scenario.ts'

const CONNECTIONS = 500
/** How often they come and go: what the process keeps of the system's memory goes up and down by 30 MB by itself, so the median counts. */
const CROWDS = 5
const ROOMS = 1000
/** Rooms that are made, and people who come in, at the same time. */
const AT_ONCE = 20
const KB = 1000
const PER_CONNECTION_MAX = 60 * KB
/** What a measurement of the same differs by. */
const SAME_MAX = 2000 * KB
/** Growth for each room that was opened and left, above which something of it stays. */
const PER_ROOM_MAX = 1 * KB
const SETTLE_MS = 3000

/** What people and rooms cost while they are there, and that nothing of them stays. */
export const memory: Scenario = async ({ nodeArguments }) => {
  const server = await ServerUnderTest.start('samenreis', { nodeArguments: [...inspectable, ...nodeArguments] })
  try {
    const inspector = await Inspector.open(server.said())
    const measure = async (): Promise<Memory> => {
      await pause(SETTLE_MS)
      return await inspector.memory()
    }
    const created = await makeRoom(server.origin)
    const doors = await joinRoom(server.origin, created, CONNECTIONS + 1)
    // Once for what is made at the first use of it.
    for (const person of await comeIn(server.origin, doors)) person.end()
    const empty = await measure()
    const crowds: { readonly one: Memory; readonly full: Memory; readonly left: Memory }[] = []
    for (let time = 0; time < CROWDS; time += 1) {
      const [first] = await comeIn(server.origin, doors.slice(0, 1))
      const one = await measure()
      const people = await comeIn(server.origin, doors.slice(1))
      const full = await measure()
      for (const person of people) person.end()
      first?.end()
      crowds.push({ one, full, left: await measure() })
    }

    const rooms: Door[] = []
    while (rooms.length < ROOMS) {
      const made = Array.from({ length: AT_ONCE }, async () => {
        const room = await makeRoom(server.origin)
        const [door] = await joinRoom(server.origin, room, 1)
        return door ?? doorOf(room.room.id, '')
      })
      rooms.push(...(await Promise.all(made)))
    }
    const visits: Memory[] = []
    for (let time = 0; time < 3; time += 1) {
      for (let from = 0; from < ROOMS; from += AT_ONCE) {
        const visitors = await comeIn(server.origin, rooms.slice(from, from + AT_ONCE))
        for (const visitor of visitors) visitor.end()
      }
      visits.push(await measure())
    }
    inspector.close()
    const [, before, after] = visits
    if (before === undefined || after === undefined) throw new Error('The rooms were not visited')
    const perConnection = Math.max(...crowds.map(({ full, one }) => (held(full) - held(one)) / CONNECTIONS))
    const resident = percentile(
      crowds.map(({ full, one }) => (full.rss - one.rss) / CONNECTIONS),
      0.5,
    )
    const left = crowds.at(-1)?.left ?? empty
    const stayed = held(left) - held(empty)
    const perRoom = (held(after) - held(before)) / ROOMS
    const row = (what: string, { rss, heapUsed, external }: Memory): string[] => [
      what,
      ...[heapUsed, external, rss].map((bytes) => shown(bytes / 1e6)),
    ]
    const details = markdownTable(
      ['After its garbage was taken away', 'Heap MB', 'Outside it MB', 'Resident MB'],
      [
        row('Nobody', empty),
        ...crowds.flatMap((crowd) => [
          row('One person in a room', crowd.one),
          row(`${CONNECTIONS + 1} in that room`, crowd.full),
          row('All left', crowd.left),
        ]),
        ...visits.map((each, time) => row(`${ROOMS} rooms opened and left ${time + 1} times`, each)),
      ],
    )
    return {
      title: 'Memory of the server',
      details,
      bars: [
        {
          what: 'Memory of a connection',
          bar: `under ${PER_CONNECTION_MAX / KB} kB`,
          figure: `${shown(perConnection / KB)} kB held, ${shown(resident / KB)} kB resident`,
          ratio: '-',
          isMet: perConnection < PER_CONNECTION_MAX && resident < PER_CONNECTION_MAX,
        },
        {
          what: 'A room left by all',
          bar: 'back to what it was',
          figure: `${shown(stayed / KB)} kB more`,
          ratio: shown(held(left) / held(empty)),
          isMet: stayed < SAME_MAX,
        },
        {
          what: '1,000 stored rooms opened and left',
          bar: 'no growth',
          figure: `${shown(perRoom)} bytes a room`,
          ratio: shown(held(after) / held(before)),
          isMet: perRoom < PER_ROOM_MAX,
        },
      ],
    }
  } finally {
    await server.stop()
  }
}

function held({ heapUsed, external }: Memory): number {
  return heapUsed + external
}

/** Opens a connection for each door, a group at a time, and waits until all have their board. */
async function comeIn(origin: string, doors: readonly Door[]): Promise<LightSocket[]> {
  const came: LightSocket[] = []
  for (let from = 0; from < doors.length; from += AT_ONCE) {
    came.push(...(await comeInTogether(origin, doors.slice(from, from + AT_ONCE))))
  }
  return came
}

async function comeInTogether(origin: string, doors: readonly Door[]): Promise<LightSocket[]> {
  const comers = doors.map((door, person) => {
    const { promise, resolve, reject } = Promise.withResolvers<LightSocket>()
    const socket: LightSocket = new LightSocket({
      origin,
      ...door,
      onOpen: () => wire.open(),
      onMessage: (payload) => {
        wire.receive(payload)
        if (wire.isSynced) resolve(socket)
      },
      // Nobody asks any more once the board is there.
      onClose: (code) => reject(new Error(`Closed with ${code}`)),
    })
    const wire = new SamenreisWire({
      seat: { person, writes: false, watches: false },
      send: (payload) => socket.send(payload),
      sightings: { edit: () => undefined, cursor: () => undefined },
      onDurable: () => undefined,
    })
    return promise
  })
  return await Promise.all(comers)
}
