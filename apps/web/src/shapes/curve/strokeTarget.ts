import type { Voice } from '@samenreis/model/records/enumerations'
import { EditorAtom, type Editor } from 'tldraw'
import { boardMaker, leads } from '../../canvas/boardMaker.ts'
import { experienceBand } from './experienceBand.ts'
import {
  isCurve,
  journeyOfCurve,
  mayDrawOn,
  mayWriteCurve,
  ownCurve,
  type CurveShape,
  type JourneyShape,
} from './ownCurve.ts'
import { makeCurve, ownerForVoice, ownerOf, writePoints, type CurveOwner, type PointChanges } from './writePoints.ts'

/** For whom the facilitator draws: a voice of somebody else, or null: for herself. Chosen beside the tools, on this screen only. */
export const drawsFor = new EditorAtom<Voice | null>('draws for', () => null)

/** The line that a stroke goes into: one that is there, or a new one. */
export type StrokeTarget =
  | { readonly is: 'curve'; readonly curve: CurveShape; readonly voice: Voice }
  | { readonly is: 'new'; readonly owner: CurveOwner; readonly voice: Voice }

/** Why a stroke came to nothing: the journey is locked, has no open lane for curves, has no steps, or the stroke passed none. */
export type StrokeRefusal = 'locked' | 'noLane' | 'noSteps' | 'missed'

/** Why the last try to draw came to nothing; null = it did not, or another began. */
export const strokeRefusal = new EditorAtom<StrokeRefusal | null>('stroke refusal', () => null)

/** Why this person can draw nothing on a journey, or null: she can. */
export function refusalOf(editor: Editor, journey: JourneyShape): StrokeRefusal | null {
  if (!mayDrawOn(editor, journey)) return 'locked'
  return experienceBand(journey).isHidden ? 'noLane' : null
}

/** The line that is chosen and may be drawn on, or null. */
export function chosenCurve(editor: Editor): CurveShape | null {
  const chosen = editor.getOnlySelectedShape() ?? undefined
  return isCurve(chosen) && mayWriteCurve(editor, chosen) ? chosen : null
}

/**
 * Where a stroke on this journey goes: into the chosen line when it lies there and is hers to write, else into a new line of
 * the person for whom the facilitator draws, else into the person's own line of that journey. null = she may not draw there.
 */
export function strokeTarget(editor: Editor, journey: JourneyShape): StrokeTarget | null {
  const me = boardMaker.get(editor)
  if (me === null || refusalOf(editor, journey) !== null) return null
  const chosen = chosenCurve(editor)
  if (chosen !== null && journeyOfCurve(editor, chosen)?.id === journey.id)
    return { is: 'curve', curve: chosen, voice: chosen.props.voice }
  const other = leads(me) ? drawsFor.get(editor) : null
  if (other !== null) return { is: 'new', owner: ownerForVoice(other), voice: other }
  const own = ownCurve(editor, journey.id, me.id)
  if (own !== null) return mayWriteCurve(editor, own) ? { is: 'curve', curve: own, voice: own.props.voice } : null
  const owner = ownerOf(me)
  return { is: 'new', owner, voice: owner.voice }
}

/** Puts faces in the line and chooses it. One undo step, one update to the others. */
export function drawInto(editor: Editor, journey: JourneyShape, target: StrokeTarget, faces: PointChanges): void {
  editor.run(() => {
    if (target.is === 'curve') {
      const curve = editor.getShape(target.curve.id)
      // Another person may have taken it away while the stroke was drawn.
      if (!isCurve(curve)) return
      writePoints(editor, curve, faces)
      editor.select(curve.id)
      return
    }
    const id = makeCurve(editor, journey, target.owner, faces)
    if (id !== null) editor.select(id)
  })
}
