import { expect, test } from 'vitest'
import { NAME_MAX_LENGTH } from '@samenreis/model/api/participant'
import { NewSession } from '@samenreis/model/api/rooms'
import { atTheDoor, nextJoin, sessionOf, type JoinEvent, type JoinState } from './joinSteps.ts'

const after = (...events: JoinEvent[]): JoinState => events.reduce(nextJoin, atTheDoor)

const picture: JoinEvent = { kind: 'picture', avatar: 'owl' }
const skipped: JoinEvent = { kind: 'skipped' }
const client: JoinEvent = { kind: 'role', role: 'client' }

test('[UI5] three taps and one is on the way in', () => {
  const state = after(picture, skipped, client)
  expect(state).toEqual({ step: 'entering', avatar: 'owl', name: '', role: 'client' })
  expect(NewSession.parse(sessionOf(state, 's'))).toEqual({ secret: 's', avatar: 'owl', role: 'client' })
})

test('[UI5] a name that was typed goes along, without the blanks around it', () => {
  const state = after(picture, { kind: 'typed', name: ' Greet ' }, { kind: 'named' }, client)
  expect(sessionOf(state, 's')).toEqual({ secret: 's', avatar: 'owl', name: 'Greet', role: 'client' })
})

test('[UI5] going back keeps what was said', () => {
  const state = after(picture, { kind: 'typed', name: 'Greet' }, { kind: 'named' }, { kind: 'back' }, { kind: 'back' })
  expect(state).toEqual({ step: 'picture', avatar: 'owl', name: 'Greet', role: null })
  expect(nextJoin(state, { kind: 'back' })).toBe(state)
})

test('[UI5] skipping after typing gives an invented name, not half a name', () => {
  expect(after(picture, { kind: 'typed', name: 'Gr' }, skipped).name).toBe('')
})

test('[UI5] a name never gets longer than the server takes', () => {
  expect(after(picture, { kind: 'typed', name: 'x'.repeat(100) }).name).toHaveLength(NAME_MAX_LENGTH)
})

test('[UI5] a second tap while the server is asked changes nothing', () => {
  const entering = after(picture, skipped, client)
  for (const event of [client, picture, skipped, { kind: 'back' } as const])
    expect(nextJoin(entering, event)).toBe(entering)
})

test('[UI5] a refusal leads back to the last question with everything still there', () => {
  const state = after(picture, skipped, client, { kind: 'failed', reason: 'unreachable' })
  expect(state).toEqual({ step: 'role', avatar: 'owl', name: '', role: 'client', problem: 'unreachable' })
})
