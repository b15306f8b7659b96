import { CardKind } from '@samenreis/model/records/enumerations'
import { domainKinds, isDomainType } from '@samenreis/model/records/recordKinds'
import { expect, test } from 'vitest'
import { belongsByDropping, canBelongTo, type BelongingKind } from './canBelongTo.ts'

const types = Object.keys(domainKinds).filter(isDomainType)

test.each(CardKind.options)('[LK2] a card of kind %s may belong to a step, pain point, idea and persona', (kind) => {
  for (const target of ['touchpoint', 'pain-point', 'idea', 'persona'] as const)
    expect(canBelongTo(kind, target), target).toBe(true)
})

test('[LK2] only a question may belong to another card, an organisation, a phase or a journey', () => {
  for (const target of ['card', 'actor', 'phase', 'journey'] as const) {
    expect(CardKind.options.filter((kind) => canBelongTo(kind, target))).toEqual(['question'])
  }
})

test('[LK2] a pain point happens at a step; an idea is about what model.md B4 names', () => {
  expect(types.filter((type) => canBelongTo('pain-point', type))).toEqual(['touchpoint'])
  expect(types.filter((type) => canBelongTo('idea', type)).sort()).toEqual(
    ['actor', 'pain-point', 'persona', 'phase', 'touchpoint'].sort(),
  )
})

test('[LK2] places and people belong to nothing', () => {
  const never: BelongingKind[] = ['touchpoint', 'persona', 'journey', 'phase', 'curve', 'actor', 'matrix']
  for (const from of never)
    expect(
      types.filter((type) => canBelongTo(from, type)),
      from,
    ).toEqual([])
})

test('[LK2] dropping on a phase or a journey is moving, not belonging', () => {
  expect(belongsByDropping('idea', 'phase')).toBe(false)
  expect(belongsByDropping('question', 'journey')).toBe(false)
  expect(belongsByDropping('idea', 'touchpoint')).toBe(true)
})
