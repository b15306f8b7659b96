import { DemoError } from './DemoError.ts'
import type { Demo } from './demoSchema.ts'

/**
 * Every id once, and every reference to something that is there.
 *
 * @throws DemoError naming the entry
 */
export function checkDemo(demo: Demo): void {
  const actors = idsOf(demo.actors)
  const personas = idsOf(demo.personas)
  const journeys = idsOf(demo.journeys)
  const phases = idsOf(demo.phases)
  const steps = idsOf(demo.touchpoints)
  const linkable = idsOf([...demo.personas, ...demo.touchpoints, ...demo.painPoints, ...demo.cards, ...demo.ideas])
  const all = [...idLists(demo)].flat()
  // The board beside the journey takes this id.
  const seen = new Set(['matrix'])
  for (const id of all) {
    if (seen.has(id)) throw new DemoError(`${id} stands twice in this demo`)
    seen.add(id)
  }
  for (const { id, pairedPersonaId } of demo.personas)
    if (pairedPersonaId !== null) need(id, [pairedPersonaId], personas)
  for (const { id, personaIds, comparesWith = [] } of demo.journeys) {
    need(id, personaIds, personas)
    need(id, comparesWith, journeys)
  }
  for (const { id, journeyId } of demo.phases) need(id, [journeyId], journeys)
  for (const { id, phaseId, actorIds, sameAs } of demo.touchpoints) {
    need(id, [phaseId], phases)
    if (sameAs !== undefined) need(id, [sameAs], steps)
    need(id, actorIds, actors)
  }
  for (const { id, journeyId, points } of demo.curves) {
    need(id, [journeyId], journeys)
    need(id, Object.keys(points), steps)
  }
  for (const { id, touchpointIds, actorIds } of demo.painPoints) {
    need(id, touchpointIds, steps)
    need(id, actorIds, actors)
  }
  for (const { id, belongsTo, actorId } of demo.cards) {
    need(id, belongsTo, linkable)
    if (actorId !== undefined) need(id, [actorId], actors)
  }
  for (const { id, belongsTo } of demo.ideas) need(id, belongsTo, linkable)
  for (const { id, organisationId } of demo.actions) need(id, [organisationId], actors)
}

function idsOf(entries: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id))
}

function* idLists(demo: Demo): Iterable<string[]> {
  const { actors, personas, journeys, phases, touchpoints, curves, painPoints, cards, ideas } = demo
  for (const list of [actors, personas, journeys, phases, touchpoints, curves, painPoints, cards, ideas]) {
    yield list.map(({ id }) => id)
  }
}

function need(id: string, references: readonly string[], known: ReadonlySet<string>): void {
  for (const reference of references) {
    if (!known.has(reference)) throw new DemoError(`${id} names ${reference}, which this demo does not have there`)
    if (reference === id) throw new DemoError(`${id} names itself`)
  }
}
