import type { ConnectionState } from '../../sync/connectionState.ts'

/** One sentence about what is safe, with its icon and colour family. `key` is in the interface texts under `board:saved`. */
export interface SaveNotice {
  readonly key:
    | 'connecting'
    | 'saved'
    | 'saving'
    | 'slow'
    | 'offline'
    | 'offlineUnsaved'
    | 'restarting'
    | 'failing'
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
      if (state.restarting) return { key: 'restarting', tone: 'warning' }
      return { key: state.unsaved ? 'offlineUnsaved' : 'offline', tone: 'warning' }
    case 'failing':
      return { key: 'failing', tone: 'bad' }
    case 'refused':
      return { key: 'refused', tone: 'bad' }
    case 'reset':
      return { key: 'reset', tone: 'bad' }
    case 'viewing':
      return { key: 'viewing', tone: 'quiet' }
  }
}

/** What a screen reader is told: only that it became unsafe, that the line is gone, or that all is well again (F96). */
export type Announcement = 'notSaved' | 'offline' | 'savedAgain'

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
  }
}

/**
 * The announcement for this state, given the last one that was made (null = none, or all was well). `undefined` = say nothing:
 * "saving" between two states is not a change.
 */
export function announcementFor(last: Announcement | null, state: ConnectionState): Announcement | undefined {
  const safety = safetyOf(state)
  if (safety === 'quiet') return undefined
  if (safety === 'safe') return last === 'notSaved' || last === 'offline' ? 'savedAgain' : undefined
  return safety === last ? undefined : safety
}
