// Plays people who come into a large room, in a process of its own. Reads its plan from the first argument, prints JSON.
import { setTimeout as pause } from 'node:timers/promises'
import { EditLog } from './EditLog.ts'
import { JoinPlan, type JoinOutcome } from './joinPlan.ts'
import { LightSocket } from './LightSocket.ts'
import { Pace } from './Pace.ts'
import { cpuSeconds } from './ProcessMeter.ts'
import type { Door, Seat, Sightings } from './Wire.ts'
import { SamenreisWire } from './wires/SamenreisWire.ts'

const TICK_MS = 2
const QUIET_MS = 2000
/** For a room that all left to be let go of. */
const UNLOAD_MS = 1000
const AFTER_MS = 1500
const SYNC_LIMIT_MS = 60_000

interface Visitor {
  readonly socket: LightSocket
  readonly wire: SamenreisWire
  /** From the request to the last part of the board. */
  readonly synced: Promise<number>
}

const plan = JoinPlan.parse(JSON.parse(process.argv[2] ?? ''))
const nothing: Sightings = { edit: () => undefined, cursor: () => undefined }

function visit(door: Door, seat: Seat, sightings: Sightings = nothing): Visitor {
  const startedAtMs = performance.now()
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const timer = setTimeout(() => reject(new Error('The board did not come')), SYNC_LIMIT_MS)
  const socket: LightSocket = new LightSocket({
    origin: plan.origin,
    ...door,
    onOpen: () => wire.open(),
    onMessage: (payload) => {
      wire.receive(payload)
      if (!wire.isSynced) return
      clearTimeout(timer)
      resolve(performance.now() - startedAtMs)
      socket.listens = wire.listens
    },
    onClose: (code) => reject(new Error(`Closed with ${code}`)),
  })
  const wire = new SamenreisWire({
    seat,
    send: (payload) => socket.send(payload),
    sightings,
    onDurable: () => undefined,
  })
  return { socket, wire, synced: promise }
}

const guest: Seat = { person: plan.editors.length, writes: false, watches: false }
const cpuFrom = cpuSeconds(plan.serverPid)
const first = visit(plan.first, guest)
const coldMs = await first.synced
const boardBytes = first.socket.bytesReceived
first.socket.end()

const reloadMs: number[] = []
for (let time = 0; time < plan.reloads; time += 1) {
  await pause(UNLOAD_MS)
  const visitor = visit(plan.first, guest)
  reloadMs.push(await visitor.synced)
  // The last one stays: from now on the room is in memory.
  if (time < plan.reloads - 1) visitor.socket.end()
}

const aloneMs: number[] = []
for (let time = 0; time < plan.times; time += 1) {
  const visitor = visit(plan.alone, guest)
  aloneMs.push(await visitor.synced)
  visitor.socket.end()
}

let fromMs = Number.POSITIVE_INFINITY
let toMs = Number.POSITIVE_INFINITY
const logs = plan.editors.map(() => new EditLog(1))
const watcher = visit(
  plan.watcher,
  { ...guest, watches: true },
  { ...nothing, edit: (writer, number) => logs[writer]?.seen(0, number, performance.now(), fromMs, toMs) },
)
const editors = plan.editors.map((door, person) => visit(door, { person, writes: true, watches: false }))
await Promise.all([watcher, ...editors].map(({ synced }) => synced))
const next = editors.map(() => 0)
const edit = (editor: number): void => {
  const number = next[editor] ?? 0
  next[editor] = number + 1
  logs[editor]?.sent(number, performance.now())
  if (number === 0) editors[editor]?.wire.putShape()
  else editors[editor]?.wire.edit(number)
}
const pace = new Pace(plan.editors.length * plan.editsPerSecond, performance.now())
const editing = setInterval(() => {
  const turns = pace.take(performance.now())
  for (let turn = turns.from; turn < turns.to; turn += 1) edit(turn % editors.length)
}, TICK_MS)

await pause(QUIET_MS)
fromMs = performance.now()
await pause(QUIET_MS)
toMs = performance.now()
await pause(AFTER_MS)
const quietDelaysMs = logs.flatMap(({ delaysMs }) => delaysMs.splice(0))

fromMs = performance.now()
toMs = Number.POSITIVE_INFINITY
const coming = new Pace(plan.rush.length / plan.rushSeconds, fromMs)
const rushed: Visitor[] = []
while (rushed.length < plan.rush.length) {
  const turns = coming.take(performance.now())
  for (const door of plan.rush.slice(turns.from, turns.to)) rushed.push(visit(door, guest))
  await pause(TICK_MS)
}
const rushMs = await Promise.all(rushed.map(({ synced }) => synced))
toMs = performance.now()
const rushAllMs = toMs - fromMs
const serverCpuSeconds = cpuSeconds(plan.serverPid) - cpuFrom
clearInterval(editing)
await pause(AFTER_MS)
const rushDelaysMs = logs.flatMap(({ delaysMs }) => delaysMs)

const outcome: JoinOutcome = {
  coldMs,
  reloadMs,
  aloneMs,
  rushMs,
  rushAllMs,
  quietDelaysMs,
  rushDelaysMs,
  boardBytes,
  serverCpuSeconds,
}
process.stdout.write(`${JSON.stringify(outcome)}\n`, () => process.exit(0))
