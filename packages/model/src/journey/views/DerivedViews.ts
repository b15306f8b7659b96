import { equalityDeep } from 'lib0/function'
import type { ShapeId } from '../../ids/recordId.ts'
import type { BoardRecord } from '../../records/recordKinds.ts'
import type { BoardOutline } from '../BoardOutline.ts'
import { LiveBoard, type RecordChanges, type Topic } from '../LiveBoard.ts'
import { topicsOf, type View } from './View.ts'

/** A view with its arguments, and what it gave. */
interface Kept {
  readonly compute: (board: LiveBoard) => unknown
  readonly view: View<never, unknown>
  readonly topics: readonly Topic[]
  readonly listeners: Set<() => void>
  /** null = not computed yet. */
  result: { readonly value: unknown; readonly outline: BoardOutline } | null
  isStale: boolean
}

/**
 * The derived views of one board, each computed when it is asked for and again only when something that it reads has
 * changed. A result that comes out the same stays the same object, so whoever compares by identity sees no change.
 *
 * Fed with the records that changed; it reads no others.
 */
export class DerivedViews {
  private readonly board: LiveBoard
  private readonly kept = new Map<string, Kept>()

  constructor(records: Iterable<BoardRecord>) {
    this.board = new LiveBoard(records)
  }

  /** What a view tells now. */
  read<Args extends readonly ShapeId[], Result>(view: View<Args, Result>, ...args: Args): Result {
    const kept = this.keep(view, args)
    this.refresh(kept)
    // Kept under the name of this view, by `keep`.
    return kept.result?.value as Result
  }

  /** Records as they are now, by id; null = gone. Tells those who listen to a view that may have changed. */
  apply(changes: RecordChanges): void {
    const topics = this.board.apply(changes)
    const listeners = new Set<() => void>()
    for (const kept of this.kept.values()) {
      if (kept.topics.some((topic) => topics.has(topic))) kept.isStale = true
      if (kept.listeners.size > 0 && this.needsWork(kept))
        for (const listener of kept.listeners) listeners.add(listener)
    }
    for (const listener of listeners) listener()
  }

  /** Calls `listener` each time this view may tell something else; read it then. Gives back how to stop. */
  subscribe<Args extends readonly ShapeId[], Result>(
    view: View<Args, Result>,
    args: Args,
    listener: () => void,
  ): () => void {
    const { listeners } = this.keep(view, args)
    // One function may listen twice; each time ends by itself.
    const own = (): void => listener()
    listeners.add(own)
    return () => listeners.delete(own)
  }

  private keep<Args extends readonly ShapeId[], Result>(view: View<Args, Result>, args: Args): Kept {
    const key = [view.name, ...args].join(' ')
    const known = this.kept.get(key)
    if (known !== undefined) return known
    const kept: Kept = {
      view,
      compute: (board) => view.compute(board, ...args),
      topics: topicsOf(view),
      listeners: new Set(),
      result: null,
      isStale: true,
    }
    this.kept.set(key, kept)
    return kept
  }

  private needsWork({ isStale, result, view }: Kept): boolean {
    if (isStale || result === null) return true
    const { outline } = this.board
    return outline !== result.outline && view.reads.outline.some((part) => outline[part] !== result.outline[part])
  }

  private refresh(kept: Kept): void {
    if (!this.needsWork(kept)) return
    const { outline } = this.board
    const value = kept.compute(this.board)
    const old = kept.result
    kept.result = { value: old !== null && equalityDeep(old.value, value) ? old.value : value, outline }
    kept.isStale = false
  }
}
