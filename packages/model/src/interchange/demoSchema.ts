import { z } from 'zod'
import { Language } from '../api/rooms.ts'
import {
  ActionStatus,
  ActionType,
  ActorKind,
  Basis,
  CardKind,
  Channel,
  Context,
  DigitalSkill,
  Friction,
  Initiator,
  Handover,
  JourneyKind,
  LaneKey,
  Law,
  Layer,
  Moscow,
  PersonaStatus,
  Perspective,
  PhaseKey,
  PhaseModel,
  ReadingLevel,
  Relation,
  RequiredBy,
  Score,
  Sentiment,
  Template,
  Verdict,
  Voice,
} from '../records/enumerations.ts'
import { Severity } from '../records/painPoint.ts'
import { ChannelPreference } from '../records/persona.ts'

/** An id inside a demo file; becomes the unique part of a shape's id. */
const DemoId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

const DemoActor = z.object({ id: DemoId, name: z.string(), kind: ActorKind })

const DemoPersona = z.object({
  id: DemoId,
  name: z.string(),
  age: z.number().int().nullable(),
  perspective: Perspective,
  avatar: z.string().nullable(),
  situation: z.string(),
  drivers: z.array(z.string()),
  insecurities: z.array(z.string()),
  dreams: z.array(z.string()),
  communicationWishes: z.array(z.string()),
  channelPreferences: z.array(ChannelPreference),
  digitalSkill: DigitalSkill.nullable(),
  readingLevel: ReadingLevel.nullable(),
  languages: z.array(z.string()),
  segment: z.object({ model: z.string(), key: z.string() }).nullable(),
  laws: z.array(Law),
  basis: Basis,
  coCreatedWith: z.number().int(),
  pairedPersonaId: DemoId.nullable(),
  status: PersonaStatus,
})

const DemoJourney = z.object({
  id: DemoId,
  kind: JourneyKind,
  title: z.string(),
  personaIds: z.array(DemoId),
  context: Context.nullable(),
  phaseModel: PhaseModel,
  startMoment: z.string().optional(),
  endMoment: z.string().optional(),
  /** Journeys that it is laid beside, e.g. the lived one beside the one on paper. */
  comparesWith: z.array(DemoId).optional(),
  locked: z.boolean().optional(),
  /** Lanes that it has also without cards; the usual ones when absent. */
  lanes: z.array(LaneKey).optional(),
})

const DemoPhase = z.object({
  id: DemoId,
  journeyId: DemoId,
  key: PhaseKey,
  /** Place among the phases of its journey, lowest first. */
  order: z.number().int().min(0),
  title: z.string(),
})

const DemoTouchpoint = z.object({
  id: DemoId,
  phaseId: DemoId,
  /** Place among the steps of its phase, lowest first. */
  order: z.number().int().min(0),
  title: z.string(),
  description: z.string().nullable(),
  channel: Channel.nullable(),
  desiredChannel: Channel.optional(),
  initiator: Initiator.nullable(),
  seenByOrg: z.boolean(),
  actorIds: z.array(DemoId),
  basis: Basis,
  waitDays: z.number().int().nullable(),
  friction: z.array(Friction),
  whyNeeded: z.string().nullable(),
  requiredBy: RequiredBy.nullable(),
  relation: Relation.nullable(),
  handover: Handover.optional(),
  /** Twin in another journey; left out where that journey did not come along. */
  sameAs: DemoId.optional(),
  labels: z.array(z.string()).optional(),
})

const DemoCurve = z.object({
  id: DemoId,
  journeyId: DemoId,
  voice: Voice,
  label: z.string(),
  points: z.record(DemoId, Sentiment),
})

const DemoPainPoint = z.object({
  id: DemoId,
  title: z.string(),
  touchpointIds: z.array(DemoId),
  actorIds: z.array(DemoId),
  severity: Severity,
  basis: Basis,
})

const DemoCard = z.object({
  id: DemoId,
  kind: CardKind,
  text: z.string(),
  belongsTo: z.array(DemoId),
  voice: Voice.optional(),
  basis: Basis.optional(),
  consentReport: z.boolean().optional(),
  actorId: DemoId.optional(),
  layer: Layer.optional(),
  promoted: z.boolean().optional(),
  verdict: Verdict.optional(),
  reason: z.string().optional(),
})

const DemoIdea = z.object({
  id: DemoId,
  title: z.string(),
  description: z.string().nullable(),
  belongsTo: z.array(DemoId),
  effort: Score.nullable(),
  impact: Score.nullable(),
})

/** What the extraction must give for an idea or a promoted card, in short. `type` is derived, never written on the board. */
const DemoAction = z.object({
  id: z.string().regex(/^act:[A-Za-z0-9_-]{1,64}$/),
  ideaId: DemoId.nullable(),
  cardId: DemoId.optional(),
  title: z.string().optional(),
  type: ActionType,
  status: ActionStatus,
  owner: z.string(),
  organisationId: DemoId,
  deadline: z.string(),
  moscow: Moscow,
  dependsOn: z.array(z.string()),
})

const dots = z.number().int().min(0).max(1000)

/** Dots on one idea, as totals of each group that votes. */
const DemoTotals = z.object({ client: dots, professional: dots, policy: dots, other: dots.optional() })

const DemoTerm = z.object({
  term: z.string(),
  plain: z.string(),
  clientWords: z.array(z.string()),
  avoid: z.boolean(),
})

/**
 * A demo journey as its authors wrote it, format `klantreis.demo/1` (domain/demo-values.md): flat lists, places given by
 * phase and order only. One that `continues` others holds only together with them (demoJoin.ts). `glossary` is checked but has no place on the board in this version.
 */
export const Demo = z.object({
  schema: z.literal('klantreis.demo/1'),
  room: z.object({
    id: DemoId,
    title: z.string().min(1),
    question: z.string().optional(),
    /** null = the day on which a session is made of it. */
    date: z.iso.date().nullable(),
    language: Language,
    template: Template.optional(),
    context: Context.optional(),
  }),
  /** Rooms of the demos that this one goes on from: it may name their people, organisations and steps. */
  continues: z.array(DemoId).optional(),
  actors: z.array(DemoActor),
  personas: z.array(DemoPersona),
  journeys: z.array(DemoJourney),
  phases: z.array(DemoPhase),
  touchpoints: z.array(DemoTouchpoint),
  curves: z.array(DemoCurve),
  painPoints: z.array(DemoPainPoint),
  cards: z.array(DemoCard),
  ideas: z.array(DemoIdea),
  votes: z.record(DemoId, DemoTotals),
  actions: z.array(DemoAction),
  glossary: z.array(DemoTerm),
})
export type Demo = z.infer<typeof Demo>
export type DemoAction = z.infer<typeof DemoAction>
