import type { BoardDocument } from '../document/BoardDocument.ts'
import { readBoard } from '../document/read.ts'
import { changeRecord, putRecord, removeRecord } from '../document/write.ts'
import { ParticipantId } from '../ids/participantId.ts'
import { ShapeId, type RecordId } from '../ids/recordId.ts'
import { indexKey } from '../interchange/indexKey.ts'
import { isDomainType, shapeKinds, type BoardRecord, type BoardShape } from '../records/recordKinds.ts'
import { isBinding, isShape } from '../records/recordClass.ts'
import type { RandomSource } from './RandomSource.ts'
import { pickKind, pickParent, randomArrowEnd, randomBelongsTo, randomGeometry } from './randomBoard.ts'
import { randomField, randomShape } from './randomShape.ts'
import { retyped } from './randomText.ts'

/** One edit as plain data: what a failing run prints, and what can be played again on another board. */
export type WorkshopStep =
  | { readonly kind: 'create' | 'bind'; readonly records: readonly BoardRecord[] }
  | {
      readonly kind: 'move' | 'type' | 'change'
      readonly id: RecordId
      readonly fields: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'delete'; readonly ids: readonly RecordId[] }

/** How often people do what, as shares of all steps. */
const shares: readonly (readonly [WorkshopStep['kind'], number])[] = [
  ['move', 0.35],
  ['type', 0.25],
  ['change', 0.15],
  ['create', 0.13],
  ['bind', 0.07],
  ['delete', 0.05],
]

/** Random edits as one person of a workshop makes them on the board that she sees. */
export class WorkshopSteps {
  private readonly random: RandomSource

  constructor(random: RandomSource) {
    this.random = random
  }

  /** Plans one edit of this board and makes it, in one transaction. Returns it, for the log of the run. */
  take(board: BoardDocument, origin: unknown): WorkshopStep {
    const step = this.plan([...readBoard(board).records.values()])
    applyStep(board, step, origin)
    return step
  }

  /** An edit that these records allow; on a board without shapes, always a new one. */
  plan(records: readonly BoardRecord[]): WorkshopStep {
    const shapes = records.filter(isShape)
    const shape = this.random.pickOrNull(shapes)
    const kind = this.pickStep()
    if (shape === null || kind === 'create') return this.create(shapes)
    switch (kind) {
      case 'move':
        return { kind, id: shape.id, fields: this.moved(shape, shapes) }
      case 'type':
        return this.type(shape)
      case 'change':
        return this.change(shape, shapes)
      case 'bind':
        return this.bind(shapes)
      case 'delete':
        return { kind, ids: [shape.id, ...linksOf(records, shape.id).filter(() => this.random.chance(0.7))] }
    }
  }

  private pickStep(): WorkshopStep['kind'] {
    let left = this.random.next()
    for (const [kind, share] of shares) {
      left -= share
      if (left < 0) return kind
    }
    return 'move'
  }

  private create(shapes: readonly BoardShape[]): WorkshopStep {
    const type = pickKind(this.random)
    const id = ShapeId.parse(`shape:${this.random.idPart()}`)
    const parentId = pickParent(this.random, type, shapes, [])
    const place = { parentId, index: indexKey(shapes.length + 1), geometry: randomGeometry(this.random, type) }
    return { kind: 'create', records: [randomShape(type, id, place, this.context(shapes))] }
  }

  /** Mostly a nudge, at times onto another container; never one that could stand on it, so parents never form a ring. */
  private moved(shape: BoardShape, shapes: readonly BoardShape[]): Readonly<Record<string, unknown>> {
    const [x, y, rotation, w, h] = shape.geometry
    const geometry = [x + this.random.between(-200, 200), y + this.random.between(-100, 100), rotation, w, h]
    if (!this.random.chance(0.15)) return { geometry }
    return { geometry, parentId: pickParent(this.random, shape.type, shapes, []) }
  }

  /** Types in one of the shape's texts; a kind without texts changes a field instead. */
  private type(shape: BoardShape): WorkshopStep {
    const texts = Object.entries<number>(shapeKinds[shape.type].texts)
    if (texts.length === 0) return this.change(shape, [shape])
    const [name, longest] = this.random.pick(texts)
    const text = shape[name]
    return {
      kind: 'type',
      id: shape.id,
      fields: { [name]: retyped(this.random, typeof text === 'string' ? text : '', longest) },
    }
  }

  private change(shape: BoardShape, shapes: readonly BoardShape[]): WorkshopStep {
    const { schema, defaults, texts } = shapeKinds[shape.type]
    // A drawing's points are the canvas's own: only fields of the domain change.
    const names = isDomainType(shape.type) ? Object.keys(defaults).filter((name) => !Object.hasOwn(texts, name)) : []
    const name = this.random.pickOrNull(names)
    if (name === null) return { kind: 'move', id: shape.id, fields: this.moved(shape, shapes) }
    const fieldSchemas: Readonly<Record<string, unknown>> = schema.shape
    const value = randomField(shape.type, name, fieldSchemas[name], this.context(shapes))
    return { kind: 'change', id: shape.id, fields: { [name]: value } }
  }

  private bind(shapes: readonly BoardShape[]): WorkshopStep {
    const from = this.random.pick(shapes)
    const to = this.random.pick(shapes).id
    const records =
      from.type === 'arrow'
        ? (['start', 'end'] as const).map((end) =>
            randomArrowEnd(this.random, from.id, end, end === 'end' ? to : this.random.pick(shapes).id),
          )
        : [randomBelongsTo(this.random, from.id, to)]
    return { kind: 'bind', records }
  }

  private context(shapes: readonly BoardShape[]) {
    const participantIds = [1, 2, 3].map((n) => ParticipantId.parse(`pa_random${n}`))
    return { random: this.random, shapeIds: shapes.map(({ id }) => id), participantIds }
  }
}

/** Makes a planned edit; on a record that is gone by now it changes nothing. */
export function applyStep(board: BoardDocument, step: WorkshopStep, origin: unknown): void {
  board.transact(() => {
    switch (step.kind) {
      case 'create':
      case 'bind':
        for (const record of step.records) putRecord(board, record)
        break
      case 'move':
      case 'type':
      case 'change':
        changeRecord(board, step.id, step.fields)
        break
      case 'delete':
        for (const id of step.ids) removeRecord(board, id)
        break
    }
  }, origin)
}

function linksOf(records: readonly BoardRecord[], id: ShapeId): RecordId[] {
  return records
    .filter(isBinding)
    .filter(({ fromId, toId }) => fromId === id || toId === id)
    .map((binding) => binding.id)
}
