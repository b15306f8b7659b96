import type { ShapeId } from '../ids/recordId.ts'
import type { ShapeOf } from '../records/recordKinds.ts'

/** A card of the map and what it belongs to, most important first. Targets may be gone. */
export interface LinkedCard {
  readonly shape: ShapeOf<'pain-point'> | ShapeOf<'card'> | ShapeOf<'idea'>
  readonly targets: readonly ShapeId[]
}

/** Where a card hangs: below which step, in which of that step's columns (0, 1 …). */
export interface Strand {
  readonly stepId: ShapeId
  readonly column: number
}

/** Kinds that place alone would link to each other (actions.md D3.2). */
type Strict = 'pain-point' | 'idea' | 'consequence'

/**
 * The strand of every card that hangs, directly or by way of others, on one of the steps. A pain point has a column of its
 * own; an idea stands below its pain point, and what the idea asks for below the idea. Two that do not belong together never
 * share a column: the extraction would otherwise take standing below each other for a link (actions.md D2, "aligned").
 */
export class Strands {
  private readonly strands = new Map<ShapeId, Strand>()
  private readonly kinds = new Map<ShapeId, Strict>()
  private readonly columns: ReadonlyMap<ShapeId, Set<Strict>[]>

  constructor(stepIds: readonly ShapeId[], cards: readonly LinkedCard[]) {
    this.columns = new Map(stepIds.map((id) => [id, [new Set<Strict>()]]))
    let waiting = [...cards].sort((a, b) => turnOf(a) - turnOf(b))
    // A card may hang on a card that comes later: go round until nobody finds a place any more.
    for (let before = -1; waiting.length !== before;) {
      before = waiting.length
      waiting = waiting.filter((card) => !this.place(card))
    }
  }

  /** null when none of the card's links leads to a step. */
  of(id: ShapeId): Strand | null {
    return this.strands.get(id) ?? null
  }

  /** How many columns a step takes, at least one. */
  columnCount(stepId: ShapeId): number {
    return this.columns.get(stepId)?.length ?? 1
  }

  private place({ shape, targets }: LinkedCard): boolean {
    for (const target of targets) {
      const wanted = this.strands.get(target) ?? (this.columns.has(target) ? { stepId: target, column: 0 } : null)
      if (wanted === null) continue
      this.strands.set(shape.id, this.settle(shape, wanted, this.kinds.get(target) ?? null))
      return true
    }
    return false
  }

  /** The wanted strand, or another column of the same step when the card would stand among strangers there. */
  private settle(shape: LinkedCard['shape'], wanted: Strand, targetKind: Strict | null): Strand {
    const kind = strictOf(shape)
    if (kind === null) return wanted
    this.kinds.set(shape.id, kind)
    const columns = this.columns.get(wanted.stepId) ?? []
    let at = wanted.column
    const there = columns[at]
    if (there === undefined || !suits(there, kind, targetKind)) {
      at = columns.findIndex((column) => suits(column, kind, null))
      if (at < 0) at = columns.push(new Set<Strict>()) - 1
    }
    columns[at]?.add(kind)
    return { stepId: wanted.stepId, column: at }
  }
}

/** Whether a card may join a column; `targetKind` is what it belongs to there, null when it belongs to nothing in it. */
function suits(column: ReadonlySet<Strict>, kind: Strict, targetKind: Strict | null): boolean {
  switch (kind) {
    case 'pain-point':
      return column.size === 0
    case 'idea':
      return targetKind === 'pain-point' ? !column.has('idea') && !column.has('consequence') : column.size === 0
    case 'consequence':
      return targetKind === 'idea' || !column.has('idea')
  }
}

function strictOf({ type, ...shape }: LinkedCard['shape']): Strict | null {
  if (type !== 'card') return type
  return shape['kind'] === 'consequence' ? 'consequence' : null
}

/** Pain points first, then ideas, then the rest: each finds its targets placed. */
function turnOf({ shape }: LinkedCard): number {
  return shape.type === 'pain-point' ? 0 : shape.type === 'idea' ? 1 : 2
}
