import { createComputedCache, isShapeId, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { openLanesOf } from '@samenreis/model/journey/lanes/laneEdits'
import type { LaneKey } from '@samenreis/model/records/enumerations'
import { experienceBand } from '../curve/experienceBand.ts'
import { isKeptBack } from '../curve/keptBackCurves.ts'
import { leads } from '../lock/lockedShape.ts'
import { boxInParent } from './boxInParent.ts'
import { changeLanes } from './changeLanes.ts'
import { laneBands, type LaneBand } from './laneBands.ts'

const folded = createComputedCache(
  'folded lanes of a journey',
  (_editor: Editor, shape: TLShape): readonly LaneBand[] => {
    if (shape.type !== 'journey') return []
    const { props } = shape
    const keys = new Set<number>()
    for (const [at, lane] of props.lanes.entries()) if (lane.foldedFrom !== undefined) keys.add(at)
    return laneBands(props.lanes, props.lanesFrom).filter((_, at) => keys.has(at))
  },
  // A title that is typed and a journey that moves must not ask of every card again whether it is shown.
  { areResultsEqual: (a, b) => a.length === b.length && a.every((band, at) => sameBand(band, b[at])) },
)

/**
 * Whether a shape stands in a folded lane and is therefore not drawn. What the person at this screen drags stays in sight; so does
 * what stands there only in part: its middle decides, as everywhere on a map.
 */
function isFoldedAway(editor: Editor, shape: TLShape): boolean {
  if (shape.type === 'arrow') return leadsToFolded(editor, shape)
  if (shape.type === 'phase') return false
  if (!isShapeId(shape.parentId)) return false
  // A curve lies where its journey says, not where its own record does.
  if (shape.type === 'curve') {
    const journey = editor.getShape(shape.parentId)
    return journey?.type === 'journey' && experienceBand(journey).isHidden
  }
  const bands = folded.get(editor, shape.parentId) ?? []
  if (bands.length === 0 || !bands.some((band) => isIn(editor, shape, band))) return false
  return !(editor.isIn('select.translating') && editor.getSelectedShapeIds().includes(shape.id))
}

/**
 * Opens the lane in which a shape is folded away, because who leads wants to see it; one undo step. For others it stays closed,
 * since it would open for everybody.
 */
export function reveal(editor: Editor, id: TLShapeId): void {
  const shape = editor.getShape(id)
  const known = ShapeId.safeParse(id)
  if (shape === undefined || !known.success || !isFoldedAway(editor, shape) || !leads(editor)) return
  const { parentId } = shape
  if (isShapeId(parentId)) changeLanes(editor, parentId, (state) => openLanesOf(state, new Set([known.data])))
}

/** For tldraw's `getShapeVisibility`. */
export function mapVisibility(shape: TLShape, editor: Editor): 'hidden' | 'inherit' {
  if (shape.type === 'curve' && isKeptBack(editor, shape)) return 'hidden'
  return isFoldedAway(editor, shape) ? 'hidden' : 'inherit'
}

/** How many cards, drawings and curves a folded lane keeps. */
export function foldedCount(editor: Editor, journeyId: TLShapeId, key: LaneKey): number {
  const band = folded.get(editor, journeyId)?.find((each) => each.key === key)
  if (band === undefined) return 0
  return editor.getSortedChildIdsForParent(journeyId).filter((id) => {
    const shape = editor.getShape(id)
    if (shape?.type === 'curve') return key === 'experience'
    return shape !== undefined && shape.type !== 'phase' && shape.type !== 'arrow' && isIn(editor, shape, band)
  }).length
}

/** An arrow that holds on to a card that is not drawn would point at nothing. */
function leadsToFolded(editor: Editor, arrow: TLShape): boolean {
  return editor.getBindingsFromShape(arrow.id, 'arrow').some(({ toId }) => {
    const end = editor.getShape(toId)
    return end !== undefined && end.type !== 'arrow' && editor.isShapeHidden(end)
  })
}

function isIn(editor: Editor, shape: TLShape, { y, h }: LaneBand): boolean {
  const box = boxInParent(editor, shape)
  const middle = box.y + box.h / 2
  return middle >= y && middle < y + h
}

function sameBand(a: LaneBand, b: LaneBand | undefined): boolean {
  return a.key === b?.key && a.y === b.y && a.h === b.h
}
