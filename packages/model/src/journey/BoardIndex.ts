import { Places } from '../document/place.ts'
import type { RecordId, ShapeId } from '../ids/recordId.ts'
import { Columns } from './alignment.ts'
import { Placement } from './Placement.ts'
import type { BoardBinding } from '../records/binding.ts'
import { isBinding, isOf, isShape } from '../records/recordClass.ts'
import type { BoardRecord, BoardShape, ShapeOf, ShapeType } from '../records/recordKinds.ts'

/**
 * One snapshot, put in the order of ids and indexed for the extraction. Everything that reads the board goes through this
 * order, so the way the records were stored cannot show in the result (actions.md D3.10).
 */
export class BoardIndex {
  /** By id. */
  readonly shapes: readonly BoardShape[]
  /** By id. */
  readonly bindings: readonly BoardBinding[]
  readonly places: Places
  readonly placement: Placement
  private readonly shapesById = new Map<string, BoardShape>()
  private readonly byType = new Map<string, BoardShape[]>()
  private readonly columnsOf = new Map<ShapeType, Columns<BoardShape>>()

  constructor(records: ReadonlyMap<RecordId, BoardRecord>) {
    const shapes: BoardShape[] = []
    const bindings: BoardBinding[] = []
    for (const record of records.values()) {
      if (isShape(record)) shapes.push(record)
      else if (isBinding(record)) bindings.push(record)
    }
    this.shapes = shapes.sort(byId)
    this.bindings = bindings.sort(byId)
    for (const shape of this.shapes) {
      this.shapesById.set(shape.id, shape)
      const sameType = this.byType.get(shape.type)
      if (sameType === undefined) this.byType.set(shape.type, [shape])
      else sameType.push(shape)
    }
    this.places = new Places(records)
    this.placement = new Placement(this.places, this.shapes)
  }

  /** The shape of this id, or null when it is gone. */
  shape(id: ShapeId): BoardShape | null {
    return this.shapesById.get(id) ?? null
  }

  /** The shape of this id when it is one of that kind, else null. */
  shapeOf<Type extends ShapeType>(id: ShapeId, type: Type): ShapeOf<Type> | null {
    const shape = this.shapesById.get(id)
    return shape !== undefined && isOf(shape, type) ? shape : null
  }

  /** Every shape of a kind, by id. */
  all<Type extends ShapeType>(type: Type): ShapeOf<Type>[] {
    return (this.byType.get(type) ?? []).filter((shape) => isOf(shape, type))
  }

  /** Shapes of a kind by the column that they stand in. */
  columns<Type extends ShapeType>(type: Type): Columns<ShapeOf<Type>> {
    const known = this.columnsOf.get(type)
    // Filled below under the same type that it is asked by.
    if (known !== undefined) return known as unknown as Columns<ShapeOf<Type>>
    const columns = new Columns<ShapeOf<Type>>(this.all(type), this.placement)
    this.columnsOf.set(type, columns as unknown as Columns<BoardShape>)
    return columns
  }

  /** As people read the board: left to right, then top to bottom; on the same point by id. */
  inReadingOrder(a: BoardShape, b: BoardShape): number {
    const { centre: at } = this.placement.spot(a)
    const { centre: other } = this.placement.spot(b)
    return at.x - other.x || at.y - other.y || byId(a, b)
  }
}

/** Order of ids, by their code units: the same in every language and on every machine. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
