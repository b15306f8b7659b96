import { Places, type Point } from '../document/place.ts'
import type { RecordId, ShapeId } from '../ids/recordId.ts'
import type { LaneKey } from '../records/enumerations.ts'
import type { BoardRecord, BoardShape } from '../records/recordKinds.ts'
import { isShape } from '../records/recordClass.ts'
import { Columns } from './alignment.ts'
import { byId } from './BoardIndex.ts'
import type { BoardOutline, JourneyOutline, OutlinePart, PlacedCard } from './BoardOutline.ts'
import type { JourneyMap } from './JourneyMap.ts'
import { Placement } from './Placement.ts'
import { sameCard, sameCurve, sameJourney, sameList } from './sameOutline.ts'

/** Where one card stands, as far as the outline needs it. */
interface Stand {
  readonly journeyId: ShapeId | null
  readonly phaseId: ShapeId | null
  readonly x: number
  readonly y: number
}

/** The cards of one journey, or of none. */
interface Group {
  readonly steps: Set<ShapeId>
  readonly cards: Set<ShapeId>
}

const NOWHERE = 'elsewhere'
type GroupId = ShapeId | typeof NOWHERE

/**
 * The outline of a board that changes. A card that moves costs its own look-up and the order of its journey; only when
 * something moves that others stand in is everything placed anew. Parts that come out the same stay the same objects.
 */
export class LiveOutline {
  private readonly records: ReadonlyMap<RecordId, BoardRecord>
  private placement: Placement
  private places: Places
  private readonly stands = new Map<ShapeId, Stand>()
  private readonly groups = new Map<GroupId, Group>()
  private readonly personaIds = new Set<ShapeId>()
  private readonly curveIds = new Set<ShapeId>()
  /** Cards to place anew; null = all of them. */
  private moved: Set<ShapeId> | null = null
  private current: BoardOutline = { journeys: [], cards: [], curves: [], personaIds: [] }
  private cardsOfGroup = new Map<GroupId, readonly PlacedCard[]>()

  /** @param records the board itself: read again whenever something is told to have changed */
  constructor(records: ReadonlyMap<RecordId, BoardRecord>) {
    this.records = records
    this.places = new Places(records)
    this.placement = new Placement(this.places, [])
  }

  /** A card came, went, or moved by itself. */
  cardMoved(id: ShapeId): void {
    this.moved?.add(id)
  }

  /** Something came, went or moved that others stand in. */
  groundMoved(): void {
    this.moved = null
  }

  /** The outline of now. The same object as before when nothing in it changed. */
  read(): BoardOutline {
    if (this.moved?.size === 0) return this.current
    const touched = this.moved === null ? this.placeAll() : this.placeAgain(this.moved)
    this.moved = new Set()
    this.current = this.outlineOf(touched)
    return this.current
  }

  private placeAll(): Set<GroupId> {
    const shapes: BoardShape[] = []
    for (const record of this.records.values()) if (isShape(record)) shapes.push(record)
    this.places = new Places(this.records)
    this.placement = new Placement(this.places, shapes.sort(byId))
    this.stands.clear()
    this.groups.clear()
    this.personaIds.clear()
    this.curveIds.clear()
    for (const shape of shapes) this.place(shape)
    return new Set([...this.groups.keys(), ...this.cardsOfGroup.keys(), NOWHERE])
  }

  private placeAgain(ids: ReadonlySet<ShapeId>): Set<GroupId> {
    const touched = new Set<GroupId>()
    for (const id of ids) {
      const before = this.stands.get(id)
      if (before !== undefined) this.take(id, before)
      this.placement.forget(id)
      const shape = this.places.shape(id)
      if (shape !== null) this.place(shape)
      const after = this.stands.get(id)
      if (before !== undefined) touched.add(before.journeyId ?? NOWHERE)
      if (after !== undefined) touched.add(after.journeyId ?? NOWHERE)
    }
    return touched
  }

  private take(id: ShapeId, { journeyId }: Stand): void {
    const group = this.groups.get(journeyId ?? NOWHERE)
    group?.steps.delete(id)
    group?.cards.delete(id)
    this.stands.delete(id)
    this.personaIds.delete(id)
    this.curveIds.delete(id)
  }

  private place(shape: BoardShape): void {
    if (!isPlaced(shape)) return
    const { journey, phase, centre } = this.placement.spot(shape)
    // Personas stand beside the journeys and are compared with each other over the page.
    const { x, y } = shape.type === 'persona' ? centre : (journey?.local(centre) ?? centre)
    const journeyId = journey?.journey.id ?? null
    this.stands.set(shape.id, { journeyId, phaseId: phase?.id ?? null, x, y })
    if (shape.type === 'persona') this.personaIds.add(shape.id)
    else if (shape.type === 'curve') this.curveIds.add(shape.id)
    else if (shape.type === 'touchpoint' && isStepOf(journey, centre))
      this.groupAt(journeyId ?? NOWHERE).steps.add(shape.id)
    else this.groupAt(journeyId ?? NOWHERE).cards.add(shape.id)
  }

  private groupAt(id: GroupId): Group {
    const known = this.groups.get(id)
    if (known !== undefined) return known
    const made: Group = { steps: new Set(), cards: new Set() }
    this.groups.set(id, made)
    return made
  }

  private outlineOf(touched: ReadonlySet<GroupId>): BoardOutline {
    const before = this.current
    const maps = this.placement.journeys.toSorted((a, b) => this.inBoardOrder(a, b))
    const known = new Map(before.journeys.map((journey) => [journey.id, journey]))
    const journeys = maps.map((map) => {
      const old = known.get(map.journey.id)
      if (old !== undefined && !touched.has(old.id)) return old
      const next = this.journeyOutline(map)
      return old !== undefined && sameJourney(old, next) ? old : next
    })
    for (const id of touched) this.cardsOfGroup.set(id, this.cardsIn(id))
    const order: GroupId[] = [...maps.map(({ journey }) => journey.id), NOWHERE]
    this.cardsOfGroup = new Map(order.map((id) => [id, this.cardsOfGroup.get(id) ?? []]))
    const cards = [...this.cardsOfGroup.values()].flat()
    const curves = [...this.curveIds].sort().map((id) => ({ id, journeyId: this.stands.get(id)?.journeyId ?? null }))
    const personaIds = this.ordered(this.personaIds)
    const next: BoardOutline = {
      journeys: sameList(before.journeys, journeys) ? before.journeys : journeys,
      cards: sameList(before.cards, cards, sameCard) ? before.cards : cards,
      curves: sameList(before.curves, curves, sameCurve) ? before.curves : curves,
      personaIds: sameList(before.personaIds, personaIds) ? before.personaIds : personaIds,
    }
    const isSame = parts.every((part) => next[part] === before[part])
    return isSame ? before : next
  }

  private journeyOutline({ journey, columns }: JourneyMap): JourneyOutline {
    const stepIds = this.ordered(this.groups.get(journey.id)?.steps ?? [])
    const byPhase = new Map<ShapeId | null, ShapeId[]>(columns.map(({ phase }) => [phase.id, []]))
    for (const id of stepIds) byPhase.get(this.stands.get(id)?.phaseId ?? null)?.push(id)
    return {
      id: journey.id,
      columns: columns.map(({ phase }) => ({ phaseId: phase.id, stepIds: byPhase.get(phase.id) ?? [] })),
      stepIds,
    }
  }

  private cardsIn(groupId: GroupId): readonly PlacedCard[] {
    const group = this.groups.get(groupId)
    const steps = [...(group?.steps ?? [])].toSorted().flatMap((id) => this.places.shape(id) ?? [])
    const columns = new Columns(steps, this.placement)
    return this.ordered(group?.cards ?? []).map((id) => {
      const stand = this.stands.get(id)
      const step = this.stepAt(id, columns)
      return { id, journeyId: stand?.journeyId ?? null, phaseId: stand?.phaseId ?? null, stepId: step?.id ?? null }
    })
  }

  private stepAt(id: ShapeId, columns: Columns<BoardShape>): BoardShape | null {
    const shape = this.places.shape(id)
    if (shape === null) return null
    const alignment = columns.alignedWith(this.placement.spot(shape), () => true)
    return alignment.kind === 'one' ? alignment.shape : null
  }

  /** Left to right, then top to bottom; on the same point by id. */
  private ordered(ids: Iterable<ShapeId>): ShapeId[] {
    const stands = [...ids].map((id) => ({ id, x: this.stands.get(id)?.x ?? 0, y: this.stands.get(id)?.y ?? 0 }))
    return stands.sort((a, b) => a.x - b.x || a.y - b.y || byId(a, b)).map(({ id }) => id)
  }

  private inBoardOrder(a: JourneyMap, b: JourneyMap): number {
    const [pageOfA, pageOfB] = [this.pageIndex(a), this.pageIndex(b)]
    if (pageOfA !== pageOfB) return pageOfA < pageOfB ? -1 : 1
    const [atA, atB] = [this.corner(a), this.corner(b)]
    return atA.y - atB.y || atA.x - atB.x || byId(a.journey, b.journey)
  }

  private corner({ journey }: JourneyMap): { readonly x: number; readonly y: number } {
    return this.places.onPage(journey, { x: 0, y: 0 })
  }

  /** Sorts pages; journeys that stand on none come last. */
  private pageIndex({ page }: JourneyMap): string {
    const record = page === null ? undefined : this.records.get(page)
    return record?.type === 'page' ? `${record.index} ${record.id}` : '~'
  }
}

const parts = ['journeys', 'cards', 'curves', 'personaIds'] as const satisfies readonly OutlinePart[]

const placedTypes: ReadonlySet<string> = new Set(['touchpoint', 'pain-point', 'card', 'idea', 'curve', 'persona'])

/** Lanes of a blueprint: what the organisation does for the step above, not where the person goes. */
export const organisationLanes: ReadonlySet<LaneKey> = new Set(['frontstage', 'backstage', 'support'])

function isStepOf(journey: JourneyMap | null, centre: Point): boolean {
  if (journey === null) return false
  const lane = journey.laneAt(centre)
  return lane === null || !organisationLanes.has(lane)
}

/** Whether the outline says where a shape of this kind stands. */
export function isPlaced({ type }: { readonly type: string }): boolean {
  return placedTypes.has(type)
}
