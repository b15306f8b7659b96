import { z } from 'zod'
import { ShapeId } from '../ids/recordId.ts'
import { Context, JourneyKind, LaneKey, Law, Layer, PhaseModel } from './enumerations.ts'
import { shapeKind, STORED_LIST_LIMIT } from './shapeKind.ts'

/** Lowest and highest a lane may be, in board pixels. */
const LANE_HEIGHT = z.number().min(20).max(10_000)

/** A horizontal band of the journey; bands are half-open and follow each other from `lanesFrom` down. */
export const Lane = z.looseObject({
  key: LaneKey,
  h: LANE_HEIGHT,
  /**
   * Height that the lane had, in pixels, and gets again. Present = folded: `h` is that of a thin strip, the cards in it are
   * kept, their centres inside the strip, and not drawn.
   */
  foldedFrom: LANE_HEIGHT.optional(),
})
export type Lane = z.infer<typeof Lane>

/** The map of one experience: phases as columns, lanes as bands (NL: Reis). Its rotation is always 0. */
export const journey = shapeKind('journey', {
  texts: { title: 120, startMoment: 120, endMoment: 120 },
  fields: {
    kind: JourneyKind,
    personaIds: z.array(ShapeId).max(STORED_LIST_LIMIT),
    context: Context.nullable(),
    phaseModel: PhaseModel,
    /** Top to bottom. */
    lanes: z.array(Lane).max(STORED_LIST_LIMIT),
    /** Where the first lane starts: height of the phase headers, in pixels from the top of the journey. */
    lanesFrom: z.number().min(0).max(10_000),
    comparesWith: z.array(ShapeId).max(STORED_LIST_LIMIT),
    /** Whether only the facilitator may change it. */
    locked: z.boolean(),
    /** Whether every step is asked who it is for: those that nobody explained get a question mark (facilitation.md 0:43). */
    whyAsked: z.boolean(),
    /** Laws that this journey runs under (systems.md 53). */
    laws: z.array(Law).max(STORED_LIST_LIMIT),
    /** Layers that stay empty on purpose: somebody looked, and nothing is needed there (systems.md 55). */
    layersLeft: z.array(Layer).max(STORED_LIST_LIMIT),
  },
  defaults: {
    kind: 'joint',
    personaIds: [],
    context: null,
    phaseModel: 'municipal_5',
    lanes: [
      { key: 'touchpoints', h: 190 },
      { key: 'experience', h: 180 },
      { key: 'quotes', h: 160 },
      { key: 'pain_points', h: 170 },
      { key: 'ideas', h: 170 },
    ],
    lanesFrom: 48,
    comparesWith: [],
    locked: false,
    whyAsked: false,
    laws: [],
    layersLeft: [],
  },
  size: { w: 2000, h: 918 },
})
export type Journey = z.infer<typeof journey.schema>
