import { z } from 'zod'
import { Basis, CardKind, JourneyKind, LaneKey, PhaseKey, Template, Verdict } from '../records/enumerations.ts'
import { Words } from './words.ts'

/** An id inside a template file; becomes part of a shape's id. */
const TemplateId = z.string().regex(/^[a-z0-9-]{1,32}$/)

const TemplatePersona = z.strictObject({ id: TemplateId, basis: Basis.default('assumption') })

const TemplateJourney = z.strictObject({
  id: TemplateId,
  kind: JourneyKind,
  /** Absent = still to be named: the board then asks for it. */
  title: Words.optional(),
  personaIds: z.array(TemplateId),
  lanes: z.array(LaneKey).min(1),
  comparesWith: z.array(TemplateId).default([]),
})

const TemplateStep = z.strictObject({ id: TemplateId, journeyId: TemplateId, phase: PhaseKey, basis: Basis })

const TemplateCard = z.strictObject({
  id: TemplateId,
  kind: CardKind,
  text: Words.optional(),
  verdict: Verdict.optional(),
  /** Personas that it is about: it stands below the first. */
  belongsTo: z.array(TemplateId).default([]),
})

/** A sticky note that says in one sentence what to do, above the thing at which the hand begins; `matrix` names the matrix. */
const TemplateNote = z.strictObject({ id: TemplateId, text: Words, above: TemplateId })

const TemplateFrame = z.strictObject({
  id: TemplateId,
  title: Words,
  /** A persona with the cards below it, or cards that belong to nothing; empty = room to put things. */
  holds: z.array(TemplateId),
})

/**
 * The start layout of a kind of session, format `klantreis.template/1`: what stands on the board and in which words. Places
 * follow from it (templateLayout.ts); every journey has the five municipal phases.
 */
export const TemplateFile = z.strictObject({
  schema: z.literal('klantreis.template/1'),
  template: Template,
  personas: z.array(TemplatePersona),
  journeys: z.array(TemplateJourney),
  steps: z.array(TemplateStep),
  cards: z.array(TemplateCard),
  notes: z.array(TemplateNote),
  frames: z.array(TemplateFrame),
  /** Whether the board for effort and impact stands ready. */
  matrix: z.boolean(),
})
export type TemplateFile = z.infer<typeof TemplateFile>

/** The five phases in plain words, and what to ask in each. */
export const PhaseFile = z.strictObject({
  schema: z.literal('klantreis.phases/1'),
  phases: z.array(z.strictObject({ key: PhaseKey, title: Words, hint: Words })),
})
export type PhaseFile = z.infer<typeof PhaseFile>
