import { domainKinds } from '@samenreis/model/records/recordKinds'
import { expect, test } from 'vitest'
import { allTools, barGroups, behindMore, type BarWidth } from './toolItems.ts'

const widths: BarWidth[] = ['wide', 'middle', 'narrow']

test('[BV7] every kind of the domain has a tool', () => {
  const ids = allTools.map(({ id }) => id)
  for (const type of Object.keys(domainKinds)) {
    if (type === 'card') expect(ids.filter((id) => id.startsWith('card-'))).toHaveLength(6)
    else expect(ids).toContain(type)
  }
})

test.each(widths)('[BV7] every tool can be reached at width %s, each in one place', (width) => {
  const reached = [...barGroups[width].flat(), ...behindMore(width).flatMap(({ items }) => items)].map(({ id }) => id)
  expect(reached.sort()).toEqual(allTools.map(({ id }) => id).sort())
})

test('no two tools share an id or a key', () => {
  const ids = allTools.map(({ id }) => id)
  const keys = allTools.map(({ key }) => key)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(keys).size).toBe(keys.length)
})
