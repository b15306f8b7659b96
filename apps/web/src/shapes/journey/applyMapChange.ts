import type { Editor, TLShapeId, TLShapePartial } from 'tldraw'
import type { MapChange } from '@samenreis/model/journey/map/MapChange'
import { boxInParent } from './boxInParent.ts'

/**
 * Writes a change of a map on the canvas, as one change of the store and so one update on the wire. What is gone is left out. The
 * caller marks the history, so that a change can be part of a larger step.
 */
export function applyMapChange(
  editor: Editor,
  journeyId: TLShapeId,
  { journey, phases, cards, curves }: MapChange,
): void {
  const partials: TLShapePartial[] = []
  if (journey !== null && editor.getShape(journeyId)?.type === 'journey') {
    const { w, h, lanes } = journey
    partials.push({ id: journeyId, type: 'journey', props: { w, h, lanes: [...lanes] } })
  }
  for (const { id, x, w, order } of phases) {
    const shape = editor.getShape(id as unknown as TLShapeId)
    if (shape?.type === 'phase') partials.push({ id: shape.id, type: 'phase', x, props: { w, order } })
  }
  for (const { id, x, y } of cards) {
    const shape = editor.getShape(id as unknown as TLShapeId)
    if (shape === undefined) continue
    const box = boxInParent(editor, shape)
    partials.push({ id: shape.id, type: shape.type, x: shape.x + x - box.x, y: shape.y + y - box.y })
  }
  for (const { id, x, y, w, h } of curves) {
    const shape = editor.getShape(id as unknown as TLShapeId)
    if (shape?.type === 'curve') partials.push({ id: shape.id, type: 'curve', x, y, props: { w, h } })
  }
  // A card that is held in its place moves along with its column all the same.
  if (partials.length > 0) editor.run(() => editor.updateShapes(partials), { ignoreShapeLock: true })
}
