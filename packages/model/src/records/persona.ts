import { z } from 'zod'
import { ShapeId } from '../ids/recordId.ts'
import {
  Basis,
  Channel,
  DigitalSkill,
  Law,
  PersonaStatus,
  Perspective,
  PhaseKey,
  ReadingLevel,
} from './enumerations.ts'
import { lines, shapeKind, STORED_LIST_LIMIT } from './shapeKind.ts'

/** How the persona likes to be in touch in one phase; rank 1 comes with motive and expectation. */
export const ChannelPreference = z.looseObject({
  channel: Channel,
  phase: PhaseKey.nullable(),
  rank: z.number().int().min(1).max(99),
  motive: z.string().max(500),
  expectation: z.string().max(500),
})
export type ChannelPreference = z.infer<typeof ChannelPreference>

/** An invented person who stands for real ones (NL: Persona). */
export const persona = shapeKind('persona', {
  texts: { name: 40, situation: 600 },
  fields: {
    age: z.number().int().min(0).max(120).nullable(),
    perspective: Perspective,
    /** Name of a drawing; null = none chosen. */
    avatar: z.string().max(60).nullable(),
    drivers: lines(120),
    insecurities: lines(120),
    dreams: lines(120),
    communicationWishes: lines(120),
    channelPreferences: z.array(ChannelPreference).max(STORED_LIST_LIMIT),
    digitalSkill: DigitalSkill.nullable(),
    readingLevel: ReadingLevel.nullable(),
    /** ISO 639-1 codes. */
    languages: z.array(z.string().max(10)).max(STORED_LIST_LIMIT),
    segment: z.looseObject({ model: z.string().max(60), key: z.string().max(60) }).nullable(),
    laws: z.array(Law).max(STORED_LIST_LIMIT),
    labels: lines(30),
    basis: Basis,
    /** Number of people with the experience who helped to make this persona. */
    coCreatedWith: z.number().int().min(0).max(10_000),
    pairedPersonaId: ShapeId.nullable(),
    status: PersonaStatus,
    /** Whether the board is about this persona before all others. Two may carry it at once: read it with `mainPersona`. */
    main: z.boolean(),
    sourceItem: z.looseObject({ libraryItemId: z.string().max(100), version: z.number().int() }).nullable(),
  },
  defaults: {
    age: null,
    perspective: 'client',
    avatar: null,
    drivers: [],
    insecurities: [],
    dreams: [],
    communicationWishes: [],
    channelPreferences: [],
    digitalSkill: null,
    readingLevel: null,
    languages: [],
    segment: null,
    laws: [],
    labels: [],
    basis: 'assumption',
    coCreatedWith: 0,
    pairedPersonaId: null,
    status: 'draft',
    main: false,
    sourceItem: null,
  },
  size: { w: 560, h: 480 },
})
export type Persona = z.infer<typeof persona.schema>
