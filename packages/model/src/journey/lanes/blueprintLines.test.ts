import { expect, test } from 'vitest'
import type { LaneKey } from '../../records/enumerations.ts'
import { blueprintLines } from './blueprintLines.ts'

const lines = (...keys: LaneKey[]): Record<string, string> =>
  Object.fromEntries(blueprintLines(keys.map((key) => ({ key }))))

test('[JC1] a whole blueprint has its three lines, whatever else stands between', () => {
  const three = { touchpoints: 'interaction', frontstage: 'visibility', backstage: 'internal_interaction' }
  expect(lines('touchpoints', 'frontstage', 'backstage', 'support')).toEqual(three)
  expect(lines('touchpoints', 'experience', 'quotes', 'frontstage', 'backstage', 'ideas', 'support')).toEqual(three)
})

test('[JC1] a line needs both its sides, and the deeper one below', () => {
  expect(lines('touchpoints', 'experience', 'pain_points', 'ideas')).toEqual({})
  expect(lines('frontstage', 'backstage')).toEqual({ frontstage: 'visibility' })
  expect(lines('backstage', 'frontstage')).toEqual({})
  expect(lines('frontstage', 'touchpoints', 'backstage')).toEqual({ frontstage: 'visibility' })
  expect(lines()).toEqual({})
})

test('[JC1] a lane that is not on the map is passed over: the line parts what is there', () => {
  expect(lines('touchpoints', 'backstage')).toEqual({ touchpoints: 'interaction' })
  expect(lines('touchpoints', 'frontstage', 'support')).toEqual({
    touchpoints: 'interaction',
    frontstage: 'visibility',
  })
})
