import { Box, type Editor } from 'tldraw'

/** Free space around what is shown first, in screen pixels; `tools` is the height that the bar of tools takes below. */
const MARGIN = { side: 24, top: 16, bottom: 24, tools: 110 }
/** Names of the lanes stand at the left of a journey, its title above it; neither is part of its bounds. Board pixels. */
const LANE_NAMES = 130
const TITLE_ROW = 60
/** Farthest above a journey that a note still belongs to it, from the note's lower edge. */
const NOTE_REACH = 120
/** Smaller than this, words of a card cannot be read: then the start of the journey is shown at this zoom. */
const LEAST_ZOOM = 0.5
/** On a phone, which is in the hand of who may read with difficulty, and which two cards side by side fill anyway. */
const LEAST_ZOOM_ON_PHONE = 0.75
/** As in toolbar.css. */
const PHONE_BELOW = 760
/** A single card is not blown up. */
const MOST_ZOOM = 1

/**
 * Shows the journey when the board opens: whole when its words can be read so, else its start. Once, when this person comes; never
 * when others come.
 */
export function showFirstView(editor: Editor, hasTools: boolean): void {
  const screen = editor.getViewportScreenBounds()
  const below = hasTools ? MARGIN.tools : MARGIN.bottom
  const free = { w: screen.w - 2 * MARGIN.side, h: screen.h - MARGIN.top - below }
  const area = firstArea(editor, free.w / LEAST_ZOOM)
  if (area === null) return
  const whole = Math.min(free.w / area.w, free.h / area.h)
  const leastZoom = screen.w < PHONE_BELOW ? LEAST_ZOOM_ON_PHONE : LEAST_ZOOM
  const zoom = Math.min(MOST_ZOOM, Math.max(leastZoom, whole))
  // What fits is put in the middle; what does not begins at its start.
  const left = area.w * zoom <= free.w ? (screen.w - area.w * zoom) / 2 : MARGIN.side
  const top = area.h * zoom <= free.h ? MARGIN.top + (free.h - area.h * zoom) / 2 : MARGIN.top
  editor.setCamera({ x: left / zoom - area.x, y: top / zoom - area.y, z: zoom }, { immediate: true })
}

/**
 * The journeys of the page with the notes right above them, and with whose journey it is at their left when that fits; everything on
 * the page when it has no journey; null for an empty one.
 *
 * @param widest that can be shown with its words readable, in board pixels
 */
function firstArea(editor: Editor, widest: number): Box | null {
  const boundsOf = (type: 'journey' | 'note' | 'persona'): Box[] =>
    editor
      .getCurrentPageShapes()
      .filter((shape) => shape.type === type)
      .flatMap((shape) => editor.getShapePageBounds(shape) ?? [])
  const journeys = boundsOf('journey')
  if (journeys.length === 0) return editor.getCurrentPageBounds() ?? null
  const map = Box.Common(journeys)
  const withNames = new Box(map.x - LANE_NAMES, map.y - TITLE_ROW, map.w + LANE_NAMES, map.h + TITLE_ROW)
  // What a note above says is where to begin.
  const notes = boundsOf('note').filter(({ maxY }) => maxY <= map.y && maxY >= map.y - NOTE_REACH)
  const within = (left: number): Box[] => notes.filter(({ midX }) => midX >= left && midX < map.maxX)
  const personas = boundsOf('persona').filter(({ maxX, midY }) => maxX <= map.x && midY < map.maxY)
  if (personas.length > 0) {
    const people = Box.Common(personas)
    const all = Box.Common([withNames, people, ...within(people.x)])
    if (all.w <= widest) return all
  }
  return Box.Common([withNames, ...within(map.x)])
}
