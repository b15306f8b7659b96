import { ParticipantId } from '../ids/participantId.ts'
import { BindingId, ShapeId, type ParentId } from '../ids/recordId.ts'
import { FIRST_PAGE_ID } from '../document/seed.ts'
import { arrowBindingDefaults, type BoardBinding } from '../records/binding.ts'
import type { Geometry, Page } from '../records/envelope.ts'
import { isShapeType, shapeKinds, type BoardRecord, type BoardShape, type ShapeType } from '../records/recordKinds.ts'
import { indexKey } from '../interchange/indexKey.ts'
import type { RandomSource } from './RandomSource.ts'
import { randomShape } from './randomShape.ts'
import type { ValueContext } from './randomValue.ts'

/** Kinds that a workshop makes most of; the others appear about as often as one of these. */
const common = ['touchpoint', 'pain-point', 'idea', 'card', 'card', 'note'] as const satisfies readonly ShapeType[]
const everyKind: readonly ShapeType[] = Object.keys(shapeKinds).filter(isShapeType)
/** Kinds that others stand on, in the order in which they may stand on each other. */
const containers = ['journey', 'frame', 'group'] as const satisfies readonly ShapeType[]

/** Share of references and link ends that name something that is gone. */
const GONE = 0.08

/**
 * A valid board of about `size` shapes with every kind that fits in, links of both sorts, and traces of deletion: references,
 * links and parents that name shapes which are not there. The first record is the first page.
 */
export function randomBoard(random: RandomSource, size: number): BoardRecord[] {
  const kinds = [...everyKind, ...Array.from({ length: size }, () => pickKind(random))].slice(0, size)
  const plan = inStandingOrder(kinds).map((type) => ({ type, id: ShapeId.parse(`shape:${random.idPart()}`) }))
  const gone = Array.from({ length: 1 + Math.floor(size * GONE) }, () => ShapeId.parse(`shape:${random.idPart()}`))
  const context: ValueContext = {
    random,
    shapeIds: [...plan.map(({ id }) => id), ...gone],
    participantIds: [1, 2, 3].map((n) => ParticipantId.parse(`pa_random${n}`)),
  }
  const shapes: BoardShape[] = []
  for (const [at, { type, id }] of plan.entries()) {
    const parentId = pickParent(random, type, shapes, gone)
    const place = { parentId, index: indexKey(at + 1), geometry: randomGeometry(random, type) }
    shapes.push(randomShape(type, id, place, context))
  }
  const page: Page = { id: FIRST_PAGE_ID, type: 'page', name: '', index: 'a1', meta: {} }
  return [page, ...shapes, ...randomLinks(random, shapes, gone)]
}

/** A kind as often as people make it. */
export function pickKind(random: RandomSource): ShapeType {
  return random.chance(0.7) ? random.pick(common) : random.pick(everyKind)
}

/** A place of a size that suits the kind, mostly upright, mostly where a journey would be. */
export function randomGeometry(random: RandomSource, type: ShapeType): Geometry {
  const { w, h } = shapeKinds[type].size
  const rotation = type === 'journey' || type === 'phase' || random.chance(0.9) ? 0 : random.next()
  if (type === 'phase') return [random.between(0, 4) * w, 0, 0, w, h]
  const spread = containers.some((each) => each === type) ? 3000 : 1900
  return [random.between(-100, spread), random.between(-100, 900), rotation, w, h]
}

/** A shape that this kind may stand on, the page, or now and then something that is gone. */
export function pickParent(
  random: RandomSource,
  type: ShapeType,
  shapes: readonly BoardShape[],
  gone: readonly ShapeId[],
): ParentId {
  const rank = containers.findIndex((each) => each === type)
  const onto: readonly ShapeType[] = rank < 0 ? containers : containers.slice(0, rank)
  const parents = shapes.filter((shape) => onto.includes(shape.type))
  if (parents.length === 0 || type === 'arrow') return FIRST_PAGE_ID
  if (random.chance(GONE / 4)) return random.pickOrNull(gone) ?? FIRST_PAGE_ID
  return random.chance(0.75) ? random.pick(parents).id : FIRST_PAGE_ID
}

/** A card belongs to something. */
export function randomBelongsTo(random: RandomSource, fromId: ShapeId, toId: ShapeId): BoardBinding {
  return { id: BindingId.parse(`binding:${random.idPart()}`), type: 'belongs_to', fromId, toId, meta: {} }
}

/** One end of an arrow holds on to something. */
export function randomArrowEnd(
  random: RandomSource,
  arrowId: ShapeId,
  terminal: 'start' | 'end',
  toId: ShapeId,
): BoardBinding {
  const id = BindingId.parse(`binding:${random.idPart()}`)
  return { ...arrowBindingDefaults, id, type: 'arrow', fromId: arrowId, toId, terminal, meta: {} }
}

function randomLinks(random: RandomSource, shapes: readonly BoardShape[], gone: readonly ShapeId[]): BoardBinding[] {
  const ids = shapes.map(({ id }) => id)
  const target = (): ShapeId => random.pick(random.chance(GONE) ? gone : ids)
  return shapes.flatMap((shape) => {
    if (shape.type === 'arrow') {
      const ends = random.chance(0.8) ? (['start', 'end'] as const) : (['end'] as const)
      return ends.map((terminal) => randomArrowEnd(random, shape.id, terminal, target()))
    }
    const links =
      shape.type === 'card' || shape.type === 'idea' || shape.type === 'pain-point' ? random.between(0, 2) : 0
    return Array.from({ length: links }, () => randomBelongsTo(random, shape.id, target()))
  })
}

/** Containers first, so that everything finds what it may stand on. */
function inStandingOrder(kinds: readonly ShapeType[]): ShapeType[] {
  const rank = (type: ShapeType): number => {
    const at = containers.findIndex((each) => each === type)
    return at < 0 ? containers.length : at
  }
  return [...kinds].sort((a, b) => rank(a) - rank(b))
}
