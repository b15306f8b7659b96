import type { Demo } from './demoSchema.ts'

/**
 * Several demos on one board: their journeys from top to bottom in the order given. A step keeps its twin, and a journey what it
 * is laid beside, as far as that came along.
 *
 * The result is checked like any other demo, by whoever makes a room of it.
 */
export function joinDemos(room: Demo['room'], demos: readonly Demo[]): Demo {
  const steps = new Set(demos.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id)))
  const journeys = new Set(demos.flatMap((demo) => demo.journeys.map(({ id }) => id)))
  return {
    schema: 'klantreis.demo/1',
    room,
    actors: demos.flatMap(({ actors }) => actors),
    personas: demos.flatMap(({ personas }) => personas),
    journeys: demos.flatMap((demo) =>
      demo.journeys.map((journey) => ({
        ...journey,
        comparesWith: (journey.comparesWith ?? []).filter((id) => journeys.has(id)),
      })),
    ),
    phases: demos.flatMap(({ phases }) => phases),
    touchpoints: demos.flatMap(({ touchpoints }) =>
      touchpoints.map((step) => (step.sameAs === undefined || steps.has(step.sameAs) ? step : withoutTwin(step))),
    ),
    curves: demos.flatMap(({ curves }) => curves),
    painPoints: demos.flatMap(({ painPoints }) => painPoints),
    cards: demos.flatMap(({ cards }) => cards),
    ideas: demos.flatMap(({ ideas }) => ideas),
    votes: Object.fromEntries(demos.flatMap(({ votes }) => Object.entries(votes))),
    actions: demos.flatMap(({ actions }) => actions),
    glossary: demos.flatMap(({ glossary }) => glossary),
  }
}

/** The people, organisations and words of a demo, without anything that happened to them. */
export function castOf(demo: Demo): Demo {
  return {
    ...demo,
    journeys: [],
    phases: [],
    touchpoints: [],
    curves: [],
    painPoints: [],
    cards: [],
    ideas: [],
    votes: {},
    actions: [],
  }
}

function withoutTwin({ sameAs: _gone, ...step }: Demo['touchpoints'][number]): Demo['touchpoints'][number] {
  return step
}
