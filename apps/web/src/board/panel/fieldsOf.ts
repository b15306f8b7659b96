import {
  ActionStatus,
  ActionType,
  ActorKind,
  Basis,
  CardKind,
  Channel,
  Context,
  CurveStatus,
  DigitalSkill,
  Friction,
  Handover,
  Initiator,
  JourneyKind,
  Law,
  Layer,
  Moscow,
  PersonaStatus,
  Perspective,
  PhaseKey,
  ReadingLevel,
  Relation,
  RequiredBy,
  Verdict,
  Voice,
} from '@samenreis/model/records/enumerations'
import type { DomainType } from '@samenreis/model/records/recordKinds'
import type { Control, FieldDefinition, FieldName, PanelDefinition, WordList } from './FieldDefinition.ts'

type Options<Type extends DomainType> = Partial<
  Pick<FieldDefinition<Type>, 'part' | 'cardKinds' | 'withBasis' | 'promotedOnly' | 'facilitatorOnly'>
>

/** Rows of one kind: the field's name is checked against the record, the rest has usual values. */
function rowsOf<Type extends DomainType>() {
  return (name: FieldName<Type>, control: Control, options: Options<Type> = {}): FieldDefinition<Type> => ({
    part: 'main',
    ...options,
    ...control,
    name,
  })
}

const text = (lines: 1 | 2 | 4 = 1): Control => ({ control: 'text', lines })
const choice = (words: WordList, values: readonly (string | number)[], clearable = true): Control => ({
  control: 'choice',
  words,
  values,
  clearable,
})
const choices = (words: WordList, values: readonly string[]): Control => ({ control: 'choices', words, values })
const shape = (kind: DomainType): Control => ({ control: 'shape', kind })
const shapes = (kind: DomainType): Control => ({ control: 'shapes', kind })
const ownLines = (length: number, most: number): Control => ({ control: 'lines', length, most })
const more = { part: 'more' } as const
/** Asked of who chose figures or research, right below that choice. */
const withFigures = { withBasis: 'data' } as const
const byFacilitator = { facilitatorOnly: true } as const

/** Channels that are offered first: what most steps are. */
const FIRST_CHANNELS = ['letter', 'phone', 'kitchen_table', 'website'] as const
const channel: Control = {
  control: 'choice',
  words: 'channel',
  values: Channel.options,
  clearable: true,
  first: FIRST_CHANNELS,
}
/** Where a statement comes from is never empty: weakest is "dat denken we". */
const basis: Control = {
  control: 'choice',
  words: 'basis',
  values: Basis.options,
  clearable: false,
  first: ['lived', 'observed'],
}
const SCORES = [1, 2, 3, 4, 5] as const

const touchpoint = rowsOf<'touchpoint'>()
const persona = rowsOf<'persona'>()
const journey = rowsOf<'journey'>()
const phase = rowsOf<'phase'>()
const curve = rowsOf<'curve'>()
const painPoint = rowsOf<'pain-point'>()
const card = rowsOf<'card'>()
const idea = rowsOf<'idea'>()
const actor = rowsOf<'actor'>()
const matrix = rowsOf<'matrix'>()

/** Kinds of card that say of something that it is so. */
const claimingOnly = { cardKinds: ['quote', 'need', 'good_practice'] } as const
const quoteOnly = { cardKinds: ['quote'] } as const
const consequenceOnly = { cardKinds: ['consequence'] } as const
const promotedOnly = { ...consequenceOnly, promotedOnly: true } as const

/**
 * What the side panel shows of each kind, in the order of the screen (model.md B2, NL). Forgetting a kind does not compile;
 * forgetting a field fails a test: it is here, or in `notShown` with its reason.
 */
export const fieldsOf: { readonly [Type in DomainType]: PanelDefinition<Type> } = {
  touchpoint: {
    fields: [
      touchpoint('title', text(2)),
      touchpoint('channel', channel),
      touchpoint('initiator', choice('initiator', Initiator.options)),
      touchpoint('basis', basis),
      touchpoint('source', text(2), withFigures),
      touchpoint('seenByOrg', { control: 'yesNo', words: 'seen' }),
      touchpoint('friction', choices('friction', Friction.options)),
      touchpoint('waitDays', { control: 'number', least: 0, most: 10_000, clearable: true }),
      touchpoint('actorIds', shapes('actor')),
      touchpoint('description', text(4), more),
      touchpoint('desiredChannel', channel, more),
      touchpoint('whyNeeded', text(2), more),
      touchpoint('requiredBy', choice('requiredBy', RequiredBy.options), more),
      touchpoint('relation', choice('relation', Relation.options), more),
      touchpoint('handover', choice('handover', Handover.options), more),
      touchpoint('sameAs', shape('touchpoint'), more),
      touchpoint('labels', ownLines(30, 10), more),
    ],
    extras: [
      { extra: 'feeling', after: 'initiator' },
      { extra: 'belongsTo', after: 'actorIds' },
    ],
    notShown: {},
  },
  'pain-point': {
    fields: [
      painPoint('title', text(2)),
      painPoint('severity', choice('severity', [1, 2, 3], false)),
      painPoint('basis', basis),
      painPoint('source', text(2), withFigures),
      painPoint('actorIds', shapes('actor')),
    ],
    extras: [{ extra: 'belongsTo', after: 'actorIds' }],
    notShown: {},
  },
  idea: {
    fields: [
      idea('title', text(2)),
      idea('owner', text(), byFacilitator),
      idea('organisationId', shape('actor'), byFacilitator),
      idea('deadline', { control: 'deadline' }, byFacilitator),
      idea('status', choice('actionStatus', ActionStatus.options, false), byFacilitator),
      idea('effort', choice('score', SCORES)),
      idea('impact', choice('score', SCORES)),
      idea('description', text(4), more),
      idea('moscow', choice('moscow', Moscow.options), more),
      idea('actionType', choice('actionType', ActionType.options), more),
      idea('ownerParticipantId', { control: 'person' }, { ...more, ...byFacilitator }),
    ],
    extras: [
      { extra: 'merge', after: 'title' },
      { extra: 'belongsTo', after: 'title' },
    ],
    notShown: { mergedInto: 'said and changed by the row that compares look-alikes' },
  },
  card: {
    fields: [
      card('text', text(4)),
      card('voice', choice('voice', Voice.options), quoteOnly),
      card('basis', basis, claimingOnly),
      card('source', text(2), { ...claimingOnly, ...withFigures }),
      card('consentReport', { control: 'yesNo', words: 'consent' }, quoteOnly),
      card('actorId', shape('actor'), { cardKinds: ['good_practice'] }),
      card('where', text(), { cardKinds: ['good_practice'] }),
      card('layer', choice('layer', Layer.options), consequenceOnly),
      card('verdict', choice('verdict', Verdict.options), { cardKinds: ['policy_rule'] }),
      card('reason', text(2), { cardKinds: ['policy_rule'] }),
      card('promoted', { control: 'promote' }, consequenceOnly),
      card('owner', text(), { ...promotedOnly, ...byFacilitator }),
      card('organisationId', shape('actor'), { ...promotedOnly, ...byFacilitator }),
      card('deadline', { control: 'deadline' }, { ...promotedOnly, ...byFacilitator }),
      card('title', text(2), { ...promotedOnly, ...more }),
      card('ownerParticipantId', { control: 'person' }, { ...promotedOnly, ...more, ...byFacilitator }),
      card('status', choice('actionStatus', ActionStatus.options, false), {
        ...promotedOnly,
        ...more,
        ...byFacilitator,
      }),
      card('moscow', choice('moscow', Moscow.options), { ...promotedOnly, ...more }),
      card('kind', choice('cardKind', CardKind.options, false), more),
      card('onBehalfOf', { control: 'person' }, more),
      card('spokenAs', shape('persona'), more),
    ],
    extras: [{ extra: 'belongsTo', after: 'text' }],
    notShown: { authorId: 'whose words they are is kept for consent only, and stays unseen on the board' },
  },
  persona: {
    fields: [
      persona('name', text()),
      persona('avatar', { control: 'picture' }),
      persona('age', { control: 'number', least: 0, most: 120, clearable: true }),
      persona('perspective', choice('perspective', Perspective.options, false)),
      persona('situation', text(4)),
      persona('main', { control: 'mainPersona' }),
      persona('drivers', ownLines(120, 5)),
      persona('insecurities', ownLines(120, 5)),
      persona('dreams', ownLines(120, 5)),
      persona('communicationWishes', ownLines(120, 5)),
      persona('channelPreferences', { control: 'channelPreferences' }),
      persona('basis', basis, more),
      persona('coCreatedWith', { control: 'number', least: 0, most: 10_000, clearable: false }, more),
      persona('digitalSkill', choice('digitalSkill', DigitalSkill.options), more),
      persona('readingLevel', choice('readingLevel', ReadingLevel.options), more),
      persona('languages', ownLines(10, 10), more),
      persona('laws', choices('law', Law.options), more),
      persona('labels', ownLines(30, 10), more),
      persona('pairedPersonaId', shape('persona'), more),
      persona('status', choice('personaStatus', PersonaStatus.options, false), more),
    ],
    extras: [],
    notShown: {
      segment: 'its model is data that is brought in, not typed',
      sourceItem: 'says where a copy came from; nobody fills it in',
    },
  },
  journey: {
    fields: [
      journey('title', text(2), byFacilitator),
      journey('kind', choice('journeyKind', JourneyKind.options, false), byFacilitator),
      journey('personaIds', shapes('persona'), byFacilitator),
      journey('startMoment', text(), byFacilitator),
      journey('endMoment', text(), byFacilitator),
      journey('locked', { control: 'yesNo', words: 'locked' }, byFacilitator),
      journey('comparesWith', shapes('journey'), byFacilitator),
      journey('whyAsked', { control: 'yesNo', words: 'yesNo' }, { ...more, ...byFacilitator }),
      journey('context', choice('context', Context.options), { ...more, ...byFacilitator }),
      journey('laws', choices('law', Law.options), { ...more, ...byFacilitator }),
    ],
    extras: [
      { extra: 'lanes', after: 'endMoment' },
      { extra: 'copyJourney', after: 'comparesWith' },
      { extra: 'stackJourneys', after: 'comparesWith' },
    ],
    notShown: {
      phaseModel: 'follows from the phases that stand in the journey',
      lanes: 'a row of its own, not a field: hiding and moving a lane moves cards',
      lanesFrom: 'a measure of the drawing',
      layersLeft: 'said in "Wat zien we?", where the empty layers are seen',
    },
  },
  phase: {
    fields: [
      phase('title', text(), byFacilitator),
      phase('key', choice('phaseKey', PhaseKey.options, false), byFacilitator),
    ],
    extras: [],
    notShown: { order: 'is the place of the column on the map' },
  },
  curve: {
    fields: [
      curve('label', text()),
      curve('points', { control: 'points' }),
      curve('voice', choice('voice', Voice.options, false)),
      curve('status', choice('curveStatus', CurveStatus.options, false), more),
    ],
    extras: [],
    notShown: {
      journeyId: 'the journey that the line lies on',
      authorId: 'a line has one author, who made it (model.md B0.4)',
    },
  },
  actor: {
    fields: [
      actor('name', text()),
      actor('kind', choice('actorKind', ActorKind.options, false)),
      actor('contactRole', text()),
    ],
    extras: [],
    notShown: {},
  },
  matrix: { fields: [matrix('title', text())], extras: [], notShown: {} },
}

/** The panel of a kind that is known only at run time. */
export function panelOf(type: DomainType): PanelDefinition<DomainType> {
  return fieldsOf[type]
}
