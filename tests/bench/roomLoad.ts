// What a full room costs: 60 connections, of which 20 write 18 edits a second each, through the real server process with SQLite
// on this machine. Prints one line of JSON: delay from a write to its sight at another, acknowledgement, CPU of the server.
//
//   node tests/bench/roomLoad.ts [seconds]
import { readFileSync } from 'node:fs'
import { CreatedRoom, CreatedSession } from '@samenreis/model/api/rooms'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { decodeServerMessage, messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import { encodeStep1, encodeUpdate } from '@samenreis/server/sync/frames'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { RunningSamenreis } from '../e2e/RunningSamenreis.ts'
import { addStep, changeStep } from '../support/records.ts'

const CONNECTIONS = 60
const WRITERS = 20
/** Who applies what comes, and notes when: few, so that this process is not what is measured. */
const VIEWERS = 3
const EDITS_PER_SECOND = 18
/** A row of writes that takes longer than this would be no bench any more. */
const SECONDS_MAX = 120
const SECONDS = Math.min(SECONDS_MAX, Number(process.argv[2] ?? 20))
/** For what is still under way at the end. */
const AFTER_MS = 2000
/** Linux counts the time of a process in hundredths of a second. */
const TICKS_PER_SECOND = 100

/** One connection as our own client has it, without a canvas. */
class Member {
  readonly doc = new Y.Doc()
  readonly board = new BoardDocument(this.doc)
  readonly socket: WebSocket
  readonly ready: Promise<void>
  /** Frames that were sent, by number from 1, with the moment. */
  readonly sentAtMs: number[] = []
  readonly durableMs: number[] = []
  closeCode: number | null = null
  private acknowledged = 0

  constructor(url: string, token: string, applies: boolean) {
    this.socket = new WebSocket(url, ['samenreis.v1', `bearer.${token}`])
    this.socket.binaryType = 'nodebuffer'
    this.socket.on('close', (code) => {
      this.closeCode = code
    })
    this.ready = new Promise((resolve, reject) => {
      this.socket.on('error', reject)
      this.socket.on('message', (data) => {
        if (!Buffer.isBuffer(data)) return
        const decoder = decoding.createDecoder(data)
        const type = decoding.readVarUint(decoder)
        if (type === messageTypes.durable) this.handleDurable(decodeServerMessage(type, decoder))
        if (type !== messageTypes.sync) return
        const sync = decoding.readVarUint(decoder)
        if (sync === syncTypes.step1) this.socket.send(encodeStep1(Y.encodeStateVector(this.doc)))
        else if (applies) Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), 'server')
        if (sync === syncTypes.step2) resolve()
      })
    })
    this.doc.on('update', (update: Uint8Array, origin) => {
      if (origin !== 'test') return
      this.sentAtMs.push(performance.now())
      this.socket.send(encodeUpdate(update))
    })
  }

  private handleDurable(message: ReturnType<typeof decodeServerMessage>): void {
    if (message?.type !== 'durable') return
    const now = performance.now()
    for (; this.acknowledged < message.durable.frames; this.acknowledged += 1) {
      this.durableMs.push(now - (this.sentAtMs[this.acknowledged] ?? now))
    }
  }
}

/** The value that `share` of all are at or below, in tenths. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return Math.round(value * 10) / 10
}

/** Seconds of CPU that a process took so far, all its threads; null where it cannot be read. */
function cpuSeconds(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return null
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const server = await RunningSamenreis.start()
try {
  const headers = { 'content-type': 'application/json' }
  const ask = async (path: string, body: object): Promise<unknown> =>
    (await fetch(`${server.origin}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  const { room, links } = CreatedRoom.parse(await ask('/rooms', { title: 'Volle zaal' }))
  const members: Member[] = []
  for (let count = 0; count < CONNECTIONS; count += 1) {
    const session = CreatedSession.parse(await ask(`/rooms/${room.id}/sessions`, { secret: links.participant }))
    const applies = count < VIEWERS
    const member = new Member(`${server.origin.replace('http', 'ws')}/sync/${room.id}`, session.token, applies)
    await member.ready
    members.push(member)
  }
  const viewers = members.slice(0, VIEWERS)
  const writers = members.slice(-WRITERS)
  const writtenAtMs = new Map<string, number>()
  const delaysMs: number[] = []
  for (const viewer of viewers) {
    viewer.board.records.observeDeep((events) => {
      const now = performance.now()
      for (const { target, keys } of events) {
        if (!(target instanceof Y.Map) || !keys.has('geometry')) continue
        const geometry: unknown = target.get('geometry')
        if (!Array.isArray(geometry)) continue
        const at = writtenAtMs.get(`${String(geometry[0])} ${String(geometry[1])}`)
        if (at !== undefined) delaysMs.push(now - at)
      }
    })
  }
  for (const [number, writer] of writers.entries()) addStep(writer.board, `w${number}`, 'Bellen')
  await pause(500)

  const cpuBefore = cpuSeconds(server.pid)
  const ownBefore = process.cpuUsage()
  const startedAtMs = performance.now()
  const timers = writers.map((writer, number) => {
    let edit = 0
    const write = (): void => {
      edit += 1
      writtenAtMs.set(`${number} ${edit}`, performance.now())
      changeStep(writer.board, `w${number}`, { geometry: [number, edit, 0, 200, 150] })
    }
    // Spread over the time of one edit, as people are.
    const state: { timer: NodeJS.Timeout | null } = { timer: null }
    setTimeout(
      () => {
        state.timer = setInterval(write, 1000 / EDITS_PER_SECOND)
      },
      (1000 / EDITS_PER_SECOND) * (number / WRITERS),
    )
    return state
  })
  await pause(1000 * SECONDS)
  for (const { timer } of timers) if (timer !== null) clearInterval(timer)
  const tookSeconds = (performance.now() - startedAtMs) / 1000
  const cpuAfter = cpuSeconds(server.pid)
  const own = process.cpuUsage(ownBefore)
  await pause(AFTER_MS)

  const durableMs = writers.flatMap((writer) => writer.durableMs.slice(1))
  console.log(
    JSON.stringify({
      connections: CONNECTIONS,
      writers: WRITERS,
      seconds: SECONDS,
      edits: writtenAtMs.size,
      seen: delaysMs.length / VIEWERS,
      seenP50Ms: percentile(delaysMs, 0.5),
      seenP95Ms: percentile(delaysMs, 0.95),
      seenMaxMs: percentile(delaysMs, 1),
      storedP50Ms: percentile(durableMs, 0.5),
      storedP95Ms: percentile(durableMs, 0.95),
      serverCores:
        cpuBefore === null || cpuAfter === null ? null : Math.round(((cpuAfter - cpuBefore) / tookSeconds) * 100) / 100,
      benchCores: Math.round(((own.user + own.system) / 1e6 / tookSeconds) * 100) / 100,
      closed: members.filter(({ closeCode }) => closeCode !== null).length,
    }),
  )
  for (const { socket } of members) socket.terminate()
} finally {
  await server.stop()
}
