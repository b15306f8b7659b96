import type { BindingId, PageId, ParentId, RecordId, ShapeId } from '@samenreis/model/ids/recordId'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import type { BoardBinding } from '@samenreis/model/records/binding'
import type { Page } from '@samenreis/model/records/envelope'
import { isShape } from '@samenreis/model/records/recordClass'
import type { BoardRecord, BoardShape } from '@samenreis/model/records/recordKinds'

/**
 * Where records stand towards each other, kept up record by record. Two honest edits can combine into nonsense (a card moved
 * into a frame that another removes); readers repair what they show and write nothing (reliability.md F13).
 */
export class Placement {
  private readonly parents = new Map<ShapeId, ParentId>()
  private readonly children = new Map<ParentId, Set<ShapeId>>()
  private readonly bindings = new Map<ShapeId, Set<BindingId>>()
  private readonly ends = new Map<BindingId, readonly [ShapeId, ShapeId]>()
  private readonly pages = new Map<PageId, Page>()

  /** Takes in a record, new or changed. */
  set(record: BoardRecord): void {
    this.delete(record.id)
    if (record.type === 'page') this.pages.set(record.id, record)
    else if (isShape(record)) {
      const { id, parentId } = record
      this.parents.set(id, parentId)
      addTo(this.children, parentId, id)
    } else {
      const { id, fromId, toId } = record
      this.ends.set(id, [fromId, toId])
      for (const end of [fromId, toId]) addTo(this.bindings, end, id)
    }
  }

  delete(id: RecordId): void {
    this.pages.delete(id as PageId)
    const parentId = this.parents.get(id as ShapeId)
    if (parentId !== undefined) this.children.get(parentId)?.delete(id as ShapeId)
    this.parents.delete(id as ShapeId)
    for (const end of this.ends.get(id as BindingId) ?? []) this.bindings.get(end)?.delete(id as BindingId)
    this.ends.delete(id as BindingId)
  }

  /** The page that shapes without a place are shown on: the first in order. */
  firstPage(): PageId {
    const [first] = [...this.pages.values()].sort((a, b) => compare(a.index, b.index) || compare(a.id, b.id))
    return first?.id ?? FIRST_PAGE_ID
  }

  hasPages(): boolean {
    return this.pages.size > 0
  }

  /** Where the shape is shown: on its parent, or on the first page when that is gone or the shape's own descendant. */
  shownParent(shape: BoardShape): ParentId {
    const { parentId } = shape
    const present = this.pages.has(parentId as PageId) || this.parents.has(parentId as ShapeId)
    return present && !this.ownAncestor(shape.id) ? parentId : this.firstPage()
  }

  /** Whether both ends of a binding are there. */
  isBound(binding: BoardBinding): boolean {
    return this.parents.has(binding.fromId) && this.parents.has(binding.toId)
  }

  bindingsOf(id: RecordId): Iterable<BindingId> {
    return this.bindings.get(id as ShapeId) ?? []
  }

  /** Everything that stands on this record, directly or not. A cycle is walked once. */
  descendantsOf(id: RecordId): ReadonlySet<ShapeId> {
    const found = new Set<ShapeId>()
    const open: RecordId[] = [id]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const child of this.children.get(next as ParentId) ?? []) {
        if (found.has(child)) continue
        found.add(child)
        open.push(child)
      }
    }
    return found
  }

  private ownAncestor(id: ShapeId): boolean {
    const seen = new Set<ParentId>()
    let parentId = this.parents.get(id)
    while (parentId !== undefined && !seen.has(parentId)) {
      if (parentId === id) return true
      seen.add(parentId)
      parentId = this.parents.get(parentId as ShapeId)
    }
    return false
  }
}

function addTo<Key, Item>(map: Map<Key, Set<Item>>, key: Key, item: Item): void {
  const items = map.get(key)
  if (items === undefined) map.set(key, new Set([item]))
  else items.add(item)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
