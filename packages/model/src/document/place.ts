import type { PageId, ParentId, RecordId, ShapeId } from '../ids/recordId.ts'
import type { BoardRecord, BoardShape } from '../records/recordKinds.ts'
import { plainTextOf } from '../records/drawing.ts'
import { isShape } from '../records/recordClass.ts'

/** Side of the canvas's own sticky note at scale 1, in pixels; its record has no size of its own (tldraw 5.4.2). */
const NOTE_SIDE = 200

/** Font sizes and line height of the canvas's own texts at scale 1, in pixels: enough to tell where a text's centre is. */
const TEXT_FONT_SIZES = { s: 18, m: 24, l: 36, xl: 44 } as const
const TEXT_LINE_HEIGHT = 1.35

/** A point of a page, in board pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Everything that is asked about where shapes stand, without an editor (actions.md D3.5). Answers are kept: use it for one snapshot, or tell what changed. */
export class Places {
  private readonly records: ReadonlyMap<RecordId, BoardRecord>
  private readonly ancestorsOf = new Map<ShapeId, readonly BoardShape[]>()

  constructor(records: ReadonlyMap<RecordId, BoardRecord>) {
    this.records = records
  }

  /** The shape of this id, or null when it is gone or no shape. */
  shape(id: RecordId): BoardShape | null {
    const record = this.records.get(id)
    return record !== undefined && isShape(record) ? record : null
  }

  /** Lets go of what is known about a shape that no other stands on, because its record changed. */
  forget(id: ShapeId): void {
    this.ancestorsOf.delete(id)
  }

  /** The parents of a shape from nearest to farthest, without the page. Stops at a parent that is gone and at a cycle. */
  ancestors(shape: BoardShape): readonly BoardShape[] {
    const known = this.ancestorsOf.get(shape.id)
    if (known !== undefined) return known
    const found: BoardShape[] = []
    this.ancestorsOf.set(shape.id, found)
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

  /** A point of the page, given in the coordinates of the shape itself: the way back of `onPage`. */
  within(shape: BoardShape, point: Point): Point {
    return [shape, ...this.ancestors(shape)].toReversed().reduce<Point>((at, each) => {
      const [x, y, rotation] = each.geometry
      const moved = { x: at.x - x, y: at.y - y }
      if (rotation === 0) return moved
      const cos = Math.cos(-rotation)
      const sin = Math.sin(-rotation)
      return { x: moved.x * cos - moved.y * sin, y: moved.x * sin + moved.y * cos }
    }, point)
  }

  /** Centre of the shape on its page. */
  centre(shape: BoardShape): Point {
    const { w, h } = sizeOf(shape)
    return this.onPage(shape, { x: w / 2, y: h / 2 })
  }
}

/**
 * How large a shape is drawn, in board pixels. The canvas's own notes and texts may store no size, and grow with their
 * words: then what the canvas would draw, for a text by its number of paragraphs.
 */
export function sizeOf(shape: BoardShape): { readonly w: number; readonly h: number } {
  const [, , , w, h] = shape.geometry
  if (shape.type === 'note') {
    return { w: w || NOTE_SIDE * shape.scale, h: h || (NOTE_SIDE + shape.growY) * shape.scale }
  }
  if (shape.type === 'text') {
    const lines = plainTextOf(shape.richText).split('\n').length
    return { w, h: h || lines * TEXT_FONT_SIZES[shape.size] * TEXT_LINE_HEIGHT * shape.scale }
  }
  return shape.type === 'geo' ? { w, h: h + shape.growY } : { w, h }
}
