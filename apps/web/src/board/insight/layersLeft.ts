import type { Layer } from '@samenreis/model/records/enumerations'
import type { Editor, TLShapeId } from 'tldraw'

/**
 * Keeps with this journey that a layer stays empty on purpose, as one step that can be undone. The list of layers is about the
 * whole board; the answer is kept with the journey that "Wat zien we?" looks at (chosen, else the joint one, else the first),
 * and read from all of them.
 */
export function leaveLayer(editor: Editor, journeyId: TLShapeId, layer: Layer): void {
  const journey = editor.getShape(journeyId)
  if (journey?.type !== 'journey' || journey.props.layersLeft.includes(layer)) return
  editor.markHistoryStoppingPoint('leave a layer empty')
  editor.updateShapes([{ id: journeyId, type: 'journey', props: { layersLeft: [...journey.props.layersLeft, layer] } }])
}

/** Takes that back, with whichever journeys it was kept. */
export function lookAtLayerAgain(editor: Editor, layer: Layer): void {
  const saying = editor
    .getCurrentPageShapes()
    .flatMap((shape) => (shape.type === 'journey' && shape.props.layersLeft.includes(layer) ? [shape] : []))
  if (saying.length === 0) return
  editor.markHistoryStoppingPoint('look at a layer again')
  editor.run(() => {
    editor.updateShapes(
      saying.map(({ id, props }) => ({
        id,
        type: 'journey',
        props: { layersLeft: props.layersLeft.filter((each) => each !== layer) },
      })),
    )
  })
}
