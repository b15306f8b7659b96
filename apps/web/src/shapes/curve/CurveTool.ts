import type { TLShapeId } from 'tldraw'
import { freeMiddle } from '../tool/freeMiddle.ts'
import { PlacingTool } from '../tool/PlacingTool.ts'
import { journeySteps } from './journeySteps.ts'
import { isJourney } from './ownCurve.ts'
import { journeyAt, placeCurve } from './placeCurve.ts'
import { strokeInHand, withPoint } from './strokeInHand.ts'
import { drawInto, refusalOf, strokeRefusal, strokeTarget, type StrokeTarget } from './strokeTarget.ts'

/** Draws the line of one voice over the steps of a journey, as one stroke. A click makes an empty line, to choose faces in. */
export class CurveTool extends PlacingTool {
  static override readonly id = 'curve'
  override readonly shapeType = 'curve'

  private isDown = false
  private target: StrokeTarget | null = null

  override onEnter(): void {
    super.onEnter()
    this.forget()
  }

  override onExit(): void {
    this.forget()
    strokeRefusal.set(this.editor, null)
  }

  override onPointerDown(): void {
    this.forget()
    this.isDown = !this.editor.getIsReadonly()
    strokeRefusal.set(this.editor, null)
  }

  override onPointerMove(): void {
    if (!this.isDown || !this.editor.inputs.getIsDragging()) return
    const stroke = strokeInHand.get(this.editor) ?? this.begin()
    if (stroke === null) return
    strokeInHand.set(this.editor, withPoint(this.editor, stroke, this.editor.inputs.getCurrentPagePoint()))
  }

  override onPointerUp(): void {
    if (!this.isDown) return
    const [stroke, target] = [strokeInHand.get(this.editor), this.target]
    const point = this.editor.inputs.getCurrentPagePoint()
    this.forget()
    if (stroke === null || target === null) {
      this.choose(placeCurve(this.editor, point))
      return
    }
    const journey = this.editor.getShape(stroke.journeyId)
    // A stroke between two steps says nothing: the tool stays in the hand.
    if (!isJourney(journey)) return
    if (stroke.faces.length === 0) {
      const hasSteps = journeySteps(this.editor, journey.id).length > 0
      strokeRefusal.set(this.editor, hasSteps ? 'missed' : 'noSteps')
      return
    }
    drawInto(this.editor, journey, target, new Map(stroke.faces.map(({ stepId, feeling }) => [stepId, feeling])))
    if (!this.editor.getInstanceState().isToolLocked) this.editor.setCurrentTool('select.idle')
  }

  override placeInView(): void {
    if (!this.editor.getIsReadonly()) this.choose(placeCurve(this.editor, freeMiddle(this.editor)))
  }

  override onCancel(): void {
    const wasDrawing = strokeInHand.get(this.editor) !== null
    this.forget()
    // The first Escape drops the stroke, the next one the tool.
    if (!wasDrawing) super.onCancel()
  }

  override onComplete(): void {
    this.forget()
  }

  override onInterrupt(): void {
    this.forget()
  }

  private begin() {
    const from = this.editor.inputs.getOriginPagePoint()
    const journey = journeyAt(this.editor, from)
    if (journey === null) return null
    strokeRefusal.set(this.editor, refusalOf(this.editor, journey))
    this.target = strokeTarget(this.editor, journey)
    if (this.target === null) return null
    return withPoint(this.editor, { journeyId: journey.id, voice: this.target.voice, line: [], faces: [] }, from)
  }

  /** Its name is known: the faces are what is to be chosen now. */
  private choose(id: TLShapeId | null): void {
    if (id === null) return
    this.editor.select(id)
    if (!this.editor.getInstanceState().isToolLocked) this.editor.setCurrentTool('select.idle')
  }

  private forget(): void {
    this.isDown = false
    this.target = null
    strokeInHand.set(this.editor, null)
  }
}
