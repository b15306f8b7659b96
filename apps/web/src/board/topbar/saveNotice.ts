import type { ConnectionState } from '../../sync/connectionState.ts'
import type { CopyState } from '../../sync/device/CopyState.ts'

/** One sentence about what is safe, with its icon and colour family. `key` is in the interface texts under `board:saved`. */
export interface SaveNotice {
  readonly key:
    | 'connecting'
    | 'saved'
    | 'saving'
    | 'catchingUp'
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
  /** How much of much work is stored, with `catchingUp` alone. */
  readonly percent?: number
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
    case 'catching-up':
      return { key: 'catchingUp', tone: 'quiet', percent: state.percent }
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
  /**
   * Where the changes are that are not stored; null = there are none, or nothing is to be done. `nowhereElse` = a copy on the device was
   * wanted and failed; `underWay` = in this tab and on their way.
   */
  readonly where: 'tab' | 'device' | 'nowhereElse' | 'underWay' | null
  readonly mayTryNow: boolean
}

/** The line for this state; null = all is well, or nothing can be done here. @param copy how the copy on the device stands */
export function saveSentencesOf(state: ConnectionState, copy: CopyState): SaveSentences | null {
  const { key, tone } = saveNoticeOf(state)
  if (state.kind === 'catching-up') return { key: 'catchingUp', tone, where: 'underWay', mayTryNow: false }
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

/**
 * What a screen reader is told: only that it became unsafe, that the line is gone, that one can only look, that much work is on its way,
 * or that all is well again (F96). How far that work is stands in the label, for who looks there; it is not called out.
 */
export type Announcement = 'notSaved' | 'offline' | 'ahead' | 'catchingUp' | 'savedAgain'

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
    case 'catching-up':
      return 'catchingUp'
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
  // Much work that comes and goes between slow and under way is no news.
  return safety === last || (safety === 'catchingUp' && last === 'notSaved') ? undefined : safety
}
