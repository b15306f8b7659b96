import { useEditor, useValue, type Editor, type TLShapeId } from 'tldraw'
import { MapGrid } from '@samenreis/model/journey/map/MapGrid'
import { readMapState } from '../journey/readMapState.ts'
import { dropPlace } from '../phase/editPhases.ts'

/** A phase that is being dragged by its head, on the page. */
interface DraggedPhase {
  readonly title: string
  /** Where its head is. */
  readonly head: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  /** Where it comes to stand. */
  readonly line: { readonly x: number; readonly y: number; readonly h: number }
}

/** The head of a phase in the hand, above the others, and a line in the map where the phase comes to stand. */
export function DropMark() {
  const editor = useEditor()
  const dragged = useValue('dragged phase', () => draggedPhase(editor), [editor])
  if (dragged === null) return null
  const { title, head, line } = dragged
  return (
    <div aria-hidden>
      <div className="map-drop" style={{ transform: `translate(${line.x}px, ${line.y}px)`, height: line.h }} />
      <div
        className="map-drop-head"
        style={{ transform: `translate(${head.x}px, ${head.y}px)`, width: head.w, height: head.h }}
      >
        {title}
      </div>
    </div>
  )
}

function draggedPhase(editor: Editor): DraggedPhase | null {
  if (!editor.isIn('select.translating')) return null
  const phase = editor.getOnlySelectedShape()
  if (phase?.type !== 'phase') return null
  const journeyId = phase.parentId as TLShapeId
  const state = readMapState(editor, journeyId)
  if (state === null) return null
  const onPage = editor.getShapePageTransform(journeyId)
  const { columns } = new MapGrid({ ...state, phases: state.phases.filter(({ id }) => String(id) !== phase.id) })
  const x = columns[dropPlace(state, phase, phase.x)]?.left ?? columns.at(-1)?.right ?? 0
  const { w, h, title } = phase.props
  return {
    title,
    head: { ...onPage.applyToPoint({ x: phase.x, y: phase.y }).toJson(), w, h },
    line: { ...onPage.applyToPoint({ x, y: 0 }).toJson(), h: state.h },
  }
}
