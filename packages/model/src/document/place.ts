import type { PageId, ParentId, RecordId, ShapeId } from '../ids/recordId.ts'
import type { BoardRecord, BoardShape } from '../records/recordKinds.ts'
import { isShapeType } from '../records/recordKinds.ts'

/** A point of a page, in board pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Everything that is asked about where shapes stand, without an editor (actions.md D3.5). */
export class Places {
  private readonly records: ReadonlyMap<RecordId, BoardRecord>

  constructor(records: ReadonlyMap<RecordId, BoardRecord>) {
    this.records = records
  }

  /** The shape of this id, or null when it is gone or no shape. */
  shape(id: RecordId): BoardShape | null {
    const record = this.records.get(id)
    return record !== undefined && isShapeType(record.type) ? (record as BoardShape) : null
  }

  /** The parents of a shape from nearest to farthest, without the page. Stops at a parent that is gone and at a cycle. */
  ancestors(shape: BoardShape): BoardShape[] {
    const found: BoardShape[] = []
    const seen = new Set<ParentId>([shape.id])
    let parentId = shape.parentId
    while (!seen.has(parentId)) {
      seen.add(parentId)
      const parent = this.shape(parentId)
      if (parent === null) break
      found.push(parent)
      parentId = parent.parentId
    }
    return found
  }

  /** The page that a shape stands on, or null when its chain of parents does not end at one. */
  pageOf(shape: BoardShape): PageId | null {
    const top = this.ancestors(shape).at(-1) ?? shape
    const page = this.records.get(top.parentId)
    return page?.type === 'page' ? page.id : null
  }

  /** A point given in the coordinates of the shape itself, on its page: all parents added up, rotations included. */
  onPage(shape: BoardShape, point: Point): Point {
    return [shape, ...this.ancestors(shape)].reduce<Point>((at, each) => {
      const [x, y, rotation] = each.geometry
      if (rotation === 0) return { x: at.x + x, y: at.y + y }
      const cos = Math.cos(rotation)
      const sin = Math.sin(rotation)
      return { x: x + at.x * cos - at.y * sin, y: y + at.x * sin + at.y * cos }
    }, point)
  }

  /** Centre of the shape on its page. */
  centre(shape: BoardShape): Point {
    const [, , , w, h] = shape.geometry
    return this.onPage(shape, { x: w / 2, y: h / 2 })
  }
}

/** Ids of the shapes that stand on this parent, in no fixed order. */
export function childrenOf(records: ReadonlyMap<RecordId, BoardRecord>, parentId: ParentId): ShapeId[] {
  const ids: ShapeId[] = []
  for (const record of records.values()) {
    if (isShapeType(record.type) && (record as BoardShape).parentId === parentId) ids.push((record as BoardShape).id)
  }
  return ids
}
