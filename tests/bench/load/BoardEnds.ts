import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { newShape } from '@samenreis/model/interchange/newShape'
import * as Y from 'yjs'
import type { Sightings } from './Wire.ts'

/** Places lie this far from the origin, so that their numbers are as long on the wire as those of a board in use. */
const OFFSET = 1000
const SIZE = [200, 150] as const

/** The document of one person who drags: the product's own layout, one key of whole pixels an edit. */
export class WriterBoard {
  readonly doc = new Y.Doc()
  readonly #board = new BoardDocument(this.doc)
  readonly #person: number
  readonly #id: ShapeId
  #made: Uint8Array[] = []

  constructor(person: number) {
    this.#person = person
    this.#id = ShapeId.parse(`shape:mover${person}`)
    this.doc.on('update', (update: Uint8Array, origin) => {
      if (origin !== 'server') this.#made.push(update)
    })
  }

  take(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'server')
  }

  putShape(): Uint8Array {
    return this.#change(() => {
      putRecord(this.#board, newShape('touchpoint', this.#id, { geometry: this.#place(0), title: 'Bellen' }))
    })
  }

  edit(number: number): Uint8Array {
    return this.#change(() => changeRecord(this.#board, this.#id, { geometry: this.#place(number) }))
  }

  #change(change: () => void): Uint8Array {
    this.#board.transact(change, 'bench')
    const [update] = this.#made
    this.#made = []
    if (update === undefined) throw new Error('The edit changed nothing')
    return update
  }

  #place(number: number): [number, number, number, number, number] {
    return [OFFSET + number, OFFSET + this.#person, 0, ...SIZE]
  }
}

/** The document of one person who watches: takes in every update as any client must, and tells what moved. */
export class WatcherBoard {
  readonly doc = new Y.Doc()

  constructor(sightings: Sightings) {
    new BoardDocument(this.doc).records.observeDeep((events) => {
      for (const { target, keys } of events) {
        if (!(target instanceof Y.Map)) continue
        if (target._item?.parentSub === null) for (const id of keys.keys()) tellPlace(target.get(id), sightings)
        else if (keys.has('geometry')) tellPlace(target, sightings)
      }
    })
  }

  take(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'server')
  }
}

function tellPlace(fields: unknown, sightings: Sightings): void {
  const geometry: unknown = fields instanceof Y.Map ? fields.get('geometry') : undefined
  if (Array.isArray(geometry)) sightings.edit(Number(geometry[1]) - OFFSET, Number(geometry[0]) - OFFSET)
}
