import { z } from 'zod'

/** Value lists of domain/model.md B3. The order is the order on screen. */

export const Role = z.enum([
  'facilitator',
  'co_facilitator',
  'client',
  'informal_carer',
  'expert_by_experience',
  'council_member',
  'professional',
  'partner',
  'employer',
  'policy',
  'observer',
  'screen',
])
export type Role = z.infer<typeof Role>

/** Whether this role leads the session (NL: begeleider). Only who leads changes a locked journey. */
export function leads(role: Role): boolean {
  return role === 'facilitator' || role === 'co_facilitator'
}

/** Votes are counted per group (model.md B3, `voteGroup`). */
export const VoteGroup = z.enum(['client', 'professional', 'policy', 'other'])
export type VoteGroup = z.infer<typeof VoteGroup>

export const voteGroupOfRole: Readonly<Record<Role, VoteGroup>> = {
  facilitator: 'other',
  co_facilitator: 'other',
  client: 'client',
  informal_carer: 'client',
  expert_by_experience: 'client',
  council_member: 'client',
  professional: 'professional',
  partner: 'professional',
  employer: 'professional',
  policy: 'policy',
  observer: 'other',
  screen: 'other',
}

/** The meaning of who speaks in a quote or whose curve it is. */
export const Voice = z.enum([
  'client',
  'informal_carer',
  'expert_by_experience',
  'professional',
  'partner',
  'policy',
  'employer',
])
export type Voice = z.infer<typeof Voice>

/** Where a statement comes from, strongest first. */
export const Basis = z.enum(['lived', 'data', 'observed', 'designed', 'assumption'])
export type Basis = z.infer<typeof Basis>

export const Channel = z.enum([
  'counter',
  'phone',
  'email',
  'letter',
  'website',
  'web_form',
  'portal',
  'whatsapp',
  'chat',
  'social_media',
  'video_call',
  'office_talk',
  'home_visit',
  'kitchen_table',
  'neighbourhood_team',
  'group_meeting',
  'local_paper',
  'newspaper',
  'leaflet',
  'third_party_platform',
  'via_network',
  'none',
])
export type Channel = z.infer<typeof Channel>

export const Friction = z.enum([
  'retell_story',
  'new_form',
  'new_contact_person',
  'waiting',
  'unclear_language',
  'travel',
  'digital_barrier',
  'detour',
])
export type Friction = z.infer<typeof Friction>

export const Layer = z.enum([
  'functional',
  'technology',
  'organisation',
  'content',
  'maintenance',
  'measurement',
  'steering',
  'process',
  'agreements',
  'communication',
  'policy',
])
export type Layer = z.infer<typeof Layer>

export const ActionType = z.enum(['quick_win', 'improvement', 'precondition', 'policy_change'])
export type ActionType = z.infer<typeof ActionType>

export const Quadrant = z.enum(['quick_win', 'big_project', 'fill_in', 'reconsider'])
export type Quadrant = z.infer<typeof Quadrant>

export const Moscow = z.enum(['must', 'should', 'could', 'wont'])
export type Moscow = z.infer<typeof Moscow>

export const ActionStatus = z.enum(['proposed', 'agreed', 'in_progress', 'done', 'dropped'])
export type ActionStatus = z.infer<typeof ActionStatus>

export const ActorKind = z.enum([
  'municipality',
  'neighbourhood_team',
  'client_support',
  'provider',
  'national_body',
  'housing',
  'health',
  'education',
  'employer',
  'informal_network',
  'other',
])
export type ActorKind = z.infer<typeof ActorKind>

export const CardKind = z.enum(['quote', 'need', 'good_practice', 'consequence', 'policy_rule', 'question'])
export type CardKind = z.infer<typeof CardKind>

export const Verdict = z.enum(['fits', 'partly', 'clashes', 'unknown'])
export type Verdict = z.infer<typeof Verdict>

export const Initiator = z.enum(['client', 'organisation', 'third_party'])
export type Initiator = z.infer<typeof Initiator>

export const RequiredBy = z.enum(['law', 'organisation', 'client'])
export type RequiredBy = z.infer<typeof RequiredBy>

export const Relation = z.enum(['transaction', 'relation'])
export type Relation = z.infer<typeof Relation>

export const Handover = z.enum(['warm', 'cold', 'none'])
export type Handover = z.infer<typeof Handover>

export const JourneyKind = z.enum(['shadow', 'individual', 'joint', 'ideal', 'employee'])
export type JourneyKind = z.infer<typeof JourneyKind>

export const Context = z.enum(['service', 'participation', 'internal'])
export type Context = z.infer<typeof Context>

export const PhaseModel = z.enum(['municipal_5', 'free'])
export type PhaseModel = z.infer<typeof PhaseModel>

export const PhaseKey = z.enum([
  'awareness_orientation',
  'first_contact',
  'action_interaction',
  'feedback',
  'completion',
  'custom',
])
export type PhaseKey = z.infer<typeof PhaseKey>

export const LaneKey = z.enum([
  'touchpoints',
  'experience',
  'quotes',
  'needs',
  'pain_points',
  'ideas',
  'frontstage',
  'backstage',
  'support',
  'consequences',
  'good_practices',
])
export type LaneKey = z.infer<typeof LaneKey>

export const Perspective = z.enum(['client', 'informal_carer', 'employer', 'jobseeker', 'employee', 'partner'])
export type Perspective = z.infer<typeof Perspective>

export const DigitalSkill = z.enum(['none', 'low', 'medium', 'high'])
export type DigitalSkill = z.infer<typeof DigitalSkill>

export const ReadingLevel = z.enum(['A1', 'A2', 'B1', 'B2', 'C1'])
export type ReadingLevel = z.infer<typeof ReadingLevel>

export const PersonaStatus = z.enum(['draft', 'checked', 'shared'])
export type PersonaStatus = z.infer<typeof PersonaStatus>

export const CurveStatus = z.enum(['draft', 'shown'])
export type CurveStatus = z.infer<typeof CurveStatus>

export const Law = z.enum([
  'wmo',
  'jeugdwet',
  'participatiewet',
  'wet_inburgering',
  'wgs',
  'wlz',
  'zvw',
  'onderwijs',
  'other',
])
export type Law = z.infer<typeof Law>

export const Template = z.enum([
  'persona_workshop',
  'shadow_mapping',
  'interview',
  'joint_session',
  'ideal_and_blueprint',
  'practice',
  'policy_test',
  'blank',
])
export type Template = z.infer<typeof Template>

/** How a step feels: -2 very bad … 2 very good. */
export const Sentiment = z.number().int().min(-2).max(2)
export type Sentiment = z.infer<typeof Sentiment>

/** Effort and impact, 1 little … 5 much. */
export const Score = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export type Score = z.infer<typeof Score>
