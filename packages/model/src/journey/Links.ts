import type { BindingId, ShapeId } from '../ids/recordId.ts'
import type { ArrowBinding, BelongsTo, BoardBinding } from '../records/binding.ts'
import type { BoardShape, ShapeOf, ShapeType } from '../records/recordKinds.ts'

/** How two cards are bound to each other. `belongs_to` goes before `arrow` where a pair has both. */
export type ExplicitVia = 'belongs_to' | 'arrow'

/** The other end of an explicit link. */
export interface Linked<Shape extends BoardShape = BoardShape> {
  readonly shape: Shape
  readonly via: ExplicitVia
}

interface Link {
  readonly otherId: ShapeId
  readonly via: ExplicitVia
  /** `out`: the arrow starts here. Only ideas ask for it (model.md B4). */
  readonly direction: 'out' | 'in'
}

/** What links are asked about: which shapes live, and in which order they come. */
export interface LinkedShapes {
  shape(id: ShapeId): BoardShape | null
  shapeOf<Type extends ShapeType>(id: ShapeId, type: Type): ShapeOf<Type> | null
  inReadingOrder(a: BoardShape, b: BoardShape): number
}

/**
 * Every explicit link of a board: bindings `belongs_to`, and arrows that hold on to a living shape at both ends (actions.md
 * D3.6). Direction counts only from idea to idea. Whether an end lives is asked at each reading, so a board that changes
 * only tells of its bindings.
 */
export class Links {
  private readonly shapes: LinkedShapes
  /** Under both of its ends. */
  private readonly belongings = new Map<ShapeId, Map<BindingId, BelongsTo>>()
  /** Under the arrow and under what it holds on to. */
  private readonly holds = new Map<ShapeId, Map<BindingId, ArrowBinding>>()

  constructor(shapes: LinkedShapes, bindings: Iterable<BoardBinding>) {
    this.shapes = shapes
    for (const binding of bindings) this.add(binding)
  }

  /** A binding that came. One that changed is taken away first. */
  add(binding: BoardBinding): void {
    for (const id of [binding.fromId, binding.toId]) {
      if (binding.type === 'belongs_to') mapAt(this.belongings, id).set(binding.id, binding)
      else mapAt(this.holds, id).set(binding.id, binding)
    }
  }

  /** A binding that went, as it was. */
  remove(binding: BoardBinding): void {
    for (const id of [binding.fromId, binding.toId]) {
      const list = binding.type === 'belongs_to' ? this.belongings : this.holds
      list.get(id)?.delete(binding.id)
      if (list.get(id)?.size === 0) list.delete(id)
    }
  }

  /** Whether any binding names this shape, living or not. */
  touches(id: ShapeId): boolean {
    return this.belongings.has(id) || this.holds.has(id)
  }

  /** Everything of one kind that is bound to any of these shapes, each once, in reading order. */
  linked<Type extends ShapeType>(ids: readonly ShapeId[], type: Type): Linked<ShapeOf<Type>>[] {
    const found = new Map<ShapeId, Linked<ShapeOf<Type>>>()
    for (const id of ids) {
      for (const { otherId, via } of this.linksOf(id)) {
        const shape = this.shapes.shapeOf(otherId, type)
        if (shape === null || found.get(otherId)?.via === 'belongs_to') continue
        found.set(otherId, { shape, via })
      }
    }
    return [...found.values()].sort((a, b) => this.shapes.inReadingOrder(a.shape, b.shape))
  }

  /** Whether a shape is bound to any of one kind. */
  isLinkedTo(id: ShapeId, type: ShapeType): boolean {
    return this.linksOf(id).some(({ otherId }) => this.shapes.shapeOf(otherId, type) !== null)
  }

  /** Where the arrows that start at this shape end, by id. */
  arrowsFrom(id: ShapeId): ShapeId[] {
    const ends = this.linksOf(id).filter(({ via, direction }) => via === 'arrow' && direction === 'out')
    return [...new Set(ends.map(({ otherId }) => otherId))].sort()
  }

  /** What these shapes are bound to, and is gone from the board; by id. */
  goneFrom(ids: readonly ShapeId[]): ShapeId[] {
    const ends = ids.flatMap((id) => (this.shapes.shape(id) === null ? [] : this.ends(id)))
    const gone = ends.filter(
      ({ otherId, via, direction }) => this.shapes.shape(otherId) === null && (via === 'arrow' || direction === 'out'),
    )
    return [...new Set(gone.map(({ otherId }) => otherId))].sort()
  }

  /** Arrows that hold on to one of these shapes and to nothing at their other end; by id. */
  looseArrowsAt(ids: readonly ShapeId[]): ShapeId[] {
    const loose = ids.flatMap((id) => this.arrowsAt(id).filter(({ start, end }) => start === null || end === null))
    return [...new Set(loose.map(({ arrowId }) => arrowId))].sort()
  }

  /** Links of a living shape to living shapes. */
  private linksOf(id: ShapeId): Link[] {
    if (this.shapes.shape(id) === null) return []
    return this.ends(id).filter(({ otherId }) => this.shapes.shape(otherId) !== null)
  }

  /** What a shape is bound to, whether it lives or not; never itself. */
  private ends(id: ShapeId): Link[] {
    const ends: Link[] = []
    for (const { fromId, toId } of this.belongings.get(id)?.values() ?? []) {
      const isOut = fromId === id
      ends.push({ otherId: isOut ? toId : fromId, via: 'belongs_to', direction: isOut ? 'out' : 'in' })
    }
    for (const { start, end } of this.arrowsAt(id)) {
      if (start === null || end === null) continue
      if (start === id) ends.push({ otherId: end, via: 'arrow', direction: 'out' })
      else ends.push({ otherId: start, via: 'arrow', direction: 'in' })
    }
    return ends.filter(({ otherId }) => otherId !== id)
  }

  /** The arrows on the board that hold on to a shape, and what each of their ends holds. */
  private arrowsAt(id: ShapeId): { arrowId: ShapeId; start: ShapeId | null; end: ShapeId | null }[] {
    const arrowIds = new Set([...(this.holds.get(id)?.values() ?? [])].map(({ fromId }) => fromId))
    return [...arrowIds].flatMap((arrowId) => {
      if (this.shapes.shapeOf(arrowId, 'arrow') === null) return []
      const { start, end } = this.heldBy(arrowId)
      return start === id || end === id ? [{ arrowId, start, end }] : []
    })
  }

  /** Two people may have fixed one end of an arrow at the same moment: the first binding by id holds. */
  private heldBy(arrowId: ShapeId): { start: ShapeId | null; end: ShapeId | null } {
    const first: { start: ArrowBinding | null; end: ArrowBinding | null } = { start: null, end: null }
    for (const binding of this.holds.get(arrowId)?.values() ?? []) {
      if (binding.fromId !== arrowId) continue
      const known = first[binding.terminal]
      if (known === null || binding.id < known.id) first[binding.terminal] = binding
    }
    return { start: first.start?.toId ?? null, end: first.end?.toId ?? null }
  }
}

function mapAt<Key, Value>(maps: Map<ShapeId, Map<Key, Value>>, id: ShapeId): Map<Key, Value> {
  const known = maps.get(id)
  if (known !== undefined) return known
  const made = new Map<Key, Value>()
  maps.set(id, made)
  return made
}
