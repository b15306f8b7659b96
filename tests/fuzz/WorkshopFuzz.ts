import { BoardDocument, type FieldValue } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import { indexKey } from '@samenreis/model/interchange/indexKey'
import { putRecord } from '@samenreis/model/document/write'
import type { CloseReason } from '@samenreis/model/protocol/closeCodes'
import type { Role } from '@samenreis/model/records/enumerations'
import type { RandomSource } from '@samenreis/model/testing/RandomSource'
import { applyStep, WorkshopSteps } from '@samenreis/model/testing/WorkshopSteps'
import { StorageUnavailableError } from '@samenreis/server/storage/StorageUnavailableError'
import { encodeUpdate } from '@samenreis/server/sync/frames'
import { copyOf, readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { vi } from 'vitest'
import * as Y from 'yjs'
import { roomA } from '../contract/roomFixture.ts'
import { addStep, step } from '../support/records.ts'
import { plainRecords } from './boardChecks.ts'
import { FuzzPerson } from './FuzzPerson.ts'
import { FuzzServer } from './FuzzServer.ts'
import { FuzzStore, type StoreKind } from './FuzzStore.ts'
import { LEADERS_ONLY } from './roomJudge.ts'
import type { Sabotage } from './Sabotage.ts'
import { characterOf, firstContent, LOCKED_RECORDS, SHARED_CARD, typeTogether } from './sharedCard.ts'
import type { Fate } from './SteppedDocuments.ts'
import { Wires } from './Wires.ts'
import {
  expectEqualActions,
  expectEqualBoards,
  expectEqualPresence,
  expectNobodyHarmed,
  expectPromisesKept,
  expectSameRecords,
  type Witness,
} from './Witness.ts'

/**
 * Who takes part: people who all lead, or people with every right and role, some of whom send what they may not. Only then is
 * the board made anew now and then, because that ends everybody's document.
 */
export type Cast = 'all lead' | 'mixed'

export interface FuzzOptions {
  /** Those who are there from the start; latecomers come on top. */
  readonly people: number
  readonly steps: number
  readonly store: StoreKind
  readonly cast: Cast
  readonly sabotage?: Sabotage
}

/** Everything that can happen, with how often it does against the others. */
const kinds = {
  edit: 30,
  type: 10,
  point: 3,
  deliver: 32,
  store: 9,
  wait: 9,
  cut: 1.5,
  leave: 1,
  join: 2.5,
  'everyone leaves': 0.4,
  latecomer: 0.4,
  reload: 0.4,
  crash: 0.4,
  import: 0.6,
} as const
/** What happens besides, where the cast is mixed. */
const mixedKinds = { ...kinds, stall: 1, remake: 0.25, vandalise: 0.3, forge: 1, spoil: 0.5, garble: 0.2 } as const
export type StepKind = keyof typeof mixedKinds

const names = ['nora', 'ben', 'riet', 'samir', 'joke', 'omar', 'els', 'kees', 'fatma', 'piet', 'anna', 'jan'] as const
/** Where most edits happen, so that people meet: so many records, the first by id. */
const HOT_RECORDS = 5
const HOT_SHARE = 0.4
/** Waits, in milliseconds of the stepped clock: within a group commit, across ticks, across a heartbeat. */
const waits = [5, 20, 50, 100, 300, 1500, 22_000] as const
/** Shares of store calls that go wrong while the run plays. */
const faults = { load: 0.05, append: 0.06, compact: 0.1, replace: 0.25 } as const
/** Rounds of delivering everything and waiting one tick, after which a run that is not quiet never will be. */
const QUIET_ROUNDS = 400
const QUIET_TICK_MS = 50
/** Rounds without anything after which a run is quiet: longer than the server takes to look after slow readers (`watchMs`). */
const STILL_ROUNDS = 25
/** Of those who may edit, without the first. */
const LEADING_SHARE = 0.3
/** Deliveries to others during which a slow reader gets nothing. */
const STALL_MAX = 60
/** How long the server may take to stop. */
const STOP_MS = 5000

/**
 * A workshop in which everything happens in an order that one seed decides: people edit, type together, lose the line, come
 * back and come late; the room unloads, the store fails, the server crashes. The server's rooms, writer and sessions are the
 * real ones, the clients stock; only the wire, the store's pace and the clock are the test's.
 */
export class WorkshopFuzz {
  readonly random: RandomSource
  /** How often each kind of step, and each event of the server's log, happened. */
  readonly counts = new Map<string, number>()
  readonly #options: FuzzOptions
  readonly #store: FuzzStore
  readonly #steps: WorkshopSteps
  readonly #journal: string[] = []
  readonly #wires: Wires
  readonly #witness: Witness = {
    people: [],
    departed: [],
    created: new Set<string>([SHARED_CARD, ...LOCKED_RECORDS]),
    removed: new Set(),
    imported: [],
    forbidden: new Set(),
  }
  #server: FuzzServer
  #characters = 0
  #imports = 0
  #attacks = 0

  /** Turns the clock off: timers go only when the run says so. `stop` turns it on again. */
  static async start(random: RandomSource, options: FuzzOptions): Promise<WorkshopFuzz> {
    const store = await FuzzStore.open(options.store, firstContent(options.cast === 'mixed'))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], now: 0 })
    return new WorkshopFuzz(random, options, store)
  }

  private constructor(random: RandomSource, options: FuzzOptions, store: FuzzStore) {
    this.random = random
    this.#options = options
    this.#store = store
    this.#steps = new WorkshopSteps(random.fork())
    this.#wires = new Wires(random)
    this.#server = this.#startServer()
    for (let index = 0; index < options.people; index += 1) this.#join(names[index % names.length] ?? 'nora')
    // One big screen now and then: it looks, and never changes anything (I5).
    if (this.#isMixed || random.chance(0.3)) this.#people.push(this.#newPerson('scherm', 'screen'))
    for (const person of this.#people) person.provider.connect()
  }

  get #isMixed(): boolean {
    return this.#options.cast === 'mixed'
  }

  get #people(): FuzzPerson[] {
    return this.#witness.people
  }

  /** What happened, one line a step. */
  get journal(): readonly string[] {
    return this.#journal
  }

  /** How many records the board of the server has. */
  get recordCount(): number {
    return this.#server.registry.live[0]?.room.committed.records.size ?? 0
  }

  async play(): Promise<void> {
    await this.#told(async () => {
      for (let index = 0; index < this.#options.steps; index += 1) {
        const kind = this.#pickKind()
        const what = await this.#step(kind)
        if (what === null) continue
        this.#count(kind)
        this.#journal.push(`${index} ${kind} ${what}`)
        await settle()
        this.#beginAnew()
        expectNobodyHarmed(this.#witness, this.#server)
      }
    })
  }

  /** Heals every fault, brings everybody online, and goes on until nothing moves any more. */
  async everyoneOnline(): Promise<void> {
    await this.#told(async () => {
      this.#wires.wake()
      for (const person of this.#people) person.provider.connect()
      let quiet = 0
      for (let round = 0; round < QUIET_ROUNDS; round += 1) {
        await this.#round()
        expectNobodyHarmed(this.#witness, this.#server)
        quiet = this.#isQuiet() ? quiet + 1 : 0
        if (quiet === STILL_ROUNDS) return
      }
      const waiting = this.#people.filter(({ isSettled }) => !isSettled).map(({ name }) => name)
      throw new Error(`Not quiet after ${QUIET_ROUNDS} rounds; still waiting: ${waiting.join(', ')}`)
    })
  }

  async expectSameBoards(): Promise<void> {
    await this.#told(() => expectEqualBoards(this.#witness, this.#serverBoard()))
  }

  async expectSameActions(): Promise<void> {
    await this.#told(() => expectEqualActions(this.#witness, this.#serverBoard()))
  }

  async expectSamePresence(): Promise<void> {
    await this.#told(async () => {
      for (let round = 0; round < STILL_ROUNDS; round += 1) await this.#round()
      expectEqualPresence(this.#witness)
    })
  }

  /** I2, I6: the store gives the same board back, to a server that was stopped as well as to one that crashed. */
  async expectSameAfterReload(): Promise<void> {
    await this.#told(async () => {
      const records = plainRecords(this.#serverBoard())
      if (this.random.chance(0.5)) await this.#crash()
      else await this.#stopServer()
      expectPromisesKept(this.#witness, await this.#store.stored())
      const fresh = this.#startServer()
      const reading = fresh.registry.read(roomA)
      await fresh.documents.release('ok')
      expectSameRecords(await reading, readStoredDocument(await this.#store.stored()), records)
      fresh.stop()
    })
  }

  async stop(): Promise<void> {
    for (const person of [...this.#people, ...this.#witness.departed]) person.close()
    this.#server.stop()
    vi.useRealTimers()
    await this.#store.close()
  }

  #pickKind(): StepKind {
    const entries = Object.entries(this.#isMixed ? mixedKinds : kinds) as [StepKind, number][]
    let left = this.random.next() * entries.reduce((sum, [, share]) => sum + share, 0)
    for (const [kind, share] of entries) {
      left -= share
      if (left < 0) return kind
    }
    return 'deliver'
  }

  /** Does one step. Returns what it was, for the journal; null when it could not be done now. */
  async #step(kind: StepKind): Promise<string | null> {
    const person = this.random.pick(this.#people)
    switch (kind) {
      case 'edit':
        return this.#edit(person)
      case 'type':
        return this.#type(person)
      case 'point': {
        const c: [number, number] = [this.random.between(0, 2000), this.random.between(0, 1000)]
        if (person.mayEdit) person.point(c)
        return `${person.name} ${c.join()}`
      }
      case 'deliver':
        return this.#deliver()
      case 'store':
        return this.#releaseStore()
      case 'wait': {
        const ms = this.random.pick(this.random.chance(0.9) ? waits.slice(0, 5) : waits)
        await vi.advanceTimersByTimeAsync(ms)
        return `${ms} ms`
      }
      case 'cut':
        return this.#cut(person)
      case 'leave':
        if (person.provider.ws === null) return null
        person.provider.disconnect()
        return person.name
      case 'join':
        if (person.provider.ws !== null) return null
        person.provider.connect()
        return person.name
      case 'everyone leaves':
        for (const { provider } of this.#people) provider.disconnect()
        return ''
      case 'latecomer':
        if (this.#people.length >= names.length) return null
        this.#join(names[this.#people.length] ?? 'nora').provider.connect()
        return this.#people.at(-1)?.name ?? ''
      case 'reload':
        return this.#reload(person)
      case 'crash':
        await this.#crash()
        expectPromisesKept(this.#witness, await this.#store.stored())
        this.#server = this.#startServer()
        return ''
      case 'import':
        return this.#import()
      case 'stall':
        if (person.line === null) return null
        this.#wires.stall(person.line, this.random.between(5, STALL_MAX))
        return person.name
      case 'remake':
        return this.#remake()
      case 'vandalise':
        return this.#vandalise()
      case 'forge':
        return this.#forge(person)
      case 'spoil':
        return this.#spoil(person)
      case 'garble':
        return this.#garble(person)
    }
  }

  #edit(person: FuzzPerson): string | null {
    if (!person.mayEdit || !person.hasBoard) return null
    // By id: the order within the document differs from run to run with the ids of the server's own documents.
    const records = [...readBoard(person.board).records.values()]
      .filter(({ id }) => id !== SHARED_CARD)
      .sort((one, other) => (one.id < other.id ? -1 : 1))
    const edit = this.#steps.plan(this.random.chance(HOT_SHARE) ? records.slice(0, HOT_RECORDS) : records)
    if ('records' in edit) for (const { id } of edit.records) this.#witness.created.add(id)
    if ('ids' in edit) for (const id of edit.ids) this.#witness.removed.add(id)
    applyStep(person.board, edit, person)
    this.#count(`edit: ${edit.kind}`)
    const what = 'records' in edit ? edit.records.map(({ id }) => id) : 'ids' in edit ? edit.ids : [edit.id]
    const fields = 'fields' in edit ? JSON.stringify(edit.fields) : ''
    return `${person.name} ${edit.kind} ${what.join()} ${fields}`
  }

  #type(person: FuzzPerson): string | null {
    if (!person.mayEdit || !person.hasBoard) return null
    const character = characterOf(this.#characters)
    this.#characters += 1
    person.typed.push({ character, edit: person.edits.length })
    typeTogether(person.board, character, this.random.next(), person)
    return `${person.name} character ${this.#characters - 1}`
  }

  /** A few things arrive, each on a connection and in a direction of the run's choice. */
  #deliver(): string | null {
    const arrived: string[] = []
    for (let left = this.random.between(1, 8); left > 0; left -= 1) {
      const what = this.#wires.carry(this.#server)
      if (what === null) break
      arrived.push(what)
    }
    return arrived.length === 0 ? null : arrived.join(' ')
  }

  async #releaseStore(): Promise<string | null> {
    const operation = this.#server.documents.next
    if (operation === null) return null
    const fate: Fate = !this.random.chance(faults[operation]) ? 'ok' : this.random.chance(0.5) ? 'fail' : 'lost-answer'
    if (fate !== 'ok') this.#count(`${operation}: ${fate}`)
    await this.#server.documents.release(fate)
    return `${operation} ${fate}`
  }

  /** The network goes; some of what the person sent still arrives. */
  #cut(person: FuzzPerson): string | null {
    const { line } = person
    if (line === null || line.client.isClosed) return null
    const arrive = this.random.between(0, line.toServer.length)
    if (arrive < line.toServer.length) this.#count('frames lost')
    line.cut(arrive)
    return `${person.name} ${arrive} arrive`
  }

  /** The tab is loaded anew: an empty document, and gone is what no server has. */
  #reload(person: FuzzPerson): string {
    person.close()
    this.#witness.departed.push(person)
    this.#witness.people = this.#people.map((each) =>
      each === person ? this.#newPerson(person.name, person.admission.role) : each,
    )
    this.#people.find(({ name }) => name === person.name)?.provider.connect()
    return person.name
  }

  /** Tabs whose document is over load the board afresh, as our own client does. */
  #beginAnew(): void {
    for (const person of this.#people.filter(({ over }) => over !== null)) {
      this.#count(`begins anew: ${person.over}`)
      this.#journal.push(`  ${this.#reload(person)} begins anew: ${person.over}`)
    }
  }

  /** The board is made anew under another epoch, as it is; everybody's document is over. */
  #remake(): string {
    void this.#server.registry
      .makeAnew(roomA, (board) => board)
      .then(() => this.#count('made anew'))
      .catch((error: unknown) => {
        if (!(error instanceof StorageUnavailableError)) this.#server.faults.push(error)
      })
    return ''
  }

  /** Somebody who only looks edits the board that he has, and his provider sends it. */
  #vandalise(): string | null {
    const person = this.#people.find(({ mayEdit, hasBoard }) => !mayEdit && hasBoard)
    if (person === undefined) return null
    person.expected.add('forbidden')
    const id = this.#forbiddenId()
    addStep(person.board, id)
    return `${person.name} ${id}`
  }

  /** Somebody writes under the client id of somebody else, at the next clock that he knows of. */
  #forge(person: FuzzPerson): string | null {
    // Before the first stored edit an id is nobody's yet, and what the forger has is stored; that something of hers was acknowledged says
    // nothing, because the first thing that everybody sends is an empty answer.
    const hasEditOf = ({ doc }: FuzzPerson): boolean => Y.getState(person.doc.store, doc.clientID) > 0
    const victims = this.#people.filter(
      (each) => each.name !== person.name && each.mayEdit && each.epoch === person.epoch && hasEditOf(each),
    )
    const victim = this.random.pickOrNull(victims)
    if (victim === null) return null
    return this.#attack(person, 'invalid-content', victim.doc.clientID, (board, id) => addStep(board, id))
  }

  /** Somebody writes a record that does not hold, or something that is no record. */
  #spoil(person: FuzzPerson): string | null {
    const way = this.random.between(0, 2)
    return this.#attack(person, 'invalid-content', person.doc.clientID, (board, id) => {
      if (way === 0) board.doc.getMap('other').set(id, 1)
      else if (way === 1) board.records.set(`shape:${id}`, new Y.Map<FieldValue>([['type', 'nothing']]))
      else {
        addStep(board, id)
        board.records.get(`shape:${id}`)?.set('opacity', 'no number')
      }
    })
  }

  /** Somebody sends bytes that are no frame, or one that is cut short. */
  #garble(person: FuzzPerson): string | null {
    const { line } = person
    if (line === null || line.client.readyState !== line.client.OPEN) return null
    person.expected.add('malformed')
    const frame = encodeUpdate(Y.encodeStateAsUpdate(person.doc))
    line.client.send(this.random.chance(0.5) ? frame.subarray(0, frame.length - 1) : Uint8Array.of(0, 9, 1, 1))
    return person.name
  }

  /** Sends an update that is made on a copy of what the person has. */
  #attack(
    person: FuzzPerson,
    reason: CloseReason,
    clientId: number,
    change: (board: BoardDocument, id: string) => void,
  ): string | null {
    const { line } = person
    if (line === null || line.client.readyState !== line.client.OPEN || !person.hasBoard) return null
    // Who holds a gap too long is sent to begin again; who only looks is told that he may not.
    for (const each of [reason, 'resync', ...(person.mayEdit ? [] : (['forbidden'] as const))] as const) {
      person.expected.add(each)
    }
    const copy = new BoardDocument(copyOf(person.doc))
    const before = Y.encodeStateVector(copy.doc)
    copy.doc.clientID = clientId
    const id = this.#forbiddenId()
    change(copy, id)
    line.client.send(encodeUpdate(Y.encodeStateAsUpdate(copy.doc, before)))
    copy.doc.destroy()
    return `${person.name} ${id}`
  }

  #forbiddenId(): string {
    const id = `forbidden${this.#attacks}`
    this.#attacks += 1
    this.#witness.forbidden.add(`shape:${id}`)
    return id
  }

  async #crash(): Promise<void> {
    await this.#server.crash(this.random, this.#wires.lines)
    await settle()
    await this.#store.reopen()
  }

  #import(): string {
    const part = `import${this.#imports}`
    this.#imports += 1
    const id = `shape:${part}`
    this.#witness.created.add(id)
    void this.#server.registry
      .write(roomA, (board) => putRecord(board, { ...step(part, part), index: indexKey(this.#imports + 1) }))
      .then(() => void this.#witness.imported.push(id))
      .catch((error: unknown) => {
        if (!(error instanceof StorageUnavailableError)) this.#server.faults.push(error)
      })
    return part
  }

  async #stopServer(): Promise<void> {
    let isStopped = false
    const stopping = this.#server.registry.close({ graceMs: STOP_MS }).finally(() => {
      isStopped = true
    })
    for (let round = 0; !isStopped && round < QUIET_ROUNDS; round += 1) await this.#round()
    await stopping
    this.#server.stop()
    await this.#store.reopen()
  }

  /** Everything under way arrives, everything the store was asked is done, and one tick goes by. */
  async #round(): Promise<void> {
    while (this.#wires.carry(this.#server) !== null) await settle()
    while (this.#server.documents.next !== null) {
      await this.#server.documents.release('ok')
      await settle()
    }
    await vi.advanceTimersByTimeAsync(QUIET_TICK_MS)
    await settle()
    this.#beginAnew()
  }

  #isQuiet(): boolean {
    return (
      this.#people.every(({ isSettled }) => isSettled) &&
      !this.#server.hasUnsaved &&
      this.#server.documents.next === null &&
      this.#wires.isStill
    )
  }

  #serverBoard() {
    const [room] = this.#server.registry.live
    if (room === undefined) throw new Error('The room is not in memory')
    return room.room.committed
  }

  #startServer(): FuzzServer {
    return new FuzzServer({
      storage: this.#store.documents,
      sabotage: this.#options.sabotage ?? {},
      judges: this.#isMixed,
      onEvent: (event) => this.#count(event),
    })
  }

  #join(name: string): FuzzPerson {
    const leads = !this.#isMixed || this.#people.length === 0 || this.random.chance(LEADING_SHARE)
    const person = this.#newPerson(name, leads ? 'co_facilitator' : 'client')
    this.#people.push(person)
    return person
  }

  #newPerson(name: string, role: Role): FuzzPerson {
    const person: FuzzPerson = new FuzzPerson(name, this.random.between(2, 2 ** 32 - 1), role, (line) => {
      this.#wires.add(line, person)
    })
    if (this.#isMixed) person.expected.add('epoch-changed')
    if (!person.leads) for (const reason of LEADERS_ONLY) person.expected.add(reason)
    return person
  }

  #count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1)
  }

  /** Adds to a failure what is needed to see it again. */
  async #told(work: () => void | Promise<void>): Promise<void> {
    try {
      await work()
    } catch (cause) {
      const { people, steps, store } = this.#options
      const message = cause instanceof Error ? cause.message : String(cause)
      const { seed } = this.random
      const head = `seed ${seed}, ${people} people, ${steps} steps, ${store} (again: FUZZ_SEEDS=${seed}-${seed})`
      throw new Error(`${message}\n${head}\n${this.#journal.join('\n')}`, { cause })
    }
  }
}

/** Lets everything run that waits for nothing but its turn; immediates are not of the stepped clock. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
