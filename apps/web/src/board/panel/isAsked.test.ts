import { Basis, CardKind } from '@samenreis/model/records/enumerations'
import { expect, test } from 'vitest'
import type { TLShape } from 'tldraw'
import { canvasShape } from '../../sync/testing/canvasShape.ts'
import { panelOf } from './fieldsOf.ts'
import { isAsked } from './isAsked.ts'

/** Names of the rows that a panel shows at once. */
const asked = (shape: TLShape): string[] =>
  shape.type === 'card' || shape.type === 'touchpoint' || shape.type === 'pain-point'
    ? panelOf(shape.type)
        .fields.filter((field) => field.part === 'main' && isAsked(field, shape))
        .map(({ name }): string => name)
    : []

test('[FR1] the source is asked right below the choice for figures, and of nothing else', () => {
  for (const type of ['touchpoint', 'pain-point', 'card'] as const) {
    for (const basis of Basis.options) {
      const rows = asked(canvasShape(type, 'shape:a', { basis }))
      expect([type, basis, rows.includes('source')]).toEqual([type, basis, basis === 'data'])
      if (basis === 'data') expect(rows[rows.indexOf('basis') + 1]).toBe('source')
    }
  }
})

test('[FR1] a card that claims nothing has no source, whatever it rested on before', () => {
  const telling = CardKind.options.filter((kind) =>
    asked(canvasShape('card', 'shape:a', { kind, basis: 'data' })).includes('source'),
  )
  expect(telling).toEqual(['quote', 'need', 'good_practice'])
})
