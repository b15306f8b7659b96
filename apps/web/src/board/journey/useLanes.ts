import { useEditor, useValue, type TLShapeId } from 'tldraw'
import type { Lane } from '@samenreis/model/records/journey'

/** The lanes of a journey as they are now, from top to bottom; none of one that is gone. */
export function useLanes(journeyId: TLShapeId): readonly Lane[] {
  const editor = useEditor()
  return useValue(
    'lanes',
    () => {
      const journey = editor.getShape(journeyId)
      return journey?.type === 'journey' ? journey.props.lanes : []
    },
    [editor, journeyId],
  )
}
