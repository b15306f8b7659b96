import { Places } from '../document/place.ts'
import type { RecordId, ShapeId } from '../ids/recordId.ts'
import type { BoardBinding } from '../records/binding.ts'
import type { BoardRecord, BoardShape } from '../records/recordKinds.ts'
import { checkDemo } from './demoCheck.ts'
import { dependenciesOf } from './demoActions.ts'
import { shapeIdOf, shapesOfDemo, type DemoShapes } from './demoRecords.ts'
import type { Demo } from './demoSchema.ts'
import { votesOfDemo } from './demoVotes.ts'
import { layOut, type LayoutPlan } from './layout.ts'
import { arrowBetween, belongsTo } from './links.ts'
import type { RoomContent } from './roomContent.ts'

/** The question on the table of the demos we ship; any other asks it about its first persona. */
const questions: Readonly<Record<string, string>> = {
  'demo-wmo': 'Hoe regelen we dit samen beter voor Riet?',
  'demo-inburgering': 'Hoe helpen we Yonas samen aan een goed begin?',
}

/**
 * A demo journey as the content of a room: everything placed, every entry of `belongsTo` and `touchpointIds` a link, the
 * demo's actions written into their ideas and cards, its votes dealt to invented people. The same demo gives the same
 * content always. The glossary has no place on the board in this version.
 *
 * @throws DemoError when the demo contradicts itself
 */
export function contentOfDemo(demo: Demo): RoomContent {
  checkDemo(demo)
  const shapes = layOut(planOf(demo, shapesOfDemo(demo)))
  const { title, language, date } = demo.room
  return {
    title,
    question: demo.room.question ?? questions[demo.room.id] ?? questionAbout(demo),
    language,
    date: date ?? '',
    records: [...shapes, ...linksOf(demo, shapes)],
    ...votesOfDemo(demo),
  }
}

function questionAbout({ personas, room }: Demo): string {
  const name = personas[0]?.name
  if (name === undefined) return ''
  return room.language === 'en'
    ? `How do we make this better for ${name}?`
    : `Hoe regelen we dit samen beter voor ${name}?`
}

/** Demo id -> demo ids it belongs to, in the order of the file. */
function targetsOf(demo: Demo): ReadonlyMap<string, readonly string[]> {
  const targets = new Map<string, string[]>()
  for (const { id, touchpointIds } of demo.painPoints) targets.set(id, [...touchpointIds])
  for (const { id, belongsTo: to } of [...demo.cards, ...demo.ideas]) targets.set(id, [...to])
  for (const { before, after, as } of dependenciesOf(demo)) {
    const known = targets.get(before)
    if (as === 'belongs_to' && known !== undefined && !known.includes(after)) known.push(after)
  }
  return targets
}

function planOf(demo: Demo, shapes: DemoShapes): LayoutPlan {
  const targets = targetsOf(demo)
  const inOrder = <T extends { id: string; order: number }>(entries: readonly T[]): T[] =>
    [...entries].sort((a, b) => a.order - b.order)
  const shapeOf = <T extends { id: ShapeId }>(of: readonly T[], demoId: string): T[] =>
    of.filter(({ id }) => id === shapeIdOf(demoId))
  return {
    actors: shapes.actors,
    personas: shapes.personas,
    matrices: [shapes.matrix],
    journeys: demo.journeys.flatMap(({ id: journeyId, lanes }) =>
      shapeOf(shapes.journeys, journeyId).map((journey) => ({
        journey,
        lanes,
        curves: shapes.curves.filter((curve) => curve.journeyId === journey.id),
        columns: inOrder(demo.phases.filter((phase) => phase.journeyId === journeyId)).flatMap((entry) =>
          shapeOf(shapes.phases, entry.id).map((phase) => ({
            phase,
            steps: inOrder(demo.touchpoints.filter((step) => step.phaseId === entry.id)).flatMap((step) =>
              shapeOf(shapes.touchpoints, step.id),
            ),
          })),
        ),
      })),
    ),
    cards: [...shapes.painPoints, ...shapes.cards, ...shapes.ideas].map((shape) => ({
      shape,
      targets: (targets.get(shape.id.slice('shape:'.length)) ?? []).map(shapeIdOf),
    })),
  }
}

function linksOf(demo: Demo, shapes: readonly BoardShape[]): BoardRecord[] {
  const byId = new Map<RecordId, BoardRecord>(shapes.map((shape) => [shape.id, shape]))
  const bindings: BoardBinding[] = []
  for (const [id, targets] of targetsOf(demo)) {
    for (const target of targets) bindings.push(belongsTo(shapeIdOf(id), shapeIdOf(target)))
  }
  const places = new Places(byId)
  const arrows = dependenciesOf(demo)
    .filter(({ as }) => as === 'arrow')
    .flatMap(({ before, after }, at) => {
      const from = places.shape(shapeIdOf(before))
      const to = places.shape(shapeIdOf(after))
      return from === null || to === null ? [] : arrowBetween(from, to, places, shapes.length + at + 1)
    })
  return [...bindings, ...arrows]
}
