import { expect, test } from 'vitest'
import { SCHEMA_VERSION } from '@samenreis/model/document/BoardDocument'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { PROTOCOL_VERSION, type Hello } from '@samenreis/model/protocol/messages'
import { roomId } from './testing/ScriptedRoom.ts'
import { Welcome } from './Welcome.ts'

const hello: Hello = {
  protocol: PROTOCOL_VERSION,
  roomId,
  epoch: 'first',
  schemaVersion: SCHEMA_VERSION,
  participantId: ParticipantId.parse('pa_anna'),
  role: 'client',
  mayEdit: true,
  limits: { frameBytes: 1 << 20, documentFramesPerSecond: 30, presenceFramesPerSecond: 30 },
}

test('[CN8] a HELLO of another epoch or a newer version is not taken in', () => {
  const welcome = new Welcome()
  expect(welcome.accept({ ...hello, schemaVersion: SCHEMA_VERSION + 1 })).toBe('client-too-old')
  expect(welcome.hello.get()).toBe(null)
  expect(welcome.accept(hello)).toBe(null)
  expect(welcome.accept({ ...hello, epoch: 'second' })).toBe('epoch-changed')
  expect(welcome.hello.get()).toBe(hello)
})

test('[CN16, F17] a page that is newer than the board may not edit it, whatever an older server says', () => {
  const welcome = new Welcome()
  expect(welcome.isAhead).toBe(false)
  expect(welcome.accept({ ...hello, schemaVersion: SCHEMA_VERSION - 1 })).toBe(null)
  welcome.updateMe(false)
  expect([welcome.isAhead, welcome.me.get()?.mayEdit]).toEqual([true, false])
  expect(welcome.accept(hello)).toBe(null)
  welcome.updateMe(false)
  expect([welcome.isAhead, welcome.me.get()?.mayEdit]).toEqual([false, true])
})

test('[CN1] who one is follows the HELLO and a room that becomes read-only, and is told once', () => {
  const welcome = new Welcome()
  welcome.updateMe(false)
  expect(welcome.me.get()).toBe(null)
  welcome.accept(hello)
  const told: unknown[] = []
  welcome.me.subscribe(() => told.push(welcome.me.get()?.mayEdit))
  welcome.updateMe(false)
  welcome.updateMe(false)
  welcome.updateMe(true)
  expect(told).toEqual([true, false])
})
