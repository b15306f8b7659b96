import { expect, test } from 'vitest'
import { ShapeId } from '../ids/recordId.ts'
import { CardKind } from '../records/enumerations.ts'
import { card } from '../records/card.ts'
import { cardHeight, type LaneShape } from './cardHeight.ts'

test('[IX5] a card that was told as a persona has room for the pill that says so, whatever its kind', () => {
  const told = (kind: CardKind, spokenAs: ShapeId | null): LaneShape =>
    ({ type: 'card', ...card.defaults, kind, text: 'Zo is het, en niet anders.', spokenAs }) as unknown as LaneShape
  for (const kind of CardKind.options)
    expect(cardHeight(told(kind, ShapeId.parse('shape:riet')))).toBeGreaterThanOrEqual(
      cardHeight(told(kind, null)) + 28,
    )
})
