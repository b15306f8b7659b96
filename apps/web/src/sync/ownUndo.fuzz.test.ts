// @vitest-environment happy-dom
import { createShapeId, type Editor, type TLShape, type TLShapeId, type TLShapePartial } from 'tldraw'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { connectedPeers, endOfTurn, type Peer } from './testing/Peers.ts'
import { headlessEditor } from './testing/headlessEditor.ts'

const RUNS = 40
const STEPS = 100
/** Few cards: two people meet in them all the time. */
const CARDS_MAX = 5

/** What a card of the canvas says, field by field. */
type Fields = ReadonlyMap<string, unknown>

/**
 * Anna with tldraw's own history, and Ben beside her; what one does reaches the other late, and often as one update, as after a lost
 * line. Whatever she undoes or redoes, what Ben did last stays as it is.
 */
class UndoFuzz {
  readonly anna: Peer
  readonly ben: Peer
  readonly steps: string[] = []
  /** What an undo or redo did that it may not do. */
  readonly wrong: string[] = []
  /** How often an undo or redo met something of Ben's. */
  met = 0
  private readonly editor: Editor
  private readonly random: RandomSource
  /** Fields that Ben gave their value last, as Anna's screen shows it, by record and field. */
  private readonly bens = new Map<string, unknown>()
  /** Records that Anna's screen has from Ben. */
  private readonly madeByBen = new Set<string>()
  /** Records of his that she took away herself: that may be done again. */
  private readonly takenByAnna = new Set<string>()
  private value = 0
  private made = 0

  constructor(seed: number) {
    this.random = new RandomSource(seed)
    const [anna, ben] = connectedPeers(2)
    if (anna === undefined || ben === undefined) throw new Error('two peers expected')
    this.anna = anna
    this.ben = ben
    this.editor = headlessEditor(anna.store)
    anna.binding.attach(this.editor)
  }

  async play(): Promise<void> {
    for (let step = 0; step < STEPS; step++) {
      const dice = this.random.next()
      if (dice < 0.35) this.annaActs()
      else if (dice < 0.65) this.benActs()
      else if (dice < 0.8) this.take('undo')
      else if (dice < 0.85) this.take('redo')
      await endOfTurn()
      if (this.random.chance(0.4)) await this.exchange()
    }
    await this.exchange()
    await this.exchange()
    this.editor.dispose()
  }

  private annaActs(): void {
    const card = this.card(this.anna)
    const before = this.shown()
    this.editor.markHistoryStoppingPoint('act')
    if (card === null) {
      const id = this.newCard()
      this.steps.push(`anna makes ${id}`)
      this.editor.createShape({ id, type: 'touchpoint', x: this.fresh(), y: this.fresh() } as TLShapePartial)
    } else if (this.random.chance(0.2)) {
      this.steps.push(`anna takes ${card} away`)
      if (this.madeByBen.has(card)) this.takenByAnna.add(card)
      this.editor.deleteShapes([card])
    } else this.annaChanges(card)
    this.anna.binding.flush()
    for (const key of changedKeys(before, this.shown())) this.bens.delete(key)
  }

  private annaChanges(card: TLShapeId): void {
    const field = this.random.pick(['x', 'y', 'title'])
    const title = String(this.anna.prop(card, 'title'))
    // Small letters are hers.
    const next = this.inserted(title, 'a')
    this.steps.push(`anna changes ${field} of ${card}`)
    const change = field === 'title' ? { props: { title: next } } : { [field]: this.fresh() }
    this.editor.updateShapes([{ id: card, type: 'touchpoint', ...change } as unknown as TLShapePartial])
  }

  private benActs(): void {
    const card = this.card(this.ben)
    const field = this.random.pick(['x', 'y', 'title'])
    if (card === null) {
      this.ben.create('touchpoint', this.newCard(), {}, { x: this.fresh(), y: this.fresh() })
    } else if (this.random.chance(0.15)) this.ben.remove(card)
    else if (field === 'title') {
      this.ben.change(card, {}, { title: this.inserted(String(this.ben.prop(card, 'title')), 'B') })
    } else this.ben.change(card, { [field]: this.fresh() })
    this.ben.binding.flush()
    this.steps.push(`ben acts on ${card ?? 'a new card'}, ${field}`)
  }

  private take(which: 'undo' | 'redo'): void {
    const before = this.shown()
    const had = this.ids()
    this.steps.push(`anna: ${which}`)
    if (which === 'undo') this.editor.undo()
    else this.editor.redo()
    this.anna.binding.flush()
    const after = this.shown()
    for (const id of had) {
      if (!this.madeByBen.has(id) || (which === 'redo' && this.takenByAnna.has(id))) continue
      if (!this.anna.has(id)) this.wrong.push(`${which} took ${id} away, which is Ben's`)
    }
    for (const [key, value] of this.bens) {
      if (!before.has(key) || !after.has(key)) continue
      this.met += 1
      if (after.get(key) !== value) this.wrong.push(`${which} changed ${key}, which Ben set last`)
    }
    for (const [key, value] of before) {
      const now = after.get(key)
      if (typeof value !== 'string' || typeof now !== 'string') continue
      if (now.replaceAll('a', '') !== value.replaceAll('a', ''))
        this.wrong.push(`${which} changed Ben's letters in ${key}`)
    }
  }

  /** Each takes in what the other did since: piece by piece, or all at once. */
  private async exchange(): Promise<void> {
    await endOfTurn()
    const isOne = this.random.chance(0.5)
    for (const [from, to] of [
      [this.anna, this.ben],
      [this.ben, this.anna],
    ] as const) {
      const updates = from.sent.splice(0)
      for (const update of isOne && updates.length > 0 ? [Y.mergeUpdates(updates)] : updates) to.post(update)
    }
    const before = this.shown()
    const had = this.ids()
    this.anna.receive()
    this.ben.receive()
    await endOfTurn()
    const after = this.shown()
    for (const id of this.ids()) if (!had.has(id)) this.note(id)
    for (const key of changedKeys(before, after)) if (!key.endsWith(' title')) this.bens.set(key, after.get(key))
    for (const id of had) if (!this.anna.has(id)) this.forget(id)
  }

  private note(id: string): void {
    this.madeByBen.add(id)
    this.takenByAnna.delete(id)
  }

  private forget(id: string): void {
    this.madeByBen.delete(id)
    for (const key of this.bens.keys()) if (key.startsWith(`${id} `)) this.bens.delete(key)
  }

  private shown(): Fields {
    const fields = new Map<string, unknown>()
    for (const record of this.shapes()) {
      fields.set(`${record.id} x`, record.x)
      fields.set(`${record.id} y`, record.y)
      fields.set(`${record.id} title`, this.anna.prop(record.id, 'title'))
    }
    return fields
  }

  private ids(): ReadonlySet<string> {
    return new Set(this.shapes().map(({ id }) => id))
  }

  private shapes(): readonly TLShape[] {
    return this.anna.store.allRecords().filter((record) => record.typeName === 'shape')
  }

  /** One of the cards on this person's screen; null = make another. */
  private card({ store }: Peer): TLShapeId | null {
    const cards = store.allRecords().flatMap((record) => (record.typeName === 'shape' ? [record.id] : []))
    return cards.length < CARDS_MAX && this.random.chance(0.3) ? null : this.random.pickOrNull(cards)
  }

  private newCard(): TLShapeId {
    this.made += 1
    return createShapeId(`s${this.made}`)
  }

  /** A place that nobody gave anything before. */
  private fresh(): number {
    this.value += 1
    return this.value
  }

  private inserted(text: string, letter: string): string {
    const at = this.random.below(text.length + 1)
    return text.slice(0, at) + letter + text.slice(at)
  }
}

function changedKeys(before: Fields, after: Fields): string[] {
  return [...after].flatMap(([key, value]) => (before.get(key) === value ? [] : [key]))
}

for (let seed = 1; seed <= RUNS; seed++) {
  test(`[BD12, F15] whatever one undoes, what somebody else did last stays (seed ${seed})`, async () => {
    const run = new UndoFuzz(seed)
    await run.play()
    const story = run.steps.join('\n')
    expect(run.wrong, story).toEqual([])
    expect(run.anna.written(), story).toEqual(run.ben.written())
    expect(run.met).toBeGreaterThan(0)
  })
}
