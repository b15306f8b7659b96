import { z } from 'zod'
import { shapeKind, STORED_TEXT_LIMIT } from './shapeKind.ts'

/**
 * The canvas's own shapes (tldraw 5.4.2), as far as the board allows them: note, text, arrow, frame, group, draw, highlight,
 * geo and line. Pictures, embeds and bookmarks are not among them: an unknown kind is refused. The schemas repeat tldraw's
 * limits, because a browser's store refuses what does not hold to them.
 */
const color = z.enum([
  'black',
  'grey',
  'light-violet',
  'violet',
  'blue',
  'light-blue',
  'yellow',
  'orange',
  'green',
  'light-green',
  'light-red',
  'red',
  'white',
])
const size = z.enum(['s', 'm', 'l', 'xl'])
const dash = z.enum(['draw', 'solid', 'dashed', 'dotted', 'none'])
const fill = z.enum(['none', 'semi', 'solid', 'pattern', 'fill', 'lined-fill'])
const font = z.enum(['draw', 'sans', 'serif', 'mono'])
const align = z.enum(['start', 'middle', 'end', 'start-legacy', 'end-legacy', 'middle-legacy'])
const verticalAlign = z.enum(['start', 'middle', 'end'])
const arrowhead = z.enum(['arrow', 'triangle', 'square', 'dot', 'pipe', 'diamond', 'inverted', 'bar', 'none'])
const finite = z.number().min(-1e6).max(1e6)
const scale = z.number().positive().max(1000)
const point = z.looseObject({ x: finite, y: finite })

/** Schemes that a link on the board may have (reliability.md F71). */
const SAFE_LINK = /^(https?:|mailto:)/i

/** '' or a link that is safe to follow. */
export const Link = z
  .string()
  .max(2000)
  .refine((value) => value === '' || SAFE_LINK.test(value), 'a link starts with https:, http: or mailto:')

/** Deepest nesting of a rich text. A list in a list in a list is 8. */
const RICH_TEXT_DEPTH = 16

/** Rich text of tldraw (a ProseMirror document), stored as one value; links in it are checked. */
export const RichText = z
  .looseObject({ type: z.literal('doc'), content: z.array(z.unknown()).max(1000) })
  .refine((value) => isSafeRichText(value, 0), 'rich text is too deep, too long, or has a link that is not safe')
export type RichText = z.infer<typeof RichText>

function isSafeRichText(node: unknown, depth: number): boolean {
  if (depth > RICH_TEXT_DEPTH || typeof node !== 'object' || node === null) return false
  const { text, attrs, marks, content } = node as Record<string, unknown>
  if (text !== undefined && (typeof text !== 'string' || text.length > STORED_TEXT_LIMIT)) return false
  const href = typeof attrs === 'object' && attrs !== null ? (attrs as Record<string, unknown>)['href'] : undefined
  if (href !== undefined && href !== null && !Link.safeParse(href).success) return false
  const children = [...(Array.isArray(content) ? content : []), ...(Array.isArray(marks) ? marks : [])]
  return children.every((child) => isSafeRichText(child, depth + 1))
}

/** The words of a rich text, paragraphs separated by a line break. */
export function plainTextOf(richText: RichText): string {
  const read = (node: unknown): string => {
    if (typeof node !== 'object' || node === null) return ''
    const { type, text, content } = node as Record<string, unknown>
    if (typeof text === 'string') return text
    if (type === 'hardBreak') return '\n'
    return Array.isArray(content) ? content.map(read).join(type === 'paragraph' ? '' : '\n') : ''
  }
  return richText.content.map(read).join('\n')
}

const emptyRichText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] }
const segments = z.array(z.looseObject({ type: z.enum(['free', 'straight']), path: z.string().max(400_000) })).max(2000)
const noSize = { w: 0, h: 0 }

export const note = shapeKind('note', {
  texts: {},
  fields: {
    color,
    labelColor: color,
    size,
    font,
    fontSizeAdjustment: z.number().min(0).max(1000).nullable(),
    align,
    verticalAlign,
    growY: z.number().min(0).max(1e5),
    url: Link,
    richText: RichText,
    scale,
    textLastEditedBy: z.string().max(200).nullable(),
  },
  defaults: {
    color: 'yellow',
    labelColor: 'black',
    size: 'm',
    font: 'sans',
    fontSizeAdjustment: 1,
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    url: '',
    richText: emptyRichText,
    scale: 1,
    textLastEditedBy: null,
  },
  size: noSize,
})
export const text = shapeKind('text', {
  texts: {},
  fields: {
    color,
    size,
    font,
    textAlign: z.enum(['start', 'middle', 'end']),
    richText: RichText,
    scale,
    autoSize: z.boolean(),
  },
  defaults: {
    color: 'black',
    size: 'm',
    font: 'sans',
    textAlign: 'start',
    richText: emptyRichText,
    scale: 1,
    autoSize: true,
  },
  size: { w: 8, h: 0 },
})
export const arrow = shapeKind('arrow', {
  texts: {},
  fields: {
    kind: z.enum(['arc', 'elbow']),
    labelColor: color,
    color,
    fill,
    dash,
    size,
    arrowheadStart: arrowhead,
    arrowheadEnd: arrowhead,
    font,
    start: point,
    end: point,
    bend: finite,
    richText: RichText,
    labelPosition: z.number().min(0).max(1),
    scale,
    elbowMidPoint: finite,
  },
  defaults: {
    kind: 'arc',
    labelColor: 'black',
    color: 'black',
    fill: 'none',
    dash: 'solid',
    size: 's',
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    font: 'sans',
    start: { x: 0, y: 0 },
    end: { x: 2, y: 0 },
    bend: 0,
    richText: emptyRichText,
    labelPosition: 0.5,
    scale: 1,
    elbowMidPoint: 0.5,
  },
  size: noSize,
})
export const frame = shapeKind('frame', {
  texts: {},
  fields: { name: z.string().max(STORED_TEXT_LIMIT), color },
  defaults: { name: '', color: 'black' },
  size: { w: 320, h: 180 },
})
export const group = shapeKind('group', { texts: {}, fields: {}, defaults: {}, size: noSize })
export const draw = shapeKind('draw', {
  texts: {},
  fields: {
    color,
    fill,
    dash,
    size,
    segments,
    isComplete: z.boolean(),
    isClosed: z.boolean(),
    isPen: z.boolean(),
    scale,
    scaleX: finite,
    scaleY: finite,
  },
  defaults: {
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    segments: [],
    isComplete: true,
    isClosed: false,
    isPen: false,
    scale: 1,
    scaleX: 1,
    scaleY: 1,
  },
  size: noSize,
})
export const highlight = shapeKind('highlight', {
  texts: {},
  fields: { color, size, segments, isComplete: z.boolean(), isPen: z.boolean(), scale, scaleX: finite, scaleY: finite },
  defaults: {
    color: 'yellow',
    size: 'm',
    segments: [],
    isComplete: true,
    isPen: false,
    scale: 1,
    scaleX: 1,
    scaleY: 1,
  },
  size: noSize,
})
export const geo = shapeKind('geo', {
  texts: {},
  fields: {
    geo: z.enum([
      'cloud',
      'rectangle',
      'ellipse',
      'triangle',
      'diamond',
      'pentagon',
      'hexagon',
      'octagon',
      'star',
      'rhombus',
      'rhombus-2',
      'oval',
      'trapezoid',
      'arrow-right',
      'arrow-left',
      'arrow-up',
      'arrow-down',
      'x-box',
      'check-box',
      'heart',
    ]),
    dash,
    url: Link,
    growY: z.number().min(0).max(1e5),
    scale,
    flipX: z.boolean(),
    flipY: z.boolean(),
    labelColor: color,
    color,
    fill,
    size,
    font,
    align,
    verticalAlign,
    richText: RichText,
  },
  defaults: {
    geo: 'rectangle',
    dash: 'solid',
    url: '',
    growY: 0,
    scale: 1,
    flipX: false,
    flipY: false,
    labelColor: 'black',
    color: 'black',
    fill: 'none',
    size: 'm',
    font: 'sans',
    align: 'middle',
    verticalAlign: 'middle',
    richText: emptyRichText,
  },
  size: { w: 200, h: 120 },
})
export const line = shapeKind('line', {
  texts: {},
  fields: {
    color,
    dash,
    size,
    spline: z.enum(['cubic', 'line']),
    points: z.record(
      z.string().max(200),
      z.looseObject({ id: z.string().max(200), index: z.string().max(200), x: finite, y: finite }),
    ),
    scale,
  },
  defaults: { color: 'black', dash: 'solid', size: 'm', spline: 'line', points: {}, scale: 1 },
  size: noSize,
})

export type Note = z.infer<typeof note.schema>
export type TextShape = z.infer<typeof text.schema>
export type Arrow = z.infer<typeof arrow.schema>
export type Frame = z.infer<typeof frame.schema>
export type Geo = z.infer<typeof geo.schema>
