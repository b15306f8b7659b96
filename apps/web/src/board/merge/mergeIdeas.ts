import type { Editor, TLShapeId } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'

/** Makes one idea part of another: its links, quotes and dots count there from now on (actions.md D5.15). One undo step. */
export function mergeIdeas(editor: Editor, keeperId: TLShapeId, otherId: TLShapeId): void {
  const keeper = editor.getShape(keeperId)
  const other = editor.getShape(otherId)
  if (keeper?.type !== 'idea' || other?.type !== 'idea') return
  editor.markHistoryStoppingPoint('merge ideas')
  editor.run(() => {
    // An idea that goes into one that is itself a part would be lost in a circle.
    if (keeper.props.mergedInto === ShapeId.parse(otherId)) {
      editor.updateShape({ id: keeperId, type: 'idea', props: { mergedInto: null } })
    }
    editor.updateShape({ id: otherId, type: 'idea', props: { mergedInto: ShapeId.parse(keeperId) } })
  })
}

/** Makes an idea one of its own again. One undo step. */
export function partIdea(editor: Editor, id: TLShapeId): void {
  if (editor.getShape(id)?.type !== 'idea') return
  editor.markHistoryStoppingPoint('part ideas')
  editor.updateShape({ id, type: 'idea', props: { mergedInto: null } })
}
