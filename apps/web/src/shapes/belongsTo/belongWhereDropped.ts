import type { Editor, TLShape, TLShapeId, VecLike } from 'tldraw'
import { isDomainType } from '@samenreis/model/records/recordKinds'
import { belongTo } from './belongTo.ts'
import { belongingKindOf } from './bindsDomainShape.ts'
import { belongsByDropping } from './canBelongTo.ts'
import { isTidied } from '../journey/readMapState.ts'
import { laneBands, type LaneBand } from '../journey/laneBands.ts'
import { BESIDE_GAP, placeBeside, type Area, type JourneyPlace } from './placeBeside.ts'
import { usualLane } from './usualLane.ts'

/** Kinds that a card may lie over. */
const NO_NEIGHBOURS: ReadonlySet<TLShape['type']> = new Set<TLShape['type']>(['curve', 'arrow', 'phase', 'journey'])

/**
 * After a drag: a card whose centre lies on a target belongs to it from now on, and moves beside it so that both can be read.
 * Part of the drag's own undo step. Cards that are moved together do not belong to each other by it.
 */
export function belongWhereDropped(editor: Editor, before: TLShape, after: TLShape): void {
  const target = targetUnder(editor, after)
  if (target === null) return
  const card = editor.getShapePageBounds(after.id)
  const onto = editor.getShapePageBounds(target.id)
  if (card === undefined || onto === undefined) return
  belongTo(editor, after.id, target.id)

  const fresh = editor.getShape(after.id)
  if (fresh === undefined) return
  const inJourney = journeyPlace(editor, before, target)
  const place = placeOnMap(editor, fresh, onto) ?? placeBeside(card, onto, neighbours(editor, fresh, target), inJourney)
  const { x, y } = editor.getPointInParentSpace(fresh, place)
  editor.updateShapes([{ id: fresh.id, type: fresh.type, x, y }])
}

/** On a map a card goes under its target in its own lane, below what stands there: the map makes room. null = it has no such lane. */
function placeOnMap(editor: Editor, card: TLShape, onto: Area): VecLike | null {
  const journey = editor.getShape(card.parentId)
  if (journey?.type !== 'journey' || !isTidied(card)) return null
  const lane = laneOf(journey, card)
  if (lane === null) return null
  const { h } = editor.getShapeGeometry(card).bounds
  const bottom = editor.getShapePageTransform(journey.id).applyToPoint({ x: 0, y: lane.y + lane.h })
  // Its centre lies just in the lane.
  return { x: onto.x, y: Math.ceil(bottom.y - h / 2) - 1 }
}

function laneOf({ props }: TLShape<'journey'>, card: TLShape): LaneBand | null {
  const key = usualLane(belongingKindOf(card))
  // In a folded lane it would be out of sight.
  const at = props.lanes.findIndex((lane) => lane.key === key && lane.foldedFrom === undefined)
  return laneBands(props.lanes, props.lanesFrom)[at] ?? null
}

function targetUnder(editor: Editor, shape: TLShape): TLShape | null {
  const kind = belongingKindOf(shape)
  const centre = editor.getShapePageBounds(shape.id)?.center
  if (kind === null || centre === undefined) return null
  const moving = new Set<TLShapeId>(editor.getSelectedShapeIds())
  const under = editor.getShapesAtPoint(centre, { hitInside: true })
  return (
    under.find(
      ({ id, type }) => id !== shape.id && !moving.has(id) && isDomainType(type) && belongsByDropping(kind, type),
    ) ?? null
  )
}

function journeyPlace(editor: Editor, before: TLShape, target: TLShape): JourneyPlace {
  const journey = editor.findShapeAncestor(target, ({ type }) => type === 'journey')
  if (journey?.type !== 'journey') return { home: null, laneTop: null }
  const onPage = editor.getShapePageTransform(journey.id)
  const lane = laneOf(journey, before)
  const laneTop = lane === null ? null : onPage.applyToPoint({ x: 0, y: lane.y + BESIDE_GAP }).y
  if (before.parentId !== journey.id) return { home: null, laneTop }
  const size = editor.getShapeGeometry(before).bounds
  const { x, y } = onPage.applyToPoint(before)
  return { home: { x, y, w: size.w, h: size.h }, laneTop }
}

/** What stands where the card stands, and where its target does: on a locked journey the card itself stands on the page. */
function neighbours(editor: Editor, shape: TLShape, target: TLShape): Area[] {
  const parents = new Set([shape.parentId, target.parentId])
  const ids = [...parents].flatMap((id) => editor.getSortedChildIdsForParent(id))
  return ids.flatMap((id) => {
    const type = editor.getShape(id)?.type
    const isCard = id !== shape.id && id !== target.id && type !== undefined && !NO_NEIGHBOURS.has(type)
    const bounds = isCard ? editor.getShapePageBounds(id) : undefined
    return bounds === undefined ? [] : [bounds]
  })
}
