import { expect, test } from 'vitest'
import type { ConnectionState } from '../../sync/connectionState.ts'
import { announcementFor, saveNoticeOf, saveSentencesOf, type Announcement } from './saveNotice.ts'

const offline = { kind: 'offline', why: 'lost', unsaved: true } as const satisfies ConnectionState
const everyState: ConnectionState[] = [
  { kind: 'connecting' },
  { kind: 'saved' },
  { kind: 'saving' },
  { kind: 'catching-up', percent: 40 },
  { kind: 'slow' },
  offline,
  { kind: 'offline', why: 'lost', unsaved: false },
  { kind: 'offline', why: 'restarting', unsaved: true },
  { kind: 'offline', why: 'blocked', unsaved: true },
  { kind: 'offline', why: 'too-large', unsaved: true },
  { kind: 'offline', why: 'server-too-old', unsaved: true },
  { kind: 'ahead', unsaved: false },
  { kind: 'ahead', unsaved: true },
  { kind: 'failing', readOnly: false },
  { kind: 'failing', readOnly: true },
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

test('[BV4, F96] joining and ordinary saving are not announced', () => {
  const states: ConnectionState[] = [{ kind: 'connecting' }, { kind: 'saved' }, { kind: 'saving' }, { kind: 'saved' }]
  expect(spoken(states)).toEqual([])
})

test('[BV4, F96] going offline and coming back are announced once each', () => {
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

test('[BV4, F17] that one can only look is announced once, and when it is over', () => {
  const states: ConnectionState[] = [
    { kind: 'connecting' },
    { kind: 'ahead', unsaved: false },
    { kind: 'ahead', unsaved: true },
    { kind: 'saved' },
  ]
  expect(spoken(states)).toEqual(['ahead', 'savedAgain'])
})

test('[BV3, F17] where work is that waits for a newer server is said as without a line', () => {
  const newer = { kind: 'ahead', unsaved: true } as const
  expect(saveSentencesOf(newer, 'off')).toMatchObject({ key: 'ahead', where: 'tab', mayTryNow: false })
  expect(saveSentencesOf(newer, 'kept')?.where).toBe('device')
  expect(saveSentencesOf({ ...newer, unsaved: false }, 'off')?.where).toBeNull()
})

test('[BV4, F96] failing storage is announced as not saved, and again after it was well', () => {
  const states: ConnectionState[] = [
    { kind: 'saved' },
    { kind: 'slow' },
    { kind: 'failing', readOnly: false },
    { kind: 'failing', readOnly: true },
    { kind: 'saved' },
    { kind: 'failing', readOnly: false },
  ]
  expect(spoken(states)).toEqual(['notSaved', 'savedAgain', 'notSaved'])
})

test('[BV13] each situation that is not well has a sentence of its own, and every other one has none', () => {
  const said = everyState.map((state) => saveSentencesOf(state, 'off')?.key ?? null)
  const well = [null, null, null]
  const late = ['catchingUp', 'slow']
  const ended = [null, null, null]
  const offlines = ['offline', 'offline', 'restarting', 'blocked', 'tooLarge', 'serverTooOld', 'ahead', 'ahead']
  expect(said).toEqual([...well, ...late, ...offlines, 'failing', 'readOnly', ...ended])
})

test('[BV13] that work is kept on the device is said when the device has said so, and of unsaved work alone', () => {
  const where = (state: ConnectionState, copy: Parameters<typeof saveSentencesOf>[1]) =>
    saveSentencesOf(state, copy)?.where
  expect((['off', 'writing', 'kept', 'failed'] as const).map((copy) => where(offline, copy))).toEqual([
    'tab',
    'tab',
    'device',
    'nowhereElse',
  ])
  expect(where({ ...offline, unsaved: false }, 'kept')).toBeNull()
})

test('[BV4, F16, F96] that much work goes to the board is announced once, and how far it is stands in the label alone', () => {
  const late = (percent: number): ConnectionState => ({ kind: 'catching-up', percent })
  expect(spoken([offline, late(0), late(12), late(80), { kind: 'saving' }, { kind: 'saved' }])).toEqual([
    'offline',
    'catchingUp',
    'savedAgain',
  ])
  expect(spoken([late(0), { kind: 'slow' }, late(50), { kind: 'slow' }, late(90), { kind: 'saved' }])).toEqual([
    'catchingUp',
    'notSaved',
    'savedAgain',
  ])
  expect(saveNoticeOf(late(12))).toEqual({ key: 'catchingUp', tone: 'quiet', percent: 12 })
  expect(saveSentencesOf(late(12), 'kept')?.where).toBe('underWay')
})
