import { Basis, CardKind } from '@samenreis/model/records/enumerations'
import type { TLShape } from 'tldraw'
import { expect, test } from 'vitest'
import { toggled } from './basisFilter.ts'
import { countBases, sumOf } from './countBases.ts'

const shape = (type: string, props: object): TLShape => ({ type, props }) as unknown as TLShape

test('[PC6] counted are steps, pain points, personas and cards that claim something, each under its evidence', () => {
  const counts = countBases([
    shape('touchpoint', { basis: 'lived' }),
    shape('pain-point', { basis: 'lived' }),
    shape('persona', { basis: 'data' }),
    shape('idea', {}),
    shape('note', {}),
    ...CardKind.options.map((kind) => shape('card', { kind, basis: 'assumption' })),
  ])
  expect(counts).toEqual({ lived: 2, data: 1, observed: 0, designed: 0, assumption: 3 })
  expect(sumOf(counts, ['lived', 'data'])).toBe(3)
  expect(sumOf(counts, [])).toBe(0)
})

test('[PC6] a kind of evidence is taken in and out, in the order of the list; all of them is no filter', () => {
  expect(toggled([], 'designed')).toEqual(['designed'])
  expect(toggled(['designed'], 'lived')).toEqual(['lived', 'designed'])
  expect(toggled(['lived'], 'lived')).toEqual([])
  expect(Basis.options.reduce<readonly Basis[]>(toggled, [])).toEqual([])
})
