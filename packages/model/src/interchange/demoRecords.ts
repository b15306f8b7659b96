import { ShapeId } from '../ids/recordId.ts'
import type { ShapeOf } from '../records/recordKinds.ts'
import { actionFieldsOf } from './demoActions.ts'
import type { Demo } from './demoSchema.ts'
import { newShape } from './newShape.ts'

/** Shapes of a demo with their words and links as fields, not yet placed. */
export interface DemoShapes {
  readonly actors: readonly ShapeOf<'actor'>[]
  readonly personas: readonly ShapeOf<'persona'>[]
  readonly journeys: readonly ShapeOf<'journey'>[]
  readonly phases: readonly ShapeOf<'phase'>[]
  readonly touchpoints: readonly ShapeOf<'touchpoint'>[]
  readonly curves: readonly ShapeOf<'curve'>[]
  readonly painPoints: readonly ShapeOf<'pain-point'>[]
  readonly cards: readonly ShapeOf<'card'>[]
  readonly ideas: readonly ShapeOf<'idea'>[]
  readonly matrix: ShapeOf<'matrix'>
}

/** The shape that a demo entry becomes: `t01` -> `shape:t01`. */
export function shapeIdOf(demoId: string): ShapeId {
  return ShapeId.parse(`shape:${demoId}`)
}

/** Every entry of the demo as a shape; ideas and cards with what the demo's actions say about them. */
export function shapesOfDemo(demo: Demo): DemoShapes {
  const actions = actionFieldsOf(demo)
  return {
    actors: demo.actors.map(({ id, name, kind }) => newShape('actor', shapeIdOf(id), { name, kind })),
    personas: demo.personas.map(({ id, pairedPersonaId, ...fields }) =>
      newShape('persona', shapeIdOf(id), { ...fields, pairedPersonaId: refOf(pairedPersonaId) }),
    ),
    journeys: demo.journeys.map(({ id, personaIds, comparesWith = [], lanes: _lanes, ...fields }) =>
      newShape('journey', shapeIdOf(id), {
        ...fields,
        personaIds: personaIds.map(shapeIdOf),
        comparesWith: comparesWith.map(shapeIdOf),
      }),
    ),
    phases: demo.phases.map(({ id, key, order, title }) => newShape('phase', shapeIdOf(id), { key, order, title })),
    touchpoints: demo.touchpoints.map(({ id, phaseId: _phase, order: _order, ...fields }) =>
      newShape('touchpoint', shapeIdOf(id), {
        ...fields,
        description: fields.description ?? '',
        whyNeeded: fields.whyNeeded ?? '',
        actorIds: fields.actorIds.map(shapeIdOf),
        sameAs: refOf(fields.sameAs ?? null),
      }),
    ),
    curves: demo.curves.map(({ id, journeyId, voice, label, points }) =>
      newShape('curve', shapeIdOf(id), {
        journeyId: shapeIdOf(journeyId),
        voice,
        label,
        points: Object.fromEntries(Object.entries(points).map(([step, face]) => [shapeIdOf(step), face])),
      }),
    ),
    painPoints: demo.painPoints.map(({ id, title, actorIds, severity, basis }) =>
      newShape('pain-point', shapeIdOf(id), { title, severity, basis, actorIds: actorIds.map(shapeIdOf) }),
    ),
    cards: demo.cards.map(({ id, belongsTo: _targets, actorId, ...fields }) =>
      newShape('card', shapeIdOf(id), { ...fields, actorId: refOf(actorId ?? null), ...actions.get(id) }),
    ),
    ideas: demo.ideas.map(({ id, belongsTo: _targets, description, ...fields }) =>
      newShape('idea', shapeIdOf(id), { ...fields, description: description ?? '', ...actions.get(id) }),
    ),
    matrix: newShape('matrix', shapeIdOf('matrix'), {
      title: demo.room.language === 'en' ? 'Effort and impact' : 'Moeite en winst',
    }),
  }
}

function refOf(demoId: string | null): ShapeId | null {
  return demoId === null ? null : shapeIdOf(demoId)
}
