import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { LiveRoom } from '../sync/LiveRoom.ts'
import { SyncMeter } from '../sync/SyncMeter.ts'

/** What is asked of the running parts each time somebody reads. */
export interface Measured {
  /** How many rooms are in each state. */
  readonly roomStates: Readonly<Record<string, number>>
  readonly live: readonly LiveRoom[]
  readonly connections: number
  /** Bytes that wait to be sent, over all connections. */
  readonly queuedBytes: number
  /** Bytes of all connections since the start. */
  readonly bytes: { readonly in: number; readonly out: number }
}

/** Upper bounds in seconds: an edit that is stored in 20 ms is usual, one that takes a second has an alarm (C2). */
const COMMIT_BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]
const RELAY_BUCKETS = [0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.5, 1, 2, 5, 10]
/** How often the event loop is asked whether it is late. */
const DELAY_RESOLUTION_MS = 20
const DELAY_QUANTILES = [50, 90, 99, 100]
const NANOSECOND = 1e-9
const MICROSECOND = 1e-6

/**
 * What a running server tells whoever watches over it, in the text format of Prometheus. Numbers about the whole process only:
 * no room, person, address or content is in a name or a label (reliability.md F86). Nothing is computed before somebody reads.
 */
export class Metrics {
  /** Counts on the way of frames; given to the rooms. */
  readonly meter: SyncMeter
  readonly #registry = new Registry()
  readonly #delay: ReturnType<typeof monitorEventLoopDelay>
  #source: () => Measured = () => nothing

  constructor() {
    this.#delay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS })
    this.#delay.enable()
    this.meter = new SyncMeter({
      commits: this.#histogram('commit_seconds', 'Time to store one commit of all rooms', COMMIT_BUCKETS),
      relays: this.#histogram('relay_seconds', 'From taking up an edit to handing it to everybody', RELAY_BUCKETS),
    })
    this.#addCounters(this.meter)
    this.#addRooms()
    this.#addProcess()
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  /** Where the numbers of the moment come from, once the parts are there. */
  watch(source: () => Measured): void {
    this.#source = source
  }

  /** Everything, as text. */
  text(): Promise<string> {
    return this.#registry.metrics()
  }

  stop(): void {
    this.#delay.disable()
    this.#source = () => nothing
  }

  #addCounters(meter: SyncMeter): void {
    const { framesIn, framesOut, framesRefused, joinsRefused, sessionsEnded, upgradesRefused } = meter
    this.#counters('frames_received', 'Frames of clients by kind', 'kind', () => framesIn)
    this.#counters('frames_sent', 'Frames handed to sockets by kind', 'kind', () => framesOut)
    this.#counters('bytes', 'Bytes over WebSockets', 'direction', () => this.#source().bytes)
    this.#counters('frames_refused', 'Document frames that were refused', 'reason', () => framesRefused)
    this.#counters('joins_refused', 'Connections closed at the door', 'reason', () => joinsRefused)
    this.#counters('sessions_ended', 'Sessions that the server ended', 'reason', () => sessionsEnded)
    this.#counters('upgrades_refused', 'Upgrades refused by HTTP status', 'status', () => upgradesRefused)
    this.#counter('commits_failed', 'Appends of a room that storage refused', () => meter.commitsFailed)
  }

  #addRooms(): void {
    this.#gauges('rooms', 'Rooms in memory by state', 'state', () => this.#source().roomStates)
    this.#gauges('storage_rooms', 'Live rooms by how their storage does', 'storage', () => {
      const states = { ok: 0, slow: 0, failing: 0 }
      for (const { storage } of this.#source().live) states[storage] += 1
      return states
    })
    this.#gauge('read_only_rooms', 'Live rooms that take no edits', () => sum(this.#source().live, isReadOnly))
    this.#gauge('unsaved_bytes', 'Bytes of edits that wait for storage', () =>
      sum(this.#source().live, ({ room }) => room.unsavedBytes),
    )
    this.#gauge('participants', 'People in a room, each once a room', () =>
      sum(this.#source().live, (room) => room.connected().size),
    )
    this.#gauge('connections', 'Open connections', () => this.#source().connections)
    this.#gauge('queued_bytes', 'Bytes that wait to be sent', () => this.#source().queuedBytes)
  }

  #addProcess(): void {
    this.#gauges('event_loop_delay_seconds', 'Delay of the event loop since the last reading', 'quantile', () => {
      const values = DELAY_QUANTILES.map((of) => [String(of / 100), this.#delay.percentile(of) * NANOSECOND] as const)
      this.#delay.reset()
      return Object.fromEntries(values)
    })
    this.#gauge('memory_bytes', 'Resident memory of the process', () => process.memoryUsage.rss())
    this.#counter('cpu_seconds', 'Processor time of the process', () => {
      const { user, system } = process.cpuUsage()
      return (user + system) * MICROSECOND
    })
    this.#gauge('up_seconds', 'Time since the process started', () => process.uptime())
  }

  #histogram(name: string, help: string, buckets: number[]): Histogram {
    return new Histogram({ name: named(name), help, buckets, registers: [this.#registry] })
  }

  #gauge(name: string, help: string, value: () => number): void {
    const registers = [this.#registry]
    const collect = (): void => gauge.set(value())
    const gauge: Gauge = new Gauge({ name: named(name), help, registers, collect })
  }

  #gauges(name: string, help: string, label: string, values: () => Readonly<Record<string, number>>): void {
    const registers = [this.#registry]
    const collect = (): void => {
      for (const [key, value] of Object.entries(values())) gauge.set({ [label]: key }, value)
    }
    const gauge: Gauge = new Gauge({ name: named(name), help, labelNames: [label], registers, collect })
  }

  #counter(name: string, help: string, value: () => number): void {
    const registers = [this.#registry]
    const collect = (): void => {
      counter.reset()
      counter.inc(value())
    }
    const counter: Counter = new Counter({ name: named(`${name}_total`), help, registers, collect })
  }

  #counters(name: string, help: string, label: string, values: () => Readonly<Record<string, number>>): void {
    const registers = [this.#registry]
    const collect = (): void => {
      counter.reset()
      for (const [key, value] of Object.entries(values())) counter.inc({ [label]: key }, value)
    }
    const counter: Counter = new Counter({
      name: named(`${name}_total`),
      help,
      labelNames: [label],
      registers,
      collect,
    })
  }
}

/** Before the parts are there, and after they are gone. */
const nothing: Measured = { roomStates: {}, live: [], connections: 0, queuedBytes: 0, bytes: { in: 0, out: 0 } }

function named(name: string): string {
  return `samenreis_${name}`
}

function isReadOnly({ readOnly }: LiveRoom): number {
  return readOnly ? 1 : 0
}

function sum(rooms: readonly LiveRoom[], of: (room: LiveRoom) => number): number {
  return rooms.reduce((total, room) => total + of(room), 0)
}
