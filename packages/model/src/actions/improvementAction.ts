import type { ActionId } from '../ids/actionId.ts'
import type { ParticipantId } from '../ids/participantId.ts'
import type { RecordId, ShapeId } from '../ids/recordId.ts'
import type {
  ActionStatus,
  ActionType,
  Basis,
  Layer,
  Moscow,
  Quadrant,
  Role,
  Score,
  VoteGroup,
} from '../records/enumerations.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import type { Vote, VoteRound } from '../api/votes.ts'

/** How a link is known (actions.md D1): explicit, by place, or by way of another card. */
export type Via = 'belongs_to' | 'arrow' | 'field' | 'frame' | 'cell' | 'nearest' | 'aligned' | 'inherited'

export interface Ref {
  readonly id: ShapeId
  readonly label: string
  readonly via: Via
}

export type MissingField = 'owner' | 'organisation' | 'deadline' | 'painPoint' | 'effortImpact'

/** Flags of actions.md D5 and of the worked examples. */
export type WarningCode =
  | 'PHASE_DIFFERS'
  | 'AMBIGUOUS_ALIGNMENT'
  | 'PLACED_NEAR_EDGE'
  | 'UNPLACED'
  | 'OWNER_CONFLICT'
  | 'ORG_FIELD_OVER_ARROW'
  | 'ORG_SUGGESTED'
  | 'OWNER_MULTIPLE'
  | 'OWNER_IS_CLIENT'
  | 'OWNER_GONE'
  | 'POSSIBLE_DUPLICATE'
  | 'TITLE_FROM_DESCRIPTION'
  | 'TITLE_SHORTENED'
  | 'DANGLING_LINK'
  | 'REMOVED_FROM_BOARD'
  | 'ARROW_UNBOUND'
  | 'UNTYPED_CARD'
  | 'MATRIX_OVER_FIELD'
  | 'QUICK_WIN_MISMATCH'
  | 'QUICK_WIN_NEEDS_POLICY'
  | 'QUOTE_WITHHELD'
  | 'VOTES_OPEN'
  | 'DEPENDENCY_CYCLE'
  | 'DEADLINE_UNPARSED'
  | 'DEADLINE_PAST'
  | 'PERSONAL_DATA'

export interface Warning {
  readonly code: WarningCode
  /** What it is about: record ids, action ids or participant ids, as the code needs. */
  readonly refs: readonly string[]
}

/** What, who, when and state, and why the action exists (actions.md D1). */
export interface ImprovementAction {
  readonly id: ActionId
  readonly source: { readonly shapeId: ShapeId; readonly kind: 'idea' | 'untyped' | 'consequence' }
  readonly title: string
  readonly description: string | null
  readonly status: ActionStatus
  readonly type: ActionType
  readonly typeSource: 'explicit' | 'consequence' | 'dependency' | 'matrix' | 'default'
  readonly theme: string | null
  readonly owner: { readonly name: string; readonly participantId: ParticipantId | null } | null
  readonly organisation: Ref | null
  readonly contributors: readonly Ref[]
  /** `date` is ISO, null when the text could not be read as one. */
  readonly deadline: { readonly date: string | null; readonly text: string } | null
  readonly effort: Score | null
  readonly impact: Score | null
  readonly quadrant: Quadrant | null
  readonly moscow: Moscow | null
  readonly priority: {
    readonly votes: number
    readonly voters: number
    readonly byGroup: Readonly<Record<VoteGroup, number>>
    readonly rank: number
  }
  readonly journey: { readonly id: ShapeId; readonly kind: string } | null
  readonly phases: readonly Ref[]
  readonly touchpoints: readonly Ref[]
  readonly painPoints: readonly Ref[]
  readonly personas: readonly Ref[]
  readonly quotes: readonly (Ref & { readonly voice: string; readonly basis: string })[]
  readonly consequences: readonly {
    readonly id: ShapeId
    readonly layer: Layer | null
    readonly text: string
    readonly via: Via
  }[]
  readonly evidence: Basis | null
  readonly dependsOn: readonly ActionId[]
  readonly mergedFrom: readonly ShapeId[]
  readonly possibleDuplicateOf: readonly ActionId[]
  readonly missing: readonly MissingField[]
  readonly ready: boolean
  readonly warnings: readonly Warning[]
}

export interface Extraction {
  readonly roomId: string
  readonly boardVersion: number | string
  readonly extractedAt: string
  readonly actions: readonly ImprovementAction[]
  readonly dropped: readonly ImprovementAction[]
  readonly rejected: readonly { readonly shapeId: ShapeId; readonly reason: 'EMPTY' }[]
}

/** A person as the extraction needs her. */
export interface Attendee {
  readonly id: ParticipantId
  readonly name: string
  readonly role: Role
  /** Withdrew or left the organisation: no longer an owner (D5.13). */
  readonly gone: boolean
  /** Was only a test: her votes do not count (D5.29). */
  readonly test: boolean
  /** Took back her consent to the use of her quotes: they are withheld, whatever their cards say (D5.27). */
  readonly quotesWithdrawn?: boolean
}

/** Everything that the extraction reads. Same in, same out: no clock, no random, no network. */
export interface ExtractionInput {
  readonly roomId: string
  readonly boardVersion: number | string
  /** ISO date-time, only copied into the result. */
  readonly extractedAt: string
  /** Day of the session, ISO date; deadlines are read against it. */
  readonly sessionDate: string
  readonly records: ReadonlyMap<RecordId, BoardRecord>
  readonly attendees: readonly Attendee[]
  readonly rounds: readonly VoteRound[]
  readonly votes: readonly Vote[]
  /** Actions as they were last exported: what is gone from the board since comes back under `dropped` (D5.20). */
  readonly exported: readonly ImprovementAction[]
}
