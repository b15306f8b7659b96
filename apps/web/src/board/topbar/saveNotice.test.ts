import { expect, test } from 'vitest'
import type { ConnectionState } from '../../sync/connectionState.ts'
import { announcementFor, saveNoticeOf, type Announcement } from './saveNotice.ts'

const offline: ConnectionState = { kind: 'offline', restarting: false, unsaved: true }
const everyState: ConnectionState[] = [
  { kind: 'connecting' },
  { kind: 'saved' },
  { kind: 'saving' },
  { kind: 'slow' },
  offline,
  { kind: 'offline', restarting: false, unsaved: false },
  { kind: 'offline', restarting: true, unsaved: true },
  { kind: 'failing' },
  { kind: 'refused', reason: 'room-not-found' },
  { kind: 'reset', reason: 'resync' },
  { kind: 'viewing' },
]

test('[BV3] "saved" is said of the state saved alone', () => {
  const said = everyState.filter((state) => saveNoticeOf(state).key === 'saved' || saveNoticeOf(state).tone === 'good')
  expect(said).toEqual([{ kind: 'saved' }])
})

/** Everything that is said aloud while the states follow each other. */
function spoken(states: readonly ConnectionState[]): Announcement[] {
  const said: Announcement[] = []
  for (const state of states) {
    const announcement = announcementFor(said.at(-1) ?? null, state)
    if (announcement !== undefined) said.push(announcement)
  }
  return said
}

test('[BV4] joining and ordinary saving are not announced', () => {
  const states: ConnectionState[] = [{ kind: 'connecting' }, { kind: 'saved' }, { kind: 'saving' }, { kind: 'saved' }]
  expect(spoken(states)).toEqual([])
})

test('[BV4] going offline and coming back are announced once each', () => {
  const states: ConnectionState[] = [
    { kind: 'saved' },
    { ...offline, unsaved: false },
    offline,
    { kind: 'connecting' },
    offline,
    { kind: 'saving' },
    { kind: 'saved' },
    { kind: 'saving' },
    { kind: 'saved' },
  ]
  expect(spoken(states)).toEqual(['offline', 'savedAgain'])
})

test('[BV4] failing storage is announced as not saved, and again after it was well', () => {
  const states: ConnectionState[] = [
    { kind: 'saved' },
    { kind: 'slow' },
    { kind: 'failing' },
    { kind: 'saved' },
    { kind: 'failing' },
  ]
  expect(spoken(states)).toEqual(['notSaved', 'savedAgain', 'notSaved'])
})
