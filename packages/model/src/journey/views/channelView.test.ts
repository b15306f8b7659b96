import { describe, expect, test } from 'vitest'
import { id, ids, plainBoard, plainJourney } from '../../testing/plainBoard.ts'
import { channelView } from './channelView.ts'
import { viewOf } from '../../testing/viewOf.ts'

const prefers = (...preferences: readonly (readonly [channel: string, phase: string | null, rank: number])[]) => ({
  type: 'persona',
  channelPreferences: preferences.map(([channel, phase, rank]) => ({
    channel,
    phase,
    rank,
    motive: '',
    expectation: '',
  })),
})
const board = (
  steps: Readonly<Record<string, object>>,
  personas: Readonly<Record<string, ReturnType<typeof prefers>>>,
) => plainBoard({ ...personas, ...plainJourney('j', ['a b', 'c d'], steps, { personaIds: ids('riet gone omar') }) })

describe('[JV108] a channel that people do not want', () => {
  test('what the step says goes before what a persona prefers', () => {
    const steps = {
      a: { channel: 'letter', desiredChannel: 'phone' },
      b: { channel: 'letter', desiredChannel: 'letter' },
      c: { channel: 'none', desiredChannel: 'phone' },
    }
    const { unwanted } = viewOf(board(steps, { riet: prefers(['phone', null, 1]) }), channelView, id('j'))
    expect(unwanted).toEqual([
      { stepId: id('a'), channel: 'letter', wanted: ['phone'], by: 'step', personaIds: [] },
      { stepId: id('c'), channel: 'none', wanted: ['phone'], by: 'step', personaIds: [] },
    ])
  })

  test('a preference holds in its own phase, one without a phase in all', () => {
    const steps = { a: { channel: 'letter' }, c: { channel: 'letter' } }
    const inOne = board(steps, { riet: prefers(['phone', 'feedback', 1]) })
    expect(viewOf(inOne, channelView, id('j')).unwanted.map(({ stepId }) => stepId)).toEqual(ids('c'))
    const inAll = board(steps, { riet: prefers(['phone', null, 1]) })
    expect(viewOf(inAll, channelView, id('j')).unwanted.map(({ stepId }) => stepId)).toEqual(ids('a c'))
  })

  test('any of the preferred ones is wanted; otherwise the best come first, each once', () => {
    const riet = prefers(['email', null, 3], ['phone', null, 1], ['counter', null, 2])
    const omar = prefers(['phone', null, 2], ['counter', null, 1])
    const steps = { a: { channel: 'email' }, b: { channel: 'counter' }, c: { channel: 'letter' } }
    const { unwanted, phases } = viewOf(board(steps, { riet, omar }), channelView, id('j'))
    expect(unwanted).toEqual([
      { stepId: id('a'), channel: 'email', wanted: ['counter', 'phone'], by: 'persona', personaIds: ids('omar') },
      {
        stepId: id('c'),
        channel: 'letter',
        wanted: ['phone', 'counter', 'email'],
        by: 'persona',
        personaIds: ids('riet omar'),
      },
    ])
    expect(phases[0]?.preferred.map(({ channel, rank }) => `${rank} ${channel}`)).toEqual([
      '1 phone',
      '2 counter',
      '3 email',
      '1 counter',
      '2 phone',
    ])
  })

  test('without any preference nothing is unwanted, and a channel that is not known yet is not used', () => {
    const told = viewOf(
      board({ a: { channel: 'letter' }, b: { channel: 'none' } }, { riet: prefers() }),
      channelView,
      id('j'),
    )
    expect(told.unwanted).toEqual([])
    expect(told.phases.map(({ used }) => used)).toEqual([[{ channel: 'letter', stepIds: ids('a') }], []])
  })

  test('steps outside the columns stand at the end', () => {
    const outside = { type: 'touchpoint', channel: 'letter', parentId: id('j'), geometry: [4000, 60, 0, 100, 100] }
    const told = viewOf(plainBoard({ ...plainJourney('j', ['a', '']), z: outside }), channelView, id('j'))
    expect(told.phases.map(({ phaseId }) => phaseId)).toEqual([id('j-p1'), id('j-p2'), null])
    expect(told.phases.at(-1)?.used).toEqual([{ channel: 'letter', stepIds: ids('z') }])
  })
})
