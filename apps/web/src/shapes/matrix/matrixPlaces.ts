import type { Editor, TLShape } from 'tldraw'
import { cellAt, middleOfCell } from '@samenreis/model/actions/matrixPlace'

type Idea = TLShape<'idea'>

/** What is done with an idea that is dropped on a matrix and came from elsewhere, as it was before the drag. */
type Arrival = (before: Idea) => void

const arrivals = new WeakMap<Editor, Arrival>()

/**
 * Keeps an idea's scores and its place in a matrix the same, whichever of the two this person changes: by dragging, by the arrow
 * keys, in the panel. Changes of others are theirs.
 *
 * @param handleArrival called inside the undo step of the drag that brings an idea to a matrix
 */
export function registerMatrixPlaces(editor: Editor, handleArrival: Arrival): () => void {
  arrivals.set(editor, handleArrival)
  const stop = editor.sideEffects.registerAfterChangeHandler('shape', (before, after, source) => {
    if (source !== 'user' || before.type !== 'idea' || after.type !== 'idea') return
    // While it is dragged its place is nobody's decision yet.
    if (matrixOf(editor, after) === null || editor.isIn('select.translating')) return
    if (isElsewhere(before, after)) scoreByPlace(editor, after)
    else if (before.props.effort !== after.props.effort || before.props.impact !== after.props.impact) {
      placeByScore(editor, after)
    }
  })
  return () => {
    stop()
    arrivals.delete(editor)
  }
}

/** At the end of a drag: the place says effort and impact; an idea that came from elsewhere is announced first. */
export function dropIdea(editor: Editor, before: Idea): void {
  const after = editor.getShape<Idea>(before.id)
  if (after === undefined || matrixOf(editor, after) === null) return
  if (editor.getShape(before.parentId)?.type !== 'matrix') arrivals.get(editor)?.(before)
  scoreByPlace(editor, after)
}

function matrixOf(editor: Editor, idea: Idea): TLShape<'matrix'> | null {
  const parent = editor.getShape(idea.parentId)
  return parent?.type === 'matrix' ? parent : null
}

function isElsewhere(before: Idea, after: Idea): boolean {
  const sameCorner = before.parentId === after.parentId && before.x === after.x && before.y === after.y
  return !sameCorner || before.props.w !== after.props.w || before.props.h !== after.props.h
}

/** Over the edge of the matrix the scores stay as they were. */
function scoreByPlace(editor: Editor, idea: Idea): void {
  const matrix = matrixOf(editor, idea)
  const cell = matrix && cellAt(matrix.props, centreOf(idea))
  if (cell === null) return
  const { effort, impact } = idea.props
  if (effort !== cell.effort || impact !== cell.impact) editor.updateShape({ id: idea.id, type: 'idea', props: cell })
}

/** To the middle of its new cell. A score that was taken away comes back: on the matrix an idea has both. */
function placeByScore(editor: Editor, idea: Idea): void {
  const matrix = matrixOf(editor, idea)
  if (matrix === null) return
  const { effort, impact, w, h } = idea.props
  if (effort === null || impact === null) {
    scoreByPlace(editor, idea)
    return
  }
  const cell = cellAt(matrix.props, centreOf(idea))
  if (cell?.effort === effort && cell.impact === impact) return
  const { x, y } = middleOfCell(matrix.props, { effort, impact })
  editor.updateShape({ id: idea.id, type: 'idea', x: Math.round(x - w / 2), y: Math.round(y - h / 2) })
}

/** Containers are never turned, and neither are cards. */
function centreOf({ x, y, props }: Idea): { x: number; y: number } {
  return { x: x + props.w / 2, y: y + props.h / 2 }
}
