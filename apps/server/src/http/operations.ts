import { Contribution } from '@samenreis/model/api/erasure'
import { CurrentGuessRound, GuessRound, NewGuessRound, OwnGuess } from '@samenreis/model/api/guesses'
import { Imported } from '@samenreis/model/api/imports'
import { CheckedLink, LinkToCheck, RenewedLink } from '@samenreis/model/api/links'
import { Participant, ParticipantChange, ParticipantList } from '@samenreis/model/api/participant'
import type { ProblemCode } from '@samenreis/model/api/problem'
import {
  CreatedRoom,
  CreatedSession,
  NewRoom,
  NewSession,
  Room,
  RoomChange,
  RoomView,
} from '@samenreis/model/api/rooms'
import { Settings } from '@samenreis/model/api/settings'
import { NewVersion, Restored, Version, VersionList, VersionView } from '@samenreis/model/api/versions'
import type { z } from 'zod'
import { exportFiles } from './exportRoutes.ts'

/** One thing that can be asked, as the description of the interface tells it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Under `/api/v1`, parameters in braces. */
  readonly path: string
  readonly summary: string
  /** Who may: anyone, whoever has a session of the room, or facilitators. */
  readonly who: 'anyone' | 'member' | 'facilitator'
  readonly body?: z.ZodType | 'board-file'
  readonly status: 200 | 201 | 204
  readonly answer: z.ZodType | 'extraction' | 'file' | 'openapi' | 'nothing'
  /** Codes beside those that every operation may give. */
  readonly problems: readonly ProblemCode[]
}

/** Everything under `/api/v1`. A test holds it to the routes. */
export const operations: readonly Operation[] = [
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This description',
    who: 'anyone',
    status: 200,
    answer: 'openapi',
    problems: [],
  },
  {
    method: 'get',
    path: '/settings',
    summary: 'What the interface must know of this installation',
    who: 'anyone',
    status: 200,
    answer: Settings,
    problems: [],
  },
  {
    method: 'post',
    path: '/rooms',
    summary: 'Make a room; its three links are given once',
    who: 'anyone',
    body: NewRoom,
    status: 201,
    answer: CreatedRoom,
    problems: ['too-many', 'room-unavailable'],
  },
  {
    method: 'get',
    path: '/rooms/{roomId}',
    summary: 'The room, and who is asking',
    who: 'member',
    status: 200,
    answer: RoomView,
    problems: [],
  },
  {
    method: 'patch',
    path: '/rooms/{roomId}',
    summary: 'Change title, question, or until when it is kept',
    who: 'facilitator',
    body: RoomChange,
    status: 200,
    answer: Room,
    problems: [],
  },
  {
    method: 'delete',
    path: '/rooms/{roomId}',
    summary: 'Erase the room for good, with everything of everybody in it',
    who: 'facilitator',
    status: 204,
    answer: 'nothing',
    problems: [],
  },
  {
    method: 'post',
    path: '/rooms/{roomId}/sessions',
    summary: 'Trade the secret of a link for a session',
    who: 'anyone',
    body: NewSession,
    status: 201,
    answer: CreatedSession,
    problems: ['link-invalid', 'link-revoked', 'forbidden', 'too-many', 'room-unavailable'],
  },
  {
    method: 'delete',
    path: '/rooms/{roomId}/sessions/current',
    summary: 'End the session that asks; the browser loses its cookie',
    who: 'member',
    status: 204,
    answer: 'nothing',
    problems: [],
  },
  {
    method: 'post',
    path: '/rooms/{roomId}/link-checks',
    summary: 'What a link is for, and of which session; changes nothing',
    who: 'anyone',
    body: LinkToCheck,
    status: 200,
    answer: CheckedLink,
    problems: ['link-invalid', 'link-revoked', 'too-many', 'room-unavailable'],
  },
  {
    method: 'get',
    path: '/rooms/{roomId}/participants',
    summary: 'Who takes part',
    who: 'member',
    status: 200,
    answer: ParticipantList,
    problems: [],
  },
  {
    method: 'patch',
    path: '/rooms/{roomId}/participants/{participantId}',
    summary: 'Change one’s own name or drawing; as facilitator, a role',
    who: 'member',
    body: ParticipantChange,
    status: 200,
    answer: Participant,
    problems: ['forbidden', 'not-found'],
  },
  {
    method: 'get',
    path: '/rooms/{roomId}/participants/{participantId}/contribution',
    summary: 'How much one person brought in that would be erased; of anybody for facilitators, else of oneself',
    who: 'member',
    status: 200,
    answer: Contribution,
    problems: ['forbidden', 'not-found'],
  },
  {
    method: 'delete',
    path: '/rooms/{roomId}/participants/{participantId}',
    summary: 'Erase one person and what she brought in; of anybody for facilitators, else of oneself',
    who: 'member',
    status: 200,
    answer: Contribution,
    problems: ['forbidden', 'not-found'],
  },
  {
    method: 'post',
    path: '/rooms/{roomId}/links/{right}',
    summary: 'Give a link a new secret; whoever came in by the old one is out',
    who: 'facilitator',
    status: 201,
    answer: RenewedLink,
    problems: ['not-found', 'link-revoked'],
  },
  {
    method: 'get',
    path: '/rooms/{roomId}/actions',
    summary: 'The improvement actions of the board as it is stored now; not for screens',
    who: 'member',
    status: 200,
    answer: 'extraction',
    problems: ['forbidden'],
  },
  {
    method: 'get',
    path: '/rooms/{roomId}/exports/{file}',
    summary: `A file to download: ${Object.keys(exportFiles).join(', ')}`,
    who: 'facilitator',
    status: 200,
    answer: 'file',
    problems: ['not-found'],
  },
  {
    method: 'post',
    path: '/rooms/{roomId}/imports',
    summary: 'Add a board file (klantreis.board/1, at most 25 MiB) to the board',
    who: 'facilitator',
    body: 'board-file',
    status: 201,
    answer: Imported,
    problems: ['too-large', 'wrong-format', 'too-many', 'conflict'],
  },
  {
    method: 'post',
    path: '/rooms/{roomId}/guess-rounds',
    summary: 'Let staff guess how the client felt in a journey; hidden until it is revealed',
    who: 'facilitator',
    body: NewGuessRound,
    status: 201,
    answer: GuessRound,
    problems: ['not-found', 'conflict'],
  },
  {
    method: 'get',
    path: '/rooms/{roomId}/guess-rounds/current',
    summary: 'The latest round of guessing and how far it is: counts only',
    who: 'member',
    status: 200,
    answer: CurrentGuessRound,
    problems: [],
  },
  {
    method: 'get',
    path: '/rooms/{roomId}/guess-rounds/{roundId}/guess',
    summary: 'One’s own guess',
    who: 'member',
    status: 200,
    answer: OwnGuess,
    problems: ['not-found', 'conflict'],
  },
  {
    method: 'put',
    path: '/rooms/{roomId}/guess-rounds/{roundId}/guess',
    summary: 'Keep one’s own guess, whole; for staff, while the round is open',
    who: 'member',
    body: OwnGuess,
    status: 200,
    answer: OwnGuess,
    problems: ['forbidden', 'not-found', 'conflict'],
  },
  {
    method: 'post',
    path: '/rooms/{roomId}/guess-rounds/{roundId}/reveal',
    summary: 'Put every guess on the board as a curve, all at once; again does nothing',
    who: 'facilitator',
    status: 200,
    answer: GuessRound,
    problems: ['not-found', 'conflict'],
  },
  {
    method: 'post',
    path: '/rooms/{roomId}/guess-rounds/{roundId}/cancel',
    summary: 'End a round without showing anything; what was guessed is thrown away',
    who: 'facilitator',
    status: 200,
    answer: GuessRound,
    problems: ['not-found', 'conflict'],
  },
  {
    method: 'get',
    path: '/rooms/{roomId}/versions',
    summary: 'Earlier versions of the board, newest first; each is gone after a while',
    who: 'facilitator',
    status: 200,
    answer: VersionList,
    problems: [],
  },
  {
    method: 'post',
    path: '/rooms/{roomId}/versions',
    summary: 'Keep the board as it is now, under a name',
    who: 'facilitator',
    body: NewVersion,
    status: 201,
    answer: Version,
    problems: [],
  },
  {
    method: 'get',
    path: '/rooms/{roomId}/versions/{versionId}',
    summary: 'What stood on the board in a version',
    who: 'facilitator',
    status: 200,
    answer: VersionView,
    problems: ['not-found'],
  },
  {
    method: 'post',
    path: '/rooms/{roomId}/versions/{versionId}/restorations',
    summary: 'Make the board that version again, for everybody; what was made since stands beside it',
    who: 'facilitator',
    status: 201,
    answer: Restored,
    problems: ['not-found'],
  },
]
