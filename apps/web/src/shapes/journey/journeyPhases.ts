import { createComputedCache, type Editor, type TLShape, type TLShapeId } from 'tldraw'

/** Where a column lies, in board pixels from the start of its journey. */
export interface PhaseColumn {
  readonly id: TLShapeId
  readonly x: number
  readonly w: number
}

const columns = createComputedCache(
  'columns of a journey',
  (editor: Editor, journey: TLShape<'journey'>): readonly PhaseColumn[] =>
    editor
      .getSortedChildIdsForParent(journey.id)
      .map((id) => editor.getShape(id))
      .filter((shape): shape is TLShape<'phase'> => shape?.type === 'phase')
      .map(({ id, x, props }) => ({ id, x, w: props.w }))
      .sort((a, b) => a.x - b.x),
  // Moving a card in the journey must not draw the map again.
  { areResultsEqual: (a, b) => a.length === b.length && a.every((column, at) => sameColumn(column, b[at])) },
)

/** Columns of a journey from left to right. */
export function journeyPhases(editor: Editor, journeyId: TLShapeId): readonly PhaseColumn[] {
  return columns.get(editor, journeyId) ?? []
}

function sameColumn(a: PhaseColumn, b: PhaseColumn | undefined): boolean {
  return a.id === b?.id && a.x === b.x && a.w === b.w
}
