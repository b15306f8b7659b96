import { equalityDeep } from 'lib0/function'
import type { ParentId, RecordId, ShapeId } from '../ids/recordId.ts'
import { isBinding, isOf, isShape } from '../records/recordClass.ts'
import {
  isShapeType,
  shapeKinds,
  type BoardRecord,
  type BoardShape,
  type ShapeOf,
  type ShapeType,
} from '../records/recordKinds.ts'
import { byId } from './BoardIndex.ts'
import type { BoardOutline } from './BoardOutline.ts'
import { Links, type LinkedShapes } from './Links.ts'
import { isPlaced, LiveOutline } from './LiveOutline.ts'

/** Records by id as they are now; null = gone. */
export type RecordChanges = Iterable<readonly [RecordId, BoardRecord | null]>

/**
 * What changed, as small as a reader can ask for it: `touchpoint.title` is that field of any step, `touchpoint.*` that one
 * came or went, `links` that cards were bound or let go.
 */
export type Topic = `${ShapeType}.${string}` | 'links'

/** The shapes of one kind. */
export interface ShapesOf<Shape> {
  /** The shape of this id, or null when there is none of this kind. */
  get(id: ShapeId): Shape | null
  /** By id. */
  all(): readonly Shape[]
}

/** Fields that say where a shape stands. They reach readers as the outline only. */
const placeFields: ReadonlySet<string> = new Set(['geometry', 'parentId', 'index'])

/** The records of a board, indexed and kept up to date change by change: one change never costs a reading of all. */
export class LiveBoard implements LinkedShapes {
  readonly links: Links
  /** The shapes of every kind. */
  readonly shapes: { readonly [Type in ShapeType]: ShapesOf<ShapeOf<Type>> }
  private readonly records = new Map<RecordId, BoardRecord>()
  private readonly byType = new Map<ShapeType, Map<ShapeId, BoardShape>>()
  private readonly sorted = new Map<ShapeType, readonly BoardShape[]>()
  private readonly childCounts = new Map<ParentId, number>()
  private readonly liveOutline: LiveOutline

  constructor(records: Iterable<BoardRecord>) {
    this.links = new Links(this, [])
    this.liveOutline = new LiveOutline(this.records)
    // One entry for every kind, each answering with its own.
    this.shapes = Object.fromEntries(
      Object.keys(shapeKinds)
        .filter(isShapeType)
        .map((type) => [type, this.shapesOf(type)]),
    ) as unknown as LiveBoard['shapes']
    for (const record of records) this.put(record.id, record, new Set())
  }

  /** Takes in what changed, and tells about what. Changes that change nothing give no topic. */
  apply(changes: RecordChanges): ReadonlySet<Topic> {
    const topics = new Set<Topic>()
    for (const [id, record] of changes) this.put(id, record, topics)
    return topics
  }

  /** What the places of cards mean, now. A part in which nothing changed is the same object as before. */
  get outline(): BoardOutline {
    return this.liveOutline.read()
  }

  /** The shape of this id, or null when it is gone. */
  shape(id: ShapeId): BoardShape | null {
    const record = this.records.get(id)
    return record !== undefined && isShape(record) ? record : null
  }

  /** The shape of this id when it is one of that kind, else null. */
  shapeOf<Type extends ShapeType>(id: ShapeId, type: Type): ShapeOf<Type> | null {
    const shape = this.shape(id)
    return shape !== null && isOf(shape, type) ? shape : null
  }

  /** Ids of everything of one kind that is bound to a shape, by id. */
  linkedIds(id: ShapeId, type: ShapeType): readonly ShapeId[] {
    return this.links.linked([id], type).map(({ shape }) => shape.id)
  }

  /** By id: where cards stand is for the outline to say. */
  inReadingOrder(a: BoardShape, b: BoardShape): number {
    return byId(a, b)
  }

  private shapesOf(type: ShapeType): ShapesOf<BoardShape> {
    return {
      get: (id) => this.byType.get(type)?.get(id) ?? null,
      all: () => {
        const known = this.sorted.get(type)
        if (known !== undefined) return known
        const all = [...(this.byType.get(type)?.values() ?? [])].sort(byId)
        this.sorted.set(type, all)
        return all
      },
    }
  }

  private put(id: RecordId, after: BoardRecord | null, topics: Set<Topic>): void {
    const before = this.records.get(id) ?? null
    if (before === after) return
    if (after === null) this.records.delete(id)
    else this.records.set(id, after)
    this.putBinding(before, after, topics)
    const [shapeBefore, shapeAfter] = [asShape(before), asShape(after)]
    if (shapeBefore !== null || shapeAfter !== null) this.putShape(shapeBefore, shapeAfter, topics)
    if (before?.type === 'page' || after?.type === 'page') this.liveOutline.groundMoved()
  }

  private putBinding(before: BoardRecord | null, after: BoardRecord | null, topics: Set<Topic>): void {
    const [old, next] = [before, after].map((each) => (each !== null && isBinding(each) ? each : null))
    if (!old && !next) return
    if (old) this.links.remove(old)
    if (next) this.links.add(next)
    if (!equalityDeep(old, next)) topics.add('links')
  }

  private putShape(before: BoardShape | null, after: BoardShape | null, topics: Set<Topic>): void {
    if (before !== null && after !== null && before.type !== after.type) {
      this.putShape(before, null, topics)
      this.putShape(null, after, topics)
      return
    }
    const shape = after ?? before
    if (shape === null) return
    const { id, type } = shape
    this.index(id, type, after)
    if (before === null || after === null) {
      topics.add(`${type}.*`)
      if (this.links.touches(id)) topics.add('links')
    }
    const changed = before === null || after === null ? null : changedFields(before, after)
    for (const field of changed ?? []) if (!placeFields.has(field)) topics.add(`${type}.${field}`)
    this.countChild(before?.parentId, -1)
    this.countChild(after?.parentId, 1)
    this.tellOutline(shape, changed)
  }

  private index(id: ShapeId, type: ShapeType, after: BoardShape | null): void {
    this.sorted.delete(type)
    const ofType = this.byType.get(type) ?? new Map<ShapeId, BoardShape>()
    this.byType.set(type, ofType)
    if (after === null) ofType.delete(id)
    else ofType.set(id, after)
  }

  /** @param changed null = it came or went */
  private tellOutline({ id, type }: BoardShape, changed: ReadonlySet<string> | null): void {
    const hasMoved = changed === null || changed.has('geometry') || changed.has('parentId')
    if (type === 'journey' || type === 'phase') {
      const bounds = ['lanes', 'lanesFrom', 'order']
      if (hasMoved || bounds.some((field) => changed.has(field))) this.liveOutline.groundMoved()
    } else if (hasMoved) {
      if ((this.childCounts.get(id) ?? 0) > 0) this.liveOutline.groundMoved()
      else if (isPlaced({ type })) this.liveOutline.cardMoved(id)
    }
  }

  private countChild(parentId: ParentId | undefined, by: 1 | -1): void {
    if (parentId === undefined) return
    const count = (this.childCounts.get(parentId) ?? 0) + by
    if (count === 0) this.childCounts.delete(parentId)
    else this.childCounts.set(parentId, count)
  }
}

function asShape(record: BoardRecord | null): BoardShape | null {
  return record !== null && isShape(record) ? record : null
}

function changedFields(before: BoardShape, after: BoardShape): ReadonlySet<string> {
  const [old, next]: Readonly<Record<string, unknown>>[] = [before, after]
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return new Set([...names].filter((name) => !equalityDeep(old?.[name], next?.[name])))
}
