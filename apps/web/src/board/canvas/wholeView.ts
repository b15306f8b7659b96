import { Box, type BoxLike, type Editor } from 'tldraw'

/** Free space around everything, in pixels of the window; `tools` is what the bar takes below, and `twoRows` with the row above it. */
const ROOM = { side: 24, top: 20, bottom: 24, tools: 108, twoRows: 162 }
/** Where the view's buttons stand above the bar and not beside it, as in toolbar.css. */
const TWO_ROWS_BELOW = 1440
/** A single card is not blown up, and tldraw goes no farther away than this. */
const MOST_ZOOM = 1
const LEAST_ZOOM = 0.05
/** Names of the lanes stand at the left of a journey and its title above it, larger from afar; neither is part of its bounds. Board pixels. */
const LANE_NAMES = 225
const TITLE_ROWS = 110

/** Puts everything on the page in view, with the names beside the journeys, and nothing of it under the bar of tools. */
export function showWhole(editor: Editor, hasTools: boolean): void {
  const area = wholeArea(editor)
  if (area === null) return
  const camera = cameraFor(area, editor.getViewportScreenBounds(), hasTools)
  editor.setCamera(camera, { animation: { duration: editor.options.animationMediumMs } })
}

/** Where the camera stands to have `area` of the page in the middle of what is free of a window of this size. */
export function cameraFor(
  area: BoxLike,
  screen: { readonly w: number; readonly h: number },
  hasTools: boolean,
): { x: number; y: number; z: number } {
  const tools = screen.w < TWO_ROWS_BELOW ? ROOM.twoRows : ROOM.tools
  const free = { w: screen.w - 2 * ROOM.side, h: screen.h - ROOM.top - (hasTools ? tools : ROOM.bottom) }
  const z = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, free.w / area.w, free.h / area.h))
  const left = (screen.w - area.w * z) / 2
  const top = ROOM.top + (free.h - area.h * z) / 2
  return { x: left / z - area.x, y: top / z - area.y, z }
}

/** Everything that is drawn, with what stands beside the journeys; null for an empty page. */
function wholeArea(editor: Editor): Box | null {
  const shapes = editor.getCurrentPageShapes().filter((shape) => !editor.isShapeHidden(shape))
  const boxes = shapes.flatMap((shape) => {
    const bounds = editor.getShapePageBounds(shape)
    if (bounds === undefined || shape.type !== 'journey') return bounds ?? []
    const { x, y, w, h } = bounds
    return new Box(x - LANE_NAMES, y - TITLE_ROWS, w + LANE_NAMES, h + TITLE_ROWS)
  })
  return boxes.length === 0 ? null : Box.Common(boxes)
}
