import { useEffect } from 'react'
import { react, useEditor, type Editor, type TLShapeId } from 'tldraw'
import { uncover } from './uncover.ts'

/** Longer than a double click takes: a view that moves between its two clicks would send the second one elsewhere. */
const AFTER_CLICKS_MS = 500
const MOVE_MS = 160

/** Moves the view when the panel, or the tools, cover the card that was chosen. Once each time it is chosen, never under a hand that presses. */
export function useCardInView(shapeId: TLShapeId): void {
  const editor = useEditor()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isDone = false
    const stop = react('card in view', () => {
      const isPressed = editor.inputs.getIsPointing()
      clearTimeout(timer)
      if (isPressed || isDone) return
      timer = setTimeout(() => {
        isDone = true
        moveIntoView(editor, shapeId)
      }, AFTER_CLICKS_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [editor, shapeId])
}

function moveIntoView(editor: Editor, id: TLShapeId): void {
  const bounds = editor.getShapePageBounds(id)
  if (bounds === undefined) return
  const start = editor.pageToScreen({ x: bounds.x, y: bounds.y })
  const end = editor.pageToScreen({ x: bounds.maxX, y: bounds.maxY })
  const view = editor.getViewportScreenBounds()
  const covers = [...document.querySelectorAll('.panel, .toolbar, .insight[data-shown="true"]')]
    .map((each) => each.getBoundingClientRect())
    .filter(({ width }) => width > 0) // a panel that makes way for the sheet covers nothing
  const way = uncover(
    { left: start.x, top: start.y, right: end.x, bottom: end.y },
    { left: view.x, top: view.y, right: view.maxX, bottom: view.maxY },
    covers,
  )
  if (way === null) return
  const { x, y, z } = editor.getCamera()
  // Who asked the system for less movement has it done at once (canvasUser.ts).
  editor.setCamera({ x: x + way.x / z, y: y + way.y / z, z }, { animation: { duration: MOVE_MS } })
}
