import type { Editor, TLShape, TLShapeId, TLShapePartial } from 'tldraw'

/** Key in a card's `meta`: true for a card that somebody placed freely, so that tidying leaves it where it is. */
const PLACED_FREELY = 'placedFreely'

/** Whether somebody placed this card freely. */
export function isPlacedFreely({ meta }: TLShape): boolean {
  return meta[PLACED_FREELY] === true
}

/** Keeps these shapes where they are, or gives them back to the order of their map. What is so already is not written. */
export function placeFreely(editor: Editor, ids: readonly TLShapeId[], isFree: boolean): void {
  const partials = ids
    .map((id) => editor.getShape(id))
    .filter((shape): shape is TLShape => shape !== undefined && isPlacedFreely(shape) !== isFree)
    .map(({ id, type }) => ({ id, type, meta: { [PLACED_FREELY]: isFree } }) as TLShapePartial)
  if (partials.length > 0) editor.updateShapes(partials)
}
