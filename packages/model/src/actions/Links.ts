import type { ShapeId } from '../ids/recordId.ts'
import type { BoardShape, ShapeOf, ShapeType } from '../records/recordKinds.ts'
import type { BoardIndex } from './BoardIndex.ts'

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

/**
 * Every explicit link of a snapshot: bindings `belongs_to`, and arrows that hold on to a living shape at both ends
 * (actions.md D3.6). Direction counts only from idea to idea.
 */
export class Links {
  private readonly board: BoardIndex
  private readonly links = new Map<ShapeId, Link[]>()
  private readonly gone = new Map<ShapeId, Set<ShapeId>>()
  private readonly loose = new Map<ShapeId, Set<ShapeId>>()

  constructor(board: BoardIndex) {
    this.board = board
    const ends = new Map<ShapeId, { start: ShapeId | null; end: ShapeId | null }>()
    for (const binding of board.bindings) {
      if (binding.type === 'belongs_to') {
        if (board.shape(binding.fromId) !== null) this.join(binding.fromId, binding.toId, 'belongs_to', null)
        continue
      }
      if (board.shapeOf(binding.fromId, 'arrow') === null) continue
      const held = ends.get(binding.fromId) ?? { start: null, end: null }
      // Two people may have fixed one end at the same moment: the first by id holds.
      held[binding.terminal] ??= binding.toId
      ends.set(binding.fromId, held)
    }
    for (const [arrowId, { start, end }] of ends) {
      if (start !== null && end !== null) this.join(start, end, 'arrow', arrowId)
      else note(this.loose, start ?? end, arrowId)
    }
  }

  /** Everything of one kind that is bound to any of these shapes, each once, in reading order. */
  linked<Type extends ShapeType>(ids: readonly ShapeId[], type: Type): Linked<ShapeOf<Type>>[] {
    const found = new Map<ShapeId, Linked<ShapeOf<Type>>>()
    for (const id of ids) {
      for (const { otherId, via } of this.links.get(id) ?? []) {
        const shape = this.board.shapeOf(otherId, type)
        if (shape === null || found.get(otherId)?.via === 'belongs_to') continue
        found.set(otherId, { shape, via })
      }
    }
    return [...found.values()].sort((a, b) => this.board.inReadingOrder(a.shape, b.shape))
  }

  /** Whether a shape is bound to any of one kind. */
  isLinkedTo(id: ShapeId, type: ShapeType): boolean {
    return (this.links.get(id) ?? []).some(({ otherId }) => this.board.shapeOf(otherId, type) !== null)
  }

  /** Where the arrows that start at this shape end, by id. */
  arrowsFrom(id: ShapeId): ShapeId[] {
    const ends = (this.links.get(id) ?? []).filter(({ via, direction }) => via === 'arrow' && direction === 'out')
    return [...new Set(ends.map(({ otherId }) => otherId))].sort()
  }

  /** What these shapes are bound to, and is gone from the board; by id. */
  goneFrom(ids: readonly ShapeId[]): ShapeId[] {
    return [...new Set(ids.flatMap((id) => [...(this.gone.get(id) ?? [])]))].sort()
  }

  /** Arrows that hold on to one of these shapes and to nothing at their other end; by id. */
  looseArrowsAt(ids: readonly ShapeId[]): ShapeId[] {
    return [...new Set(ids.flatMap((id) => [...(this.loose.get(id) ?? [])]))].sort()
  }

  private join(from: ShapeId, to: ShapeId, via: ExplicitVia, arrowId: ShapeId | null): void {
    if (from === to) return
    const [fromLives, toLives] = [this.board.shape(from) !== null, this.board.shape(to) !== null]
    if (fromLives && toLives) {
      listAt(this.links, from).push({ otherId: to, via, direction: 'out' })
      listAt(this.links, to).push({ otherId: from, via, direction: 'in' })
    } else if (fromLives) note(this.gone, from, to)
    else if (toLives && arrowId !== null) note(this.gone, to, from)
  }
}

function listAt<T>(lists: Map<ShapeId, T[]>, id: ShapeId): T[] {
  const list = lists.get(id)
  if (list !== undefined) return list
  const made: T[] = []
  lists.set(id, made)
  return made
}

function note(sets: Map<ShapeId, Set<ShapeId>>, id: ShapeId | null, what: ShapeId): void {
  if (id === null) return
  const set = sets.get(id)
  if (set === undefined) sets.set(id, new Set([what]))
  else set.add(what)
}
