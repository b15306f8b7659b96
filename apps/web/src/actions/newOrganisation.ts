import { Places } from '@samenreis/model/document/place'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import type { RecordId, ShapeId } from '@samenreis/model/ids/recordId'
import { newShape } from '@samenreis/model/interchange/newShape'
import { actor as actorKind, type Actor } from '@samenreis/model/records/actor'
import { isShape } from '@samenreis/model/records/recordClass'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'

/** Room between a new card and its neighbour, in board pixels. */
const GAP = 24

/**
 * An organisation that is not on the board yet, as a card of its own: under the lowest organisation of the first sheet, or
 * right of everything when it is the first.
 */
export function newOrganisation(records: ReadonlyMap<RecordId, BoardRecord>, id: ShapeId, name: string): Actor {
  const shapes = [...records.values()].filter(isShape)
  const places = new Places(records)
  const onSheet = shapes.filter((shape) => places.pageOf(shape) === FIRST_PAGE_ID)
  const boxes = onSheet.map((shape) => {
    const { x, y } = places.onPage(shape, { x: 0, y: 0 })
    const [, , , w, h] = shape.geometry
    return { type: shape.type, x, y, right: x + w, bottom: y + h }
  })
  const lowest = boxes.filter((box) => box.type === 'actor').toSorted((a, b) => b.bottom - a.bottom)[0]
  const right = Math.max(0, ...boxes.map((box) => box.right))
  const { w, h } = actorKind.size
  const place = lowest === undefined ? { x: right + GAP, y: 0 } : { x: lowest.x, y: lowest.bottom + GAP }
  // After the last key of its siblings; a digit behind a fractional key sorts after it and before the next.
  const last = onSheet
    .filter((shape) => shape.parentId === FIRST_PAGE_ID)
    .map((shape) => shape.index)
    .toSorted()
    .at(-1)
  return newShape('actor', id, {
    name,
    index: last === undefined ? 'a1' : `${last}V`,
    geometry: [Math.round(place.x), Math.round(place.y), 0, w, h],
  })
}
