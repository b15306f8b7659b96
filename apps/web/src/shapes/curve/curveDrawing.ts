import { createComputedCache, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import type { Sentiment } from '@samenreis/model/records/enumerations'
import { shapeIdOf } from '../belongsTo/belongTo.ts'
import { voiceLines } from '../look/voiceLines.ts'
import { heightOf, stretches, type CurvePoint } from './curvePath.ts'
import { journeySteps } from './journeySteps.ts'

/** A point of a curve where it is drawn, in board pixels from the curve's own corner. */
export interface DrawnPoint extends CurvePoint {
  readonly stepId: TLShapeId
  readonly feeling: Sentiment
  /** A face of another curve stands in the same place: this line leaves it free. */
  readonly isUnderFace: boolean
}

/** Everything a curve is drawn from. */
export interface CurveDrawing {
  /** null = it is in no journey, or that is gone. */
  readonly journeyId: TLShapeId | null
  /** Neighbouring points that are joined, from left to right. */
  readonly stretches: readonly (readonly DrawnPoint[])[]
  /** Place among the curves of the journey: their names stand below each other. */
  readonly row: number
}

const drawings = createComputedCache(
  'drawing of a curve',
  (editor: Editor, curve: TLShape<'curve'>): CurveDrawing => {
    const journeyId = journeyOf(editor, curve)
    if (journeyId === null) return { journeyId, stretches: [], row: 0 }
    const points: ReadonlyMap<string, Sentiment> = new Map(Object.entries(curve.props.points))
    const facesOf = faceAt(editor, curve, journeyId)
    // In its journey a curve starts at x; elsewhere it still shows the steps of the journey it is about.
    const left = curve.parentId === journeyId ? curve.x : 0
    const drawn = stretches(journeySteps(editor, journeyId), ({ id }) => points.has(id)).map((stretch) =>
      stretch.map(({ id, x }) => {
        const feeling = points.get(id) ?? 0
        return {
          stepId: id,
          feeling,
          x: x - left,
          y: heightOf(feeling, curve.props.h),
          isUnderFace: facesOf(id, feeling),
        }
      }),
    )
    return { journeyId, stretches: drawn, row: rowOf(editor, curve, journeyId) }
  },
  { areResultsEqual: sameDrawing },
)

/** What the curve looks like now: its points at the centres of the journey's steps. */
export function curveDrawing(editor: Editor, curveId: TLShapeId): CurveDrawing {
  return drawings.get(editor, curveId) ?? { journeyId: null, stretches: [], row: 0 }
}

function journeyOf(editor: Editor, curve: TLShape<'curve'>): TLShapeId | null {
  const named = shapeIdOf(curve.props.journeyId)
  if (named !== null && editor.getShape(named)?.type === 'journey') return named
  return editor.findShapeAncestor(curve, ({ type }) => type === 'journey')?.id ?? null
}

/** Whether a face of another curve of the journey shows this feeling at this step. Lines with faces yield to none. */
function faceAt(editor: Editor, curve: TLShape<'curve'>, journeyId: TLShapeId) {
  const others = voiceLines[curve.props.voice].faces
    ? []
    : editor
        .getSortedChildIdsForParent(journeyId)
        .map((id) => editor.getShape(id))
        .filter((shape): shape is TLShape<'curve'> => shape?.type === 'curve' && voiceLines[shape.props.voice].faces)
        .map(({ props }): ReadonlyMap<string, Sentiment> => new Map(Object.entries(props.points)))
  return (stepId: TLShapeId, feeling: Sentiment): boolean => others.some((points) => points.get(stepId) === feeling)
}

function rowOf(editor: Editor, curve: TLShape<'curve'>, journeyId: TLShapeId): number {
  const curves = editor.getSortedChildIdsForParent(journeyId).filter((id) => editor.getShape(id)?.type === 'curve')
  return Math.max(0, curves.sort().indexOf(curve.id))
}

function sameDrawing(a: CurveDrawing, b: CurveDrawing): boolean {
  return (
    a.journeyId === b.journeyId &&
    a.row === b.row &&
    a.stretches.length === b.stretches.length &&
    a.stretches.every((stretch, at) => sameStretch(stretch, b.stretches[at]))
  )
}

function sameStretch(a: readonly DrawnPoint[], b: readonly DrawnPoint[] | undefined): boolean {
  return (
    a.length === b?.length &&
    a.every((point, at) => {
      const other = b[at]
      return (
        point.stepId === other?.stepId &&
        point.feeling === other.feeling &&
        point.x === other.x &&
        point.y === other.y &&
        point.isUnderFace === other.isUnderFace
      )
    })
  )
}
