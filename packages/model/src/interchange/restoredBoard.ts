import { Places, sizeOf } from '../document/place.ts'
import { FIRST_PAGE_ID } from '../document/seed.ts'
import type { RecordId, ShapeId } from '../ids/recordId.ts'
import { countCards } from '../journey/countCards.ts'
import { COORDINATE_LIMIT } from '../records/envelope.ts'
import { isBinding, isShape } from '../records/recordClass.ts'
import type { BoardRecord, BoardShape } from '../records/recordKinds.ts'
import { indexKey } from './indexKey.ts'
import { newShape } from './newShape.ts'
import type { PlainBoard } from './PlainBoard.ts'

/** Key of a frame's `meta` that says it was made by a restoration: the next one takes it apart. */
const BESIDE_MARK = 'madeSince'
/** Free space between the version and what is put beside it, in board pixels. */
const GAP = 400
/** Free space in the frame, at its edges and between what stands in it. */
const SPACE = 40
/** Narrowest row in the frame; wider when there is much, so that it stays about as high as wide. */
const ROW_MIN = 1200
/** Side of what stores no size of its own, e.g. a drawn line. */
const UNSIZED = 200

export interface RestoredBoard {
  readonly board: PlainBoard
  /** How many cards were made since the version. */
  readonly beside: number
}

/**
 * A version of a board, with everything that was made since beside it, in a frame on the right: whole, with what stands in it, and
 * with its links, for everything that it is linked to is there. What was changed or taken away since is as it was in the version.
 *
 * A line of feelings stays in its journey: beside it, it would say nothing. An arrow between two cards stays between them.
 *
 * @param version in the same layout as `now`
 * @param title of the frame
 * @param frameId an id that neither of them has
 * @param brought records that an earlier restoration brought, where that is what is undone: they were not made since
 */
export function restoredBoard(
  version: PlainBoard,
  now: PlainBoard,
  {
    title,
    frameId,
    brought = new Set(),
  }: { readonly title: string; readonly frameId: ShapeId; readonly brought?: ReadonlySet<string> },
): RestoredBoard {
  const known = new Set([...[...version.records, ...version.setAside].map(({ id }) => String(id)), ...brought])
  const made = now.records.filter((record) => !known.has(record.id) && !isOldFrame(record))
  const setAside = [...version.setAside, ...now.setAside.filter(({ id }) => !known.has(String(id)))]
  const placed = beside(made, version.records, now.records, { title, frameId })
  const there = new Set<string>([...version.records, ...placed, ...setAside].map(({ id }) => String(id)))
  const madeIds = new Set<string>(made.map(({ id }) => id))
  // The version has its own links; what was linked anew since comes along where it holds on to something made since.
  const added = placed.filter(
    (record) =>
      !isBinding(record) ||
      (there.has(record.fromId) && there.has(record.toId) && (madeIds.has(record.fromId) || madeIds.has(record.toId))),
  )
  return { board: { ...version, records: [...version.records, ...added], setAside }, beside: countCards(made) }
}

/** Whether a restoration before this one made the frame. Its cards are loose then, and stand in the next frame. */
function isOldFrame(record: BoardRecord): boolean {
  return isShape(record) && record.type === 'frame' && record.meta[BESIDE_MARK] === true
}

function beside(
  made: readonly BoardRecord[],
  version: readonly BoardRecord[],
  now: readonly BoardRecord[],
  { title, frameId }: { readonly title: string; readonly frameId: ShapeId },
): readonly BoardRecord[] {
  const places = new Places(new Map<RecordId, BoardRecord>(now.map((record) => [record.id, record])))
  const madeIds = new Set<string>(made.map(({ id }) => id))
  const versionIds = new Set<string>(version.map(({ id }) => id))
  const ends = endsOfArrows(now)
  const loose: BoardShape[] = []
  const kept: BoardRecord[] = []
  for (const record of made) {
    if (!isShape(record) || madeIds.has(record.parentId)) kept.push(record)
    else if (record.type === 'curve' && versionIds.has(record.parentId)) kept.push(record)
    else if (record.type === 'arrow' && ends.get(record.id) === 2) kept.push(onPage(record, places))
    else loose.push(record)
  }
  if (loose.length === 0) return kept
  const corner = (shape: BoardShape) => places.onPage(shape, { x: 0, y: 0 })
  loose.sort((a, b) => corner(a).y - corner(b).y || corner(a).x - corner(b).x || (a.id < b.id ? -1 : 1))
  const { spots, w, h } = rows(loose.map((shape) => extent(shape, made)))
  const cards = loose.map((shape, at): BoardShape => {
    const [x, y] = spots[at] ?? [SPACE, SPACE]
    const [, , , width, height] = shape.geometry
    return { ...shape, parentId: frameId, index: indexKey(at + 1), geometry: [x, y, 0, width, height] }
  })
  const top = version.filter((record): record is BoardShape => isShape(record) && record.parentId.startsWith('page:'))
  const page = version.find(({ id }) => id === FIRST_PAGE_ID) ?? version.find(({ id }) => id.startsWith('page:'))
  const [x, y] = freeCorner(top)
  const around = newShape('frame', frameId, {
    parentId: page?.id ?? FIRST_PAGE_ID,
    // Longer than what it starts with and never ending in 0: it sorts above it, and is a key of the canvas's form.
    index: `${top.reduce((highest, { index }) => (index > highest ? index : highest), 'a1')}V`,
    geometry: [x, y, 0, w, h],
    name: title,
    meta: { [BESIDE_MARK]: true },
  })
  return [around, ...cards, ...kept]
}

/** How many ends of an arrow hold on to something that is there. */
function endsOfArrows(records: readonly BoardRecord[]): ReadonlyMap<string, number> {
  const ids = new Set<string>(records.map(({ id }) => id))
  const ends = new Map<string, Set<string>>()
  for (const record of records) {
    if (!isBinding(record) || record.type !== 'arrow' || !ids.has(record.toId)) continue
    ends.set(record.fromId, (ends.get(record.fromId) ?? new Set()).add(record.terminal))
  }
  return new Map([...ends].map(([id, terminals]) => [id, terminals.size]))
}

/** The same arrow, standing on its page. */
function onPage(arrow: BoardShape, places: Places): BoardShape {
  const { x, y } = places.onPage(arrow, { x: 0, y: 0 })
  const [, , rotation, w, h] = arrow.geometry
  return { ...arrow, parentId: places.pageOf(arrow) ?? FIRST_PAGE_ID, geometry: [x, y, rotation, w, h] }
}

/** How much room a shape takes with everything that stands in it, its own rotation left out. */
function extent(shape: BoardShape, made: readonly BoardRecord[]): { readonly w: number; readonly h: number } {
  const { w, h } = sizeOf(shape)
  const inside = made.filter((record): record is BoardShape => isShape(record) && record.parentId === shape.id)
  const far = inside.map((child) => {
    const { w: width, h: height } = extent(child, made)
    return { w: child.geometry[0] + width, h: child.geometry[1] + height }
  })
  return {
    w: Math.max(w || UNSIZED, ...far.map((each) => each.w)),
    h: Math.max(h || UNSIZED, ...far.map((each) => each.h)),
  }
}

/** Places in rows, each as high as its highest; and how much room they take together. */
function rows(sizes: readonly { readonly w: number; readonly h: number }[]): {
  readonly spots: readonly (readonly [number, number])[]
  readonly w: number
  readonly h: number
} {
  const area = sizes.reduce((sum, { w, h }) => sum + (w + SPACE) * (h + SPACE), 0)
  const most = Math.max(ROW_MIN, Math.sqrt(area), ...sizes.map(({ w }) => w))
  const spots: [number, number][] = []
  let [x, y, high, wide] = [SPACE, SPACE, 0, 0]
  for (const { w, h } of sizes) {
    if (x > SPACE && x + w > SPACE + most) {
      x = SPACE
      y += high + SPACE
      high = 0
    }
    spots.push([x, y])
    x += w + SPACE
    high = Math.max(high, h)
    wide = Math.max(wide, x)
  }
  return { spots, w: wide, h: y + high + SPACE }
}

/** To the right of everything, level with the highest; the corner of the page when there is nothing. */
function freeCorner(shapes: readonly BoardShape[]): readonly [number, number] {
  if (shapes.length === 0) return [0, 0]
  const far = ({ geometry: [x, , , w] }: BoardShape): number => x + w
  const top = ({ geometry: [, y] }: BoardShape): number => y
  const right = Math.min(Math.max(...shapes.map(far)) + GAP, COORDINATE_LIMIT)
  return [Math.round(right), Math.round(Math.min(...shapes.map(top)))]
}
