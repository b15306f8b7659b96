import { createTLStore, type TLShape, type TLStore } from 'tldraw'
import * as Y from 'yjs'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import { seedUpdate } from '@samenreis/model/document/seed'
import type { DomainType } from '@samenreis/model/records/recordKinds'
import { boardSchema } from '../../canvas/boardSchema.ts'
import { StoreBinding, type StoreBindingOptions } from '../StoreBinding.ts'
import { isSharedRecord, toFields } from '../tldrawRecord.ts'
import { canvasShape } from './canvasShape.ts'

/** Which updates came over the line; compared by identity. */
const line = { line: 'in memory' } as const

/** One person: a document, a store, and the binding between them. */
export class Peer {
  readonly board: BoardDocument
  readonly store: TLStore
  readonly binding: StoreBinding
  /** Updates made here, in order, as they would stand on the wire. */
  readonly sent: Uint8Array[] = []
  private readonly inbox: Uint8Array[] = []
  /** What waits until the screen is drawn; nothing waits unless `waitsForFrames`. */
  private frame: (() => void) | null = null
  waitsForFrames = false
  gesturing = false
  time = 0

  constructor(clientId: number, state: Uint8Array, options: Partial<StoreBindingOptions> = {}) {
    this.board = new BoardDocument(new Y.Doc())
    this.board.doc.clientID = clientId
    Y.applyUpdate(this.board.doc, state, line)
    this.store = createTLStore({ schema: boardSchema() })
    this.binding = new StoreBinding({
      board: this.board,
      store: this.store,
      isGesturing: () => this.gesturing,
      now: () => this.time,
      inNextFrame: (run) => this.inNextFrame(run),
      ...options,
    })
    this.board.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== line) this.sent.push(update)
    })
  }

  /** Draws the screen. */
  draw(): void {
    const run = this.frame
    this.frame = null
    run?.()
  }

  private inNextFrame(run: () => void): () => void {
    if (this.waitsForFrames) this.frame = run
    else run()
    return () => {
      this.frame = null
    }
  }

  /** Puts an update on its way to this person. */
  post(update: Uint8Array): void {
    this.inbox.push(update)
  }

  /** Takes in everything that is on its way. */
  receive(): void {
    for (const update of this.inbox.splice(0)) Y.applyUpdate(this.board.doc, update, line)
  }

  shape(id: string): TLShape {
    const record = this.store.get(id as TLShape['id'])
    if (record === undefined) throw new Error(`${id} is not in the store`)
    return record
  }

  has(id: string): boolean {
    return this.store.has(id as TLShape['id'])
  }

  /** Adds a domain shape as the canvas would. */
  create(type: DomainType, id: string, props: Record<string, unknown> = {}, place: Partial<TLShape> = {}): void {
    this.store.put([canvasShape(type, id, props, place)])
  }

  /** Changes a shape as the canvas would. Outside a gesture time passes first, so that nothing has to wait. */
  change(id: string, change: Partial<TLShape>, props: Record<string, unknown> = {}): void {
    if (!this.gesturing) this.time += 1000
    this.store.update(
      id as TLShape['id'],
      (shape) => ({ ...shape, ...change, props: { ...shape.props, ...props } }) as TLShape,
    )
  }

  remove(id: string): void {
    this.store.remove([id as TLShape['id']])
  }

  prop(id: string, name: string): unknown {
    return (this.shape(id).props as Record<string, unknown>)[name]
  }

  /** Shared records of the store by id, as model fields. */
  shown(): Record<string, unknown> {
    const records = this.store.allRecords().filter(isSharedRecord)
    const sorted = records.sort((a, b) => (a.id < b.id ? -1 : 1))
    return Object.fromEntries(sorted.map((record) => [record.id, toFields(record)]))
  }

  /** Records of the document by id. */
  written(): Record<string, unknown> {
    return Object.fromEntries([...readBoard(this.board).records].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

/** Lets the microtasks of this turn run: what is written at the end of the turn is then written. */
export async function endOfTurn(): Promise<void> {
  await Promise.resolve()
  await Promise.resolve()
}

/** Two people on a seeded board, connected; `deliver` carries everything over. */
export function connectedPeers(count: number, content?: (board: BoardDocument) => void): Peer[] {
  const doc = new Y.Doc()
  doc.clientID = 1
  Y.applyUpdate(doc, seedUpdate())
  if (content !== undefined) doc.transact(() => content(new BoardDocument(doc)))
  const state = Y.encodeStateAsUpdate(doc)
  const peers = Array.from({ length: count }, (_, index) => new Peer(100 + index, state))
  for (const peer of peers) peer.binding.connect()
  return peers
}

/** Carries everything that was sent to everyone else. */
export async function deliver(peers: readonly Peer[]): Promise<void> {
  await endOfTurn()
  for (const from of peers) {
    for (const update of from.sent.splice(0)) for (const to of peers) if (to !== from) to.post(update)
  }
  for (const peer of peers) peer.receive()
  await endOfTurn()
}
