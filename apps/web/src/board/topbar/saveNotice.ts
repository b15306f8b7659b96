import type { ConnectionState } from '../../sync/connectionState.ts'
import type { CopyState } from '../../sync/device/CopyState.ts'

/** One sentence about what is safe, with its icon and colour family. `key` is in the interface texts under `board:saved`. */
export interface SaveNotice {
  readonly key:
    | 'connecting'
    | 'saved'
    | 'saving'
    | 'slow'
    | 'offline'
    | 'restarting'
    | 'blocked'
    | 'tooLarge'
    | 'serverTooOld'
    | 'ahead'
    | 'failing'
    | 'readOnly'
    | 'refused'
    | 'reset'
    | 'viewing'
  readonly tone: 'quiet' | 'good' | 'warning' | 'bad'
}

/** What the top bar says (reliability.md C3). Never "saved" but for the state of that name. */
export function saveNoticeOf(state: ConnectionState): SaveNotice {
  switch (state.kind) {
    case 'connecting':
      return { key: 'connecting', tone: 'quiet' }
    case 'saved':
      return { key: 'saved', tone: 'good' }
    case 'saving':
      return { key: 'saving', tone: 'quiet' }
    case 'slow':
      return { key: 'slow', tone: 'warning' }
    case 'offline':
      return { key: offlineKeys[state.why], tone: 'warning' }
    case 'failing':
      return { key: state.readOnly ? 'readOnly' : 'failing', tone: 'bad' }
    case 'refused':
      return { key: 'refused', tone: 'bad' }
    case 'reset':
      return { key: 'reset', tone: 'bad' }
    case 'ahead':
      return { key: 'ahead', tone: 'warning' }
    case 'viewing':
      return { key: 'viewing', tone: 'quiet' }
  }
}

const offlineKeys = {
  lost: 'offline',
  restarting: 'restarting',
  blocked: 'blocked',
  'too-large': 'tooLarge',
  'server-too-old': 'serverTooOld',
} as const

/** What the line under the bar says: what happened, where the work is, what to do. Keys are under `board:savedLong` and `board:where`. */
export interface SaveSentences {
  readonly key: Exclude<SaveNotice['key'], 'connecting' | 'saved' | 'saving' | 'refused' | 'reset' | 'viewing'>
  readonly tone: SaveNotice['tone']
  /** Where the changes are that are not stored; null = there are none. `nowhereElse` = a copy on the device was wanted and failed. */
  readonly where: 'tab' | 'device' | 'nowhereElse' | null
  readonly mayTryNow: boolean
}

/** The line for this state; null = all is well, or nothing can be done here. @param copy how the copy on the device stands */
export function saveSentencesOf(state: ConnectionState, copy: CopyState): SaveSentences | null {
  const { key, tone } = saveNoticeOf(state)
  if (state.kind === 'slow') return { key: 'slow', tone, where: null, mayTryNow: false }
  if (state.kind === 'failing') {
    return { key: state.readOnly ? 'readOnly' : 'failing', tone, where: null, mayTryNow: false }
  }
  if (state.kind !== 'offline' && state.kind !== 'ahead') return null
  const where = !state.unsaved ? null : copy === 'kept' ? 'device' : copy === 'failed' ? 'nowhereElse' : 'tab'
  return {
    key: state.kind === 'ahead' ? 'ahead' : offlineKeys[state.why],
    tone,
    where,
    mayTryNow: key === 'blocked' || key === 'tooLarge',
  }
}

/** What a screen reader is told: only that it became unsafe, that the line is gone, that one can only look, or that all is well again (F96). */
export type Announcement = 'notSaved' | 'offline' | 'ahead' | 'savedAgain'

/** How safe things are, as far as is worth telling. `quiet`: saving and connecting are no news. */
function safetyOf(state: ConnectionState): 'safe' | 'quiet' | Announcement {
  switch (state.kind) {
    case 'saved':
    case 'viewing':
      return 'safe'
    case 'connecting':
    case 'saving':
      return 'quiet'
    case 'slow':
    case 'failing':
    case 'refused':
    case 'reset':
      return 'notSaved'
    case 'offline':
      return 'offline'
    case 'ahead':
      return 'ahead'
  }
}

/**
 * The announcement for this state, given the last one that was made (null = none, or all was well). `undefined` = say nothing:
 * "saving" between two states is not a change.
 */
export function announcementFor(last: Announcement | null, state: ConnectionState): Announcement | undefined {
  const safety = safetyOf(state)
  if (safety === 'quiet') return undefined
  if (safety === 'safe') return last === null || last === 'savedAgain' ? undefined : 'savedAgain'
  return safety === last ? undefined : safety
}
