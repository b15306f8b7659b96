import type { Editor, TLShape, TLShapeId, VecLike } from 'tldraw'
import type { StepPlace } from '@samenreis/model/journey/map/insertStep'
import { MapGrid, slotX, type MapColumn } from '@samenreis/model/journey/map/MapGrid'
import { MAP_GAP, STEP_LANE } from '@samenreis/model/journey/map/mapMeasures'
import type { MapState } from '@samenreis/model/journey/map/MapState'
import { headsOf } from '@samenreis/model/journey/map/StepGroup'
import { isFixedShape } from '../lock/lockedShape.ts'
import { stepRow } from './stepRow.ts'

/** Where a step or phase can be made, with the middle of its mark on the page. */
export type MapPlace = PlaceOnPage & (PlaceForStep | PlaceForPhase)

interface PlaceOnPage {
  readonly key: string
  readonly journeyId: TLShapeId
  readonly x: number
  readonly y: number
}

interface PlaceForStep {
  readonly kind: 'step' | 'first-step'
  readonly step: StepPlace
}

interface PlaceForPhase {
  readonly kind: 'phase'
  /** Number of the phase that it comes before; the number of phases = at the end. */
  readonly before: number
  readonly isEnd: boolean
}

/** Below this zoom cards are too small for a plus between them. */
const MIN_ZOOM = 0.3

/** How far from a border, in pixels of the screen, the pointer still means it. */
const REACH_PX = 36

/** How far the plus of a phase stands from its line, in pixels of the screen: beside the corners by which it is made wider. */
const ASIDE_PX = 18

/** The marks that are shown now: beside what is selected, and at what the pointer is near. */
export function mapPlaces(editor: Editor): readonly MapPlace[] {
  if (editor.getIsReadonly() || !editor.isInAny('select.idle', 'select.pointing_shape')) return []
  if (editor.getZoomLevel() < MIN_ZOOM) return []
  const places = [...onEmptyMaps(editor), ...nearSelection(editor), ...nearPointer(editor)]
  return [...new Map(places.map((place) => [place.key, place])).values()]
}

/** A map without any step shows where they come: in every phase. */
function onEmptyMaps(editor: Editor): readonly MapPlace[] {
  const view = editor.getViewportPageBounds()
  return editor.getCurrentPageShapes().flatMap((journey) => {
    if (journey.type !== 'journey' || !(editor.getShapePageBounds(journey)?.collides(view) ?? false)) return []
    const hasStep = stepRow(editor, journey.id)?.cards.some(({ role }) => role !== 'loose') ?? true
    return hasStep ? [] : (mapOf(editor, journey)?.firstSteps() ?? [])
  })
}

function nearSelection(editor: Editor): readonly MapPlace[] {
  const selected = editor.getOnlySelectedShape()
  if (selected === null) return []
  if (selected.type === 'journey') return mapOf(editor, selected)?.phasePlaces().slice(-1) ?? []
  const journey = editor.getShape(selected.parentId)
  if (selected.type !== 'touchpoint' && selected.type !== 'phase') return []
  const map = journey?.type === 'journey' ? mapOf(editor, journey) : null
  if (map === null) return []
  return selected.type === 'phase' ? map.besidePhase(selected.id) : map.besideStep(selected.id)
}

function nearPointer(editor: Editor): readonly MapPlace[] {
  if (editor.getInstanceState().isCoarsePointer || !editor.getInstanceState().isHoveringCanvas) return []
  const point = editor.inputs.getCurrentPagePoint()
  const reach = REACH_PX / editor.getZoomLevel()
  const journeys = editor.getCurrentPageShapes().filter(({ type }) => type === 'journey')
  const holds = (by: number) => (shape: TLShape) =>
    editor.getShapePageBounds(shape)?.clone().expandBy(by).containsPoint(point) ?? false
  const journey = journeys.findLast(holds(0)) ?? journeys.findLast(holds(reach))
  const map = journey?.type === 'journey' ? mapOf(editor, journey) : null
  return map?.near(point, reach) ?? []
}

function mapOf(editor: Editor, journey: TLShape<'journey'>): PlacesOfMap | null {
  if (isFixedShape(editor, journey.id)) return null
  const state = stepRow(editor, journey.id)
  if (state === null) return null
  const onPage = (point: VecLike): VecLike => editor.getShapePageTransform(journey.id).applyToPoint(point)
  return new PlacesOfMap(journey.id, state, onPage, ASIDE_PX / editor.getZoomLevel())
}

/** All places of one map where something can be made. */
class PlacesOfMap {
  private readonly journeyId: TLShapeId
  private readonly state: MapState
  private readonly grid: MapGrid
  private readonly onPage: (point: VecLike) => VecLike
  private readonly aside: number

  /** @param aside how far the plus of a phase stands from its line, in board pixels */
  constructor(journeyId: TLShapeId, state: MapState, onPage: (point: VecLike) => VecLike, aside: number) {
    this.journeyId = journeyId
    this.aside = aside
    this.state = state
    this.grid = new MapGrid(state)
    this.onPage = onPage
  }

  /** Between two phases above their line, at both ends beside the heads: over no name and no corner. */
  phasePlaces(): readonly MapPlace[] {
    const { columns } = this.grid
    const { aside } = this
    const middle = this.state.lanesFrom / 2
    const end = columns.at(-1)?.right ?? 0
    const points = columns.map(({ left }, at) => (at === 0 ? { x: left - aside, y: middle } : { x: left, y: -aside }))
    return [...points, { x: end + aside, y: middle }].map(({ x, y }, before) => ({
      ...this.placed(`phase ${before}`, x, y),
      kind: 'phase',
      before,
      isEnd: before === columns.length,
    }))
  }

  besidePhase(id: TLShapeId): readonly MapPlace[] {
    const at = this.grid.columns.findIndex(({ phase }) => String(phase.id) === id)
    return at < 0 ? [] : this.phasePlaces().slice(at, at + 2)
  }

  besideStep(id: TLShapeId): readonly MapPlace[] {
    for (const column of this.grid.columns) {
      const at = headsOf(this.grid, column).findIndex((head) => String(head.id) === id)
      if (at >= 0) return this.stepPlaces(column).slice(at, at + 2)
    }
    return []
  }

  /** The place that a point is nearest to, within reach. */
  near(point: VecLike, reach: number): readonly MapPlace[] {
    const corner = this.onPage({ x: 0, y: 0 })
    const { x, y } = { x: point.x - corner.x, y: point.y - corner.y }
    if (y >= -reach && y < this.state.lanesFrom) return nearest(this.phasePlaces(), point, reach)
    const band = this.grid.band(STEP_LANE)
    const column = this.grid.columnAt(x)
    if (column === null || band === null || y < band.top || y >= band.bottom) return []
    const places = this.stepPlaces(column)
    const [first] = places
    return first?.kind === 'first-step' ? [first] : nearest(places, point, reach)
  }

  firstSteps(): readonly MapPlace[] {
    return this.grid.columns.flatMap((column) => this.stepPlaces(column)).filter(({ kind }) => kind === 'first-step')
  }

  private stepPlaces(column: MapColumn): readonly MapPlace[] {
    const band = this.grid.band(STEP_LANE)
    if (band === null || band.folded) return []
    const phaseId = column.phase.id
    const heads = headsOf(this.grid, column)
    if (heads.length === 0) {
      const isEmpty = this.grid.inCell({ phaseId, laneKey: STEP_LANE }).length === 0
      const at = this.placed(`step ${phaseId} 0`, slotX(column, 0), band.top + MAP_GAP)
      return isEmpty ? [{ ...at, kind: 'first-step', step: { phaseId, before: 0 } }] : []
    }
    return Array.from({ length: heads.length + 1 }, (_, before): MapPlace => {
      const [left, right] = [heads[before - 1], heads[before]]
      const from = left === undefined ? (right?.x ?? 0) - MAP_GAP : left.x + left.w
      const to = right?.x ?? from + MAP_GAP
      const beside = left ?? right
      const y = beside === undefined ? band.top : beside.y + beside.h / 2
      return {
        ...this.placed(`step ${phaseId} ${before}`, (from + to) / 2, y),
        kind: 'step',
        step: { phaseId, before },
      }
    })
  }

  private placed(key: string, x: number, y: number): PlaceOnPage {
    return { ...this.onPage({ x, y }), key: `${this.journeyId} ${key}`, journeyId: this.journeyId }
  }
}

function nearest(places: readonly MapPlace[], { x }: VecLike, reach: number): readonly MapPlace[] {
  const away = (place: MapPlace): number => Math.abs(place.x - x)
  const [first] = places.toSorted((a, b) => away(a) - away(b))
  return first === undefined || away(first) > reach ? [] : [first]
}
