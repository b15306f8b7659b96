import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CreatedRoom, CreatedSession } from '@samenreis/model/api/rooms'
import { changeRecord } from '@samenreis/model/document/write'
import { expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { MainProcess } from '../support/MainProcess.ts'
import { openClient } from '../support/openClient.ts'
import { RawClient } from '../support/RawClient.ts'
import { addStep, changeStep, removeStep, shapeId, titleOf } from '../support/records.ts'

const MARKER = 'Grasmaaierstraat12'
const NAME = 'Wilhelminaxq'
const METRICS_TOKEN = 'een-token-voor-het-meten-van-een-server'
const OTHERS = 'Fietsenstalling7'

/** Every file in a folder, at whatever depth, by its path. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
}

/** Where words stand, in UTF-8 or UTF-16 of either order. */
function placesOf(words: string, folder: string): string[] {
  const forms = [Buffer.from(words), Buffer.from(words, 'utf16le'), Buffer.from(words, 'utf16le').swap16()]
  return filesIn(folder).filter((path) => {
    const bytes = readFileSync(path)
    return forms.some((form) => bytes.includes(form))
  })
}

function must(holds: boolean): void {
  if (!holds) throw new Error('Not yet')
}

/** One server with a session in it, and how to ask it. */
class Site {
  readonly folder = temporaryFolder()
  readonly data = join(this.folder, 'data')
  readonly server = new MainProcess(this.folder)
  made!: CreatedRoom

  async open(level = 'debug'): Promise<void> {
    await this.server.start({ LOG_LEVEL: level, METRICS_TOKEN })
    const body = { title: `Sessie ${OTHERS}`, question: `Vraag ${OTHERS}`, start: 'demo-riet' }
    this.made = CreatedRoom.parse(await (await this.server.ask('POST', '/rooms', { body })).json())
  }

  async join(right: 'facilitator' | 'participant', name: string, role: string): Promise<CreatedSession> {
    const body = { secret: this.made.links[right], name, role }
    const answer = await this.server.ask('POST', `/rooms/${this.made.room.id}/sessions`, { body })
    return CreatedSession.parse(await answer.json())
  }

  client({ token }: CreatedSession) {
    return openClient({ syncUrl: this.server.syncUrl }, { token, room: this.made.room.id })
  }

  /** Somebody writes, changes, takes away and guesses the marker, and an export remembers it. */
  async tell(person: CreatedSession, leader: CreatedSession): Promise<void> {
    const path = `/rooms/${this.made.room.id}`
    const client = await this.client(person)
    addStep(client.board, 'mine', `${MARKER} een`)
    addStep(client.board, 'taken', `${MARKER} twee`)
    const lead = await this.client(leader)
    addStep(lead.board, 'theirs', OTHERS)
    await eventually(() => must(client.ids().includes('shape:theirs')))
    changeStep(client.board, 'theirs', { title: `${OTHERS} ${MARKER}` })
    removeStep(client.board, 'taken')
    lead.board.transact(() => changeRecord(lead.board, shapeId('theirs'), { description: OTHERS }), 'test')
    await eventually(() => must(titleOf(lead.board, 'theirs')?.includes(MARKER) === true))
    await this.server.ask('GET', `${path}/exports/acties.csv`, { token: leader.token })
    // A kept version holds the words of that moment, and one bears them as its name.
    const kept = await this.server.ask('POST', `${path}/versions`, { token: leader.token, body: { name: MARKER } })
    if (kept.status !== 201) throw new Error(`No version was kept: ${kept.status}`)
    client.destroy()
    lead.destroy()
    await eventually(async () => {
      const board = await (await this.server.ask('GET', `${path}/exports/board.json`, { token: leader.token })).text()
      must(board.includes(MARKER) && !board.includes(`${MARKER} twee`))
    })
  }

  /** Waits for the quiet moment after an erasure in which the store is written anew. */
  purged(times: number): Promise<void> {
    return eventually(() => {
      const list = readFileSync(join(this.data, 'erased.jsonl'), 'utf8')
      must(list.match(/purgedAt/g)?.length === times)
    })
  }
}

test(
  '[PY8, PY6, F83] after an erasure no byte of it is on disk or in the log: first of one person, then of the session, and after a backup was put back',
  { timeout: 120_000 },
  async () => {
    const site = new Site()
    await site.open()
    const { server, made } = site
    const [leader, person] = [
      await site.join('facilitator', 'Gerda', 'facilitator'),
      await site.join('participant', NAME, 'professional'),
    ]
    await site.tell(person, leader)
    expect(placesOf(MARKER, site.data)).not.toEqual([])
    expect(placesOf(NAME, site.data)).not.toEqual([])

    await server.kill()
    for (const name of ['samenreis.sqlite', 'samenreis.sqlite-wal']) {
      copyFileSync(join(site.data, name), join(site.folder, name))
    }
    await server.start({ LOG_LEVEL: 'debug' })

    const path = `/rooms/${made.room.id}`
    const { id } = person.participant
    const erased = await server.ask('DELETE', `${path}/participants/${id}`, { token: leader.token })
    expect([erased.status, await erased.json()]).toEqual([200, { cards: 1, texts: 1, votes: 0 }])
    await site.purged(1)
    for (const words of [MARKER, NAME, id]) expect([words, placesOf(words, site.data)]).toEqual([words, []])
    const board = await (await server.ask('GET', `${path}/exports/board.json`, { token: leader.token })).text()
    expect(board.includes(OTHERS)).toBe(true)

    // A backup of before, put back as an administrator would.
    await server.kill()
    for (const name of ['samenreis.sqlite', 'samenreis.sqlite-wal']) {
      copyFileSync(join(site.folder, name), join(site.data, name))
    }
    expect(placesOf(MARKER, site.data)).not.toEqual([])
    await server.start({ LOG_LEVEL: 'debug' })
    await site.purged(2)
    for (const words of [MARKER, NAME]) expect([words, placesOf(words, site.data)]).toEqual([words, []])

    expect((await server.ask('DELETE', path, { token: leader.token })).status).toBe(204)
    await site.purged(3)
    const all = [MARKER, OTHERS, 'Gerda', made.room.id, leader.participant.id]
    for (const words of all) expect([words, placesOf(words, site.data)]).toEqual([words, []])
    for (const words of [...all, NAME]) expect([words, server.said.includes(words)]).toEqual([words, false])
    expect(server.said).toContain('contribution-erased')
    expect(server.said).toContain('room-erased')
  },
)

test(
  '[PY9, F86] whatever people and programs send, nothing of it is in the log, the metrics or a file beside the database',
  { timeout: 60_000 },
  async () => {
    const site = new Site()
    await site.open('trace')
    const { server } = site
    const [leader, person] = [
      await site.join('facilitator', NAME, 'facilitator'),
      await site.join('participant', NAME, 'professional'),
    ]
    await site.tell(person, leader)
    const path = `/rooms/${site.made.room.id}`
    // What does not hold, everywhere a program can put it.
    for (const [method, where, body] of [
      ['POST', '/rooms', { title: '', question: MARKER.repeat(50) }],
      ['POST', `${path}/sessions`, { secret: MARKER, name: NAME }],
      ['PATCH', path, { title: MARKER.repeat(100) }],
      ['PATCH', path, { title: MARKER, question: MARKER }],
      ['POST', `${path}/imports`, { schema: MARKER, records: [{ id: MARKER }] }],
      ['GET', `${path}/exports/${MARKER}.csv`, undefined],
      ['GET', `/${MARKER}`, undefined],
      ['GET', `${path}/exports/board.json`, undefined],
      ['GET', `${path}/exports/acties.xlsx`, undefined],
      ['GET', `${path}/guess-rounds/current`, undefined],
    ] as const) {
      await server.ask(method, where, { token: leader.token, ...(body === undefined ? {} : { body }) })
    }
    for (const frame of [
      Buffer.from(MARKER),
      Buffer.concat([Buffer.from([0, 2, MARKER.length]), Buffer.from(MARKER)]),
      Buffer.concat([Buffer.from([99]), Buffer.from(MARKER)]),
    ]) {
      const raw = new RawClient(server.syncUrl, { room: site.made.room.id, token: person.token })
      await eventually(() => expect(raw.isOpen).toBe(true))
      raw.socket.send(frame)
      await eventually(() => expect(raw.closeCode).not.toBeNull())
    }
    const metrics = await (await server.askRoot('/metrics', METRICS_TOKEN)).text()
    const secrets = [...Object.values(site.made.links), leader.token, person.token]
    const all = [MARKER, NAME, OTHERS, site.made.room.id, person.participant.id, leader.participant.id, ...secrets]
    await server.kill()
    expect(server.said).toContain('session-opened')
    expect(metrics).toContain('# HELP')
    for (const words of all) expect([words, server.said.includes(words)]).toEqual([words, false])
    for (const words of all) expect([words, metrics.includes(words)]).toEqual([words, false])
    const files = placesOf(MARKER, site.folder).map((each) => each.slice(site.data.length + 1))
    expect(files.filter((name) => !/^samenreis\.sqlite(-wal|-shm)?$/.test(name))).toEqual([])
  },
)

test(
  '[PY10, F87] a server that crashes leaves no dump, snapshot or report behind, whatever it was asked',
  { timeout: 60_000 },
  async () => {
    const site = new Site()
    await site.open('info')
    const leader = await site.join('facilitator', NAME, 'facilitator')
    await site.tell(await site.join('participant', 'Ben', 'professional'), leader)
    for (const signal of ['SIGUSR2', 'SIGABRT', 'SIGSEGV'] as const) {
      const before = filesIn(site.folder).filter((each) => !each.includes('compile-cache'))
      const around = readdirSync(process.cwd())
      expect(await site.server.crash(signal)).toBe(signal)
      expect(
        filesIn(site.folder)
          .filter((each) => !each.includes('compile-cache'))
          .toSorted(),
      ).toEqual(before.toSorted())
      expect(readdirSync(process.cwd()).filter((name) => !around.includes(name))).toEqual([])
      await site.server.start({ LOG_LEVEL: 'info' })
    }
    const still = await site.server.ask('GET', `/rooms/${site.made.room.id}`, { token: leader.token })
    expect(still.status).toBe(200)
  },
)
