import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type Editor, type TLShapeId } from 'tldraw'
import { isCurve, mayWriteCurve } from '../../shapes/curve/ownCurve.ts'
import { stepInHand } from '../../shapes/curve/stepInHand.ts'
import { curveKey, onlyLooks, walkCurve, type StepTold } from '../../shapes/curve/walkCurve.ts'
import { nameOf } from '../panel/nameOf.ts'
import { useWord } from '../panel/useWord.ts'

/** The keyboard on a chosen curve: sideways from step to step, in one's own up and down for another face, Backspace for none. Read aloud. */
export function CurveKeys() {
  const { t } = useTranslation(['curve', 'panel'])
  const editor = useEditor()
  const word = useWord()
  const [told, setTold] = useState<StepTold | null>(null)
  const chosen = useValue('chosen', () => editor.getOnlySelectedShapeId(), [editor])

  useEffect(() => {
    const container = editor.getContainer()
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !isOnBoard(editor, event.target)) return
      const key = curveKey(event.key)
      const curve = editor.getOnlySelectedShape() ?? undefined
      if (key === null || !isCurve(curve) || !editor.isIn('select.idle')) return
      const mayWrite = mayWriteCurve(editor, curve)
      // At no step yet these keys take the whole line away, as with any card.
      if (key === 'gap' && mayWrite && stepInHand.get(editor)?.curveId !== curve.id) return
      // The canvas would move the curve, or take it away.
      event.preventDefault()
      event.stopPropagation()
      // The line of another can be read step by step, and stays as it is.
      if (!mayWrite && !onlyLooks(key)) return
      const next = walkCurve(editor, curve, key)
      setTold(next)
      if (next !== null) keepInView(editor, next.stepId)
    }
    container.addEventListener('keydown', handleKeyDown, { capture: true })
    return () => container.removeEventListener('keydown', handleKeyDown, { capture: true })
  }, [editor])

  // Another curve, or none: the keyboard begins anew.
  useEffect(() => {
    stepInHand.set(editor, null)
  }, [editor, chosen])

  const step = told === null ? undefined : editor.getShape(told.stepId)
  if (told === null || told.curveId !== chosen || step === undefined) return <output className="visually-hidden" />
  const { place, of, feeling } = told
  const name = nameOf(step) === '' ? t('panel:untitled') : nameOf(step)
  const face = feeling === null ? t('noFace') : word('sentiment', feeling)
  return <output className="visually-hidden">{t('atStep', { place, of, name, face })}</output>
}

/** Room at the right that the panel takes on a wide screen, and elsewhere at the edges, in pixels of the window. */
const PANEL_ROOM = 380
const EDGE_ROOM = 60
const MOVE_MS = 120

/** Moves the view when the step is outside it, or under the panel. Who asked for less movement has it done at once. */
function keepInView(editor: Editor, stepId: TLShapeId): void {
  const bounds = editor.getShapePageBounds(stepId)
  if (bounds === undefined) return
  const view = editor.getViewportScreenBounds()
  const { x } = editor.pageToScreen(bounds.center)
  const right = view.maxX - (view.w > 2 * PANEL_ROOM ? PANEL_ROOM : EDGE_ROOM)
  const left = view.x + EDGE_ROOM
  if (x >= left && x <= right) return
  const camera = editor.getCamera()
  const dx = ((left + right) / 2 - x) / camera.z
  editor.setCamera({ ...camera, x: camera.x + dx }, { animation: { duration: MOVE_MS } })
}

/** Whether a key is meant for the canvas, and not for a field or a button beside it. */
function isOnBoard(editor: Editor, target: EventTarget | null): boolean {
  const container = editor.getContainer()
  if (!(target instanceof Element)) return false
  return target === container || target.closest('.tl-canvas') !== null
}
