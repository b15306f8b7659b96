import type { ColumnOutline, JourneyOutline, PlacedCard, PlacedCurve } from './BoardOutline.ts'

/** Same columns, same steps, same order. */
export function sameJourney(a: JourneyOutline, b: JourneyOutline): boolean {
  return sameList(a.stepIds, b.stepIds) && sameList(a.columns, b.columns, sameColumn)
}

function sameColumn(a: ColumnOutline, b: ColumnOutline): boolean {
  return a.phaseId === b.phaseId && sameList(a.stepIds, b.stepIds)
}

export function sameCard(a: PlacedCard, b: PlacedCard): boolean {
  return a.id === b.id && a.journeyId === b.journeyId && a.phaseId === b.phaseId && a.stepId === b.stepId
}

export function sameCurve(a: PlacedCurve, b: PlacedCurve): boolean {
  return a.id === b.id && a.journeyId === b.journeyId
}

/** Same length, and the same at every place. */
export function sameList<Item>(
  a: readonly Item[],
  b: readonly Item[],
  isSame: (a: Item, b: Item) => boolean = (one, other) => one === other,
): boolean {
  return (
    a.length === b.length &&
    a.every((item, at) => {
      const other = b[at]
      return other !== undefined && isSame(item, other)
    })
  )
}
