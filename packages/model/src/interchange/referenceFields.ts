import type { ShapeType } from '../records/recordKinds.ts'

/** How a field holds references: one or null, a list of them, or as the keys of an object. */
export type ReferenceForm = 'one' | 'list' | 'keys'

type ReferenceTable = Readonly<Record<ShapeType, Readonly<Record<string, ReferenceForm>>>>

const none = {} as const

/** The canvas's own kinds: none of them names a shape or a person. */
const drawings = {
  note: none,
  text: none,
  arrow: none,
  frame: none,
  group: none,
  draw: none,
  highlight: none,
  geo: none,
  line: none,
} as const

/**
 * Every field of every kind that names other shapes. Beside these a shape names its parent and a binding both its ends. A
 * test holds the table to the schemas.
 */
export const shapeReferences = {
  persona: { pairedPersonaId: 'one' },
  journey: { personaIds: 'list', comparesWith: 'list' },
  phase: none,
  touchpoint: { actorIds: 'list', sameAs: 'one' },
  curve: { journeyId: 'one', points: 'keys' },
  'pain-point': { actorIds: 'list' },
  card: { actorId: 'one', organisationId: 'one', spokenAs: 'one' },
  idea: { organisationId: 'one', mergedInto: 'one' },
  actor: none,
  matrix: none,
  ...drawings,
} as const satisfies ReferenceTable

/** Every field of every kind that names people of the room. */
export const participantReferences = {
  persona: none,
  journey: none,
  phase: none,
  touchpoint: none,
  curve: { authorId: 'one' },
  'pain-point': none,
  card: { authorId: 'one', ownerParticipantId: 'one', onBehalfOf: 'one' },
  idea: { ownerParticipantId: 'one' },
  actor: none,
  matrix: none,
  ...drawings,
} as const satisfies ReferenceTable
