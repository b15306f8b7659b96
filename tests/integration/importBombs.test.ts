import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { Imported } from '@samenreis/model/api/imports'
import { CreatedRoom, CreatedSession } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { BoardFile } from '@samenreis/model/interchange/boardFileSchema'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { randomBoard } from '@samenreis/model/testing/randomBoard'
import { expect, onTestFinished, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { MainProcess } from '../support/MainProcess.ts'
import { openClient } from '../support/openClient.ts'
import { addStep, shapeId } from '../support/records.ts'

const MIB = 1024 * 1024
/** The largest file that is read at all. */
const FULL = 25 * MIB
/** Parts that a file may have to be parsed (boardFileProcess.ts). */
const PARTS = 600_000
/** What the whole series may leave behind (reliability.md F75). */
const MAY_GROW = 64 * MIB
/** What the process may take more while files come in, with garbage that nobody took away yet. */
const MAY_TAKE = 128 * MIB
const PATIENCE_MS = 240_000
/** How long the system may take to get back what was let go of. */
const SETTLE_MS = 500
/** One step of the neighbours after the other, without end while files come. */
const PACE_MS = 20

const collector = fileURLToPath(new URL('../support/collectOnSignal.mjs', import.meta.url))

/** As many of `part` as fit between head and tail. */
function filled(head: string, part: string, tail: string): string {
  return head + part.repeat(Math.floor((FULL - head.length - tail.length) / part.length)) + tail
}

/** As many of `part` as are parsed, and the longest text behind them that still fits. */
function parsed(part: string, partsOfOne: number): string {
  const list = part.repeat(PARTS / partsOfOne - 10)
  return `{"schema":"klantreis.board/1","records":[${list}0],"rest":"${'x'.repeat(FULL - list.length - 60)}"}`
}

const list = '{"schema":"klantreis.board/1","records":['

/** Files of up to the largest size, each of which is larger in another way once it is read. */
const bombs: Readonly<Record<string, () => string | Buffer>> = {
  'lists in lists': () => '['.repeat(FULL / 2) + ']'.repeat(FULL / 2),
  'empty objects': () => filled(list, '{},', '{}]}'),
  'numbers in a row': () => filled('[', '1,', '1]'),
  'keys alone': () => {
    const keys = Array.from({ length: FULL / 14 }, (_, at) => `"${at.toString(36).padStart(8, 'k')}":1`)
    return `{${keys.join(',')}}`
  },
  'a text of two bytes a letter': () => `{"schema":"${'\u0119'.repeat(FULL / 2 - 20)}"}`,
  'a text of escapes': () => filled('{"schema":"', '\\u0119', '"}'),
  'a key that is all of it': () => filled('{"', 'k', '":1}'),
  'records that are none': () => filled(list, '{"id":"shape:x"},', '{}]}'),
  'a file of another program, nested': () =>
    filled('{"tldrawFileFormatVersion":1,"records":[', `${'{"props":'.repeat(60)}1${'}'.repeat(60)},`, '{}]}'),
  'as many empty objects as are parsed': () => parsed('{},', 2),
  'as many nested objects as are parsed': () => parsed(`${'{"props":'.repeat(60)}1${'}'.repeat(60)},`, 61),
  'as many keys as are parsed': () => {
    const keys = Array.from({ length: PARTS - 10 }, (_, at) => `"${at.toString(36)}":1`)
    return `{"schema":"klantreis.board/1",${keys.join(',')}}`
  },
  'packed blanks': () => gzipSync(Buffer.alloc(256 * MIB, ' ')),
  'an archive': () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(MIB, 7)]),
}

/** What a process holds, as the system counts it, in bytes. */
class Memory {
  readonly #pid: number

  constructor(pid: number) {
    this.#pid = pid
  }

  get now(): number {
    return this.#read('VmRSS')
  }

  /** The most that it ever held. */
  get peak(): number {
    return this.#read('VmHWM')
  }

  /** What it holds without its garbage. */
  async settled(): Promise<number> {
    process.kill(this.#pid, 'SIGUSR2')
    await pause(SETTLE_MS)
    return this.now
  }

  #read(field: 'VmRSS' | 'VmHWM'): number {
    const kib = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${this.#pid}/status`, 'utf8'))?.[1]
    return 1024 * Number(kib)
  }
}

interface Host {
  readonly room: RoomId
  readonly token: string
}

async function hostOf(server: MainProcess): Promise<Host> {
  const made = CreatedRoom.parse(await (await server.ask('POST', '/rooms', { body: { title: 'Proef' } })).json())
  const body = { secret: made.links.facilitator }
  const joined = await server.ask('POST', `/rooms/${made.room.id}/sessions`, { body })
  return { room: made.room.id, token: CreatedSession.parse(await joined.json()).token }
}

function bring(
  { origin }: MainProcess,
  { room, token }: Host,
  body: string | Buffer,
  encoding: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${origin}/api/v1/rooms/${room}/imports`, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, ...encoding },
  })
}

/** Sends blanks without saying how many, until it is told to stop. @returns the status, and how many MiB were handed over */
function bringWithoutEnd({ origin }: MainProcess, { room, token }: Host): Promise<{ status: number; sent: number }> {
  const asked = request(`${origin}/api/v1/rooms/${room}/imports`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Transfer-Encoding': 'chunked' },
  })
  let sent = 0
  const send = (): void => {
    sent += 1
    asked.write(Buffer.alloc(MIB, ' '), (error) => {
      if (error === null || error === undefined) send()
    })
  }
  return new Promise((resolve) => {
    asked.on('error', () => undefined)
    asked.on('response', ({ statusCode = 0 }) => {
      asked.destroy()
      resolve({ status: statusCode, sent })
    })
    send()
  })
}

test(
  '[EX13, F75] bombs of every sort leave the process as large as it was; neighbours work on, and a good file is taken right after',
  { timeout: PATIENCE_MS },
  async () => {
    const server = new MainProcess(temporaryFolder(), {
      settings: { NODE_OPTIONS: `--import=${collector}`, ROOMS_PER_HOUR: '1000' },
    })
    await server.start()
    const host = await hostOf(server)
    const neighbours = await hostOf(server)
    const [writer, reader] = [
      await openClient(server, { token: neighbours.token, room: neighbours.room }),
      await openClient(server, { token: neighbours.token, room: neighbours.room }),
    ]
    // One card goes to and fro: their board stays as large as it is.
    addStep(writer.board, 'card')
    const card = writer.board.records.get(shapeId('card'))
    let [moved, seen] = [0, 0]
    const moving = setInterval(() => {
      moved += 1
      card?.set('geometry', [moved % 100, 0, 0, 200, 120])
    }, PACE_MS)
    onTestFinished(() => clearInterval(moving))
    reader.doc.on('update', () => {
      seen += 1
    })

    const exported = await server.ask('GET', `/rooms/${host.room}/exports/board.json`, { token: host.token })
    const file = (await exported.json()) as BoardFile
    const good = JSON.stringify({ ...file, records: [...randomBoard(new RandomSource(1), 50)] })
    expect((await bring(server, host, good)).status).toBe(201)
    // What the first large file takes for good is the program's own: the next ones are to take nothing more.
    expect((await bring(server, host, Buffer.alloc(FULL, ' '))).status).toBe(422)
    await eventually(() => expect(seen).toBeGreaterThan(20))
    const memory = new Memory(server.pid)
    const before = await memory.settled()
    for (const [name, make] of Object.entries(bombs)) {
      const bomb = make()
      const seenBefore = seen
      const answer = await bring(server, host, bomb, name === 'packed blanks' ? { 'Content-Encoding': 'gzip' } : {})
      expect([name, answer.status]).toEqual([name, 422])
      await answer.arrayBuffer()
      // Answered while it was read.
      expect([name, seen > seenBefore]).toEqual([name, true])
    }
    const endless = await bringWithoutEnd(server, host)
    expect(endless.status).toBe(413)
    expect(endless.sent * MIB).toBeLessThan(2 * FULL)
    expect((await bring(server, host, Buffer.alloc(FULL + 1, ' '))).status).toBe(413)
    expect(memory.peak - before).toBeLessThan(MAY_TAKE)
    await eventually(async () => expect((await memory.settled()) - before).toBeLessThan(MAY_GROW))

    const last = await bring(server, host, good)
    expect([last.status, Imported.parse(await last.json()).setAside]).toEqual([201, 0])
    // One at a time from one room, whoever sends it; the other is told to come back.
    const both = await Promise.all([bring(server, host, good), bring(server, host, good)])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 429]))
    clearInterval(moving)
    const place = card?.get('geometry')
    await eventually(() => expect(reader.board.records.get(shapeId('card'))?.get('geometry')).toEqual(place))
    expect(writer.closeCode).toBeNull()
  },
)
