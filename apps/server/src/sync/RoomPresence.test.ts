import { ParticipantId } from '@samenreis/model/ids/participantId'
import { expect, test } from 'vitest'
import { RoomPresence, type PresenceOwner } from './RoomPresence.ts'

const nobody = (): undefined => undefined

function owner(name: string): PresenceOwner {
  return { participantId: ParticipantId.parse(`pa_${name}`), mayEdit: true }
}

test('[PR1] who missed what was told hears who is there, who hides, and who left meanwhile', () => {
  const presence = new RoomPresence()
  const [nora, ben, riet] = [owner('nora'), owner('ben'), owner('riet')]
  presence.accept(nora, [{ clientId: 1, clock: 1, json: '{}' }], nobody)
  presence.accept(ben, [{ clientId: 2, clock: 5, json: '{}' }], nobody)
  presence.accept(riet, [{ clientId: 3, clock: 7, json: '{}' }], nobody)
  presence.accept(riet, [{ clientId: 3, clock: 8, json: 'null' }], nobody)
  presence.leave(ben)
  const shown = (entries: readonly { clientId: number; clock: number; json: string }[]) =>
    entries.map(({ clientId, clock, json }) => [clientId, clock, json !== 'null'])
  expect(shown(presence.catchUp())).toEqual([
    [1, 1, true],
    [3, 8, false],
    [2, 5, false],
  ])
  expect(shown(presence.all())).toEqual([[1, 1, true]])
  presence.accept(owner('ben'), [{ clientId: 2, clock: 5, json: '{}' }], nobody)
  expect(shown(presence.catchUp())).toContainEqual([2, 5, true])
  expect(presence.catchUp()).toHaveLength(3)
})
