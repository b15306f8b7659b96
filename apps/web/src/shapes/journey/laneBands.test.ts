import { domainKinds } from '@samenreis/model/records/recordKinds'
import { expect, test } from 'vitest'
import { defaultDomainProps } from '../../canvas/shapeProps.ts'
import { laneBands, lanesForHeight, minJourneyHeight } from './laneBands.ts'

const { lanes, lanesFrom, h } = defaultDomainProps('journey')

test('[LK6] lanes follow each other without a gap and fill the journey', () => {
  const bands = laneBands(lanes, lanesFrom)
  expect(bands.at(0)?.y).toBe(domainKinds.phase.size.h)
  for (const [at, band] of bands.entries()) expect(bands[at + 1]?.y ?? h).toBe(band.y + band.h)
})

test('[LK6] the lowest lane takes a change of height, and keeps room for a card', () => {
  const higher = lanesForHeight(lanes, lanesFrom, h + 100)
  expect(higher.slice(0, -1)).toEqual(lanes.slice(0, -1))
  expect(higher.at(-1)?.h).toBe((lanes.at(-1)?.h ?? 0) + 100)
  expect(lanesForHeight(lanes, lanesFrom, 10).at(-1)?.h).toBe(80)
  expect(minJourneyHeight(lanes, lanesFrom)).toBe(h - 90)
  expect(lanesForHeight([], lanesFrom, 500)).toEqual([])
})

test('[LK6] a folded lowest lane keeps its height, and one with cards is not made lower than they are', () => {
  const folded = lanes.map((lane, at) => (at === lanes.length - 1 ? { ...lane, h: 40, foldedFrom: 170 } : lane))
  expect(lanesForHeight(folded, lanesFrom, h + 300)).toEqual(folded)
  expect(minJourneyHeight(folded, lanesFrom)).toBe(h - 130)
  expect(lanesForHeight(lanes, lanesFrom, 10, 156).at(-1)?.h).toBe(156)
  expect(minJourneyHeight(lanes, lanesFrom, 156)).toBe(h - 14)
})
