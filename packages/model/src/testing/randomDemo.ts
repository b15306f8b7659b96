import { Demo } from '../interchange/demoSchema.ts'
import { Basis, CardKind, Channel, Friction, PhaseKey } from '../records/enumerations.ts'
import type { RandomSource } from './RandomSource.ts'
import { randomText } from './randomText.ts'

/** A demo journey without contradictions, of any shape: crowded steps, empty phases, cards that hang on nothing. */
export function randomDemo(random: RandomSource): Demo {
  const ids = (prefix: string, most: number): string[] =>
    Array.from({ length: random.between(0, most) }, (_, at) => `${prefix}${at}`)
  const journeys = ids('j', 2)
  const phases = journeys.length === 0 ? [] : ids('f', 6)
  const steps = phases.length === 0 ? [] : ids('t', 12)
  const personas = ids('per', 3)
  const actors = ids('a', 5)
  const painPoints = ids('pp', 8)
  const cards = ids('k', 20)
  const ideas = ids('i', 8)
  const text = (longest: number): string => randomText(random, longest)
  const basis = (): Basis => random.pick(Basis.options)
  const linkable = [...personas, ...steps, ...steps, ...painPoints, ...ideas, ...cards]
  const targets = (id: string): string[] =>
    random.some(
      linkable.filter((each) => each !== id),
      3,
    )
  return Demo.parse({
    schema: 'klantreis.demo/1',
    room: { id: 'random', title: 'Zomaar een reis', date: '2026-03-12', language: random.pick(['nl', 'en']) },
    actors: actors.map((id) => ({ id, name: text(80), kind: 'other' })),
    personas: personas.map((id) => ({ ...somebody, id, name: text(40), situation: text(600) })),
    journeys: journeys.map((id) => ({
      id,
      kind: 'joint',
      title: text(120),
      personaIds: random.some(personas, 2),
      context: null,
      phaseModel: 'free',
    })),
    phases: phases.map((id, order) => ({
      id,
      journeyId: random.pick(journeys),
      key: random.pick(PhaseKey.options),
      order,
      title: text(40),
    })),
    touchpoints: steps.map((id) => ({
      id,
      phaseId: random.pick(phases),
      order: random.between(0, 9),
      title: text(80),
      description: null,
      channel: random.pick(Channel.options),
      initiator: null,
      seenByOrg: random.chance(0.5),
      actorIds: random.some(actors, 2),
      basis: basis(),
      waitDays: random.chance(0.5) ? null : random.between(0, 99),
      friction: random.some(Friction.options, 4),
      whyNeeded: null,
      requiredBy: null,
      relation: null,
    })),
    curves: journeys.map((journeyId, at) => ({
      id: `c${at}`,
      journeyId,
      voice: 'client',
      label: text(40),
      points: Object.fromEntries(random.some(steps, 5).map((id) => [id, random.between(-2, 2)])),
    })),
    painPoints: painPoints.map((id) => ({
      id,
      title: text(120),
      touchpointIds: random.some(steps, 3),
      actorIds: random.some(actors, 2),
      severity: random.between(1, 3),
      basis: basis(),
    })),
    cards: cards.map((id) => ({ id, kind: random.pick(CardKind.options), text: text(280), belongsTo: targets(id) })),
    ideas: ideas.map((id) => ({
      id,
      title: text(120),
      description: null,
      belongsTo: targets(id),
      effort: null,
      impact: null,
    })),
    votes: Object.fromEntries(
      random
        .some(ideas, 5)
        .map((id) => [
          id,
          { client: random.between(0, 9), professional: random.between(0, 9), policy: random.between(0, 3) },
        ]),
    ),
    actions: [],
    glossary: [],
  })
}

const somebody = {
  age: null,
  perspective: 'client',
  avatar: null,
  drivers: ['Zelf de baas blijven'],
  insecurities: [],
  dreams: [],
  communicationWishes: [],
  channelPreferences: [],
  digitalSkill: null,
  readingLevel: null,
  languages: [],
  segment: null,
  laws: [],
  basis: 'assumption',
  coCreatedWith: 0,
  pairedPersonaId: null,
  status: 'draft',
}
