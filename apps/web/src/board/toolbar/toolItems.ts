import { CardKind } from '@samenreis/model/records/enumerations'
import type { DomainType } from '@samenreis/model/records/recordKinds'
import {
  ArrowUpRight,
  Eraser,
  Frame,
  Hand,
  Highlighter,
  MousePointer2,
  Pencil,
  StickyNote,
  Type,
  WandSparkles,
  type LucideIcon,
} from 'lucide-react'
import type { board } from '../../i18n/nl/board.ts'
import { cardKindDefinitions } from '../../shapes/cardKindDefinitions.ts'
import { shapeDefinitions } from '../../shapes/shapeDefinitions.ts'

/** One tool: its id on the canvas, its drawing, its word, and the key that takes it. */
export interface ToolItem {
  /** Id of the tool in the canvas's state chart. */
  readonly id: string
  readonly word: Exclude<keyof typeof board.tools, 'shortcut'>
  readonly icon: LucideIcon
  /** In tldraw's notation: a letter, or shift and a letter. */
  readonly key: string
}

const tool = (id: string, word: ToolItem['word'], icon: LucideIcon, key: string): ToolItem => ({ id, word, icon, key })

/** The tool of a kind of the domain, as its definition has it. */
function shapeTool(type: Exclude<DomainType, 'card'>): ToolItem {
  const { toolId, icon, kbd } = shapeDefinitions[type]
  return tool(toolId, type, icon, kbd)
}

function cardTool(kind: CardKind): ToolItem {
  const { toolId, icon, kbd } = cardKindDefinitions[kind]
  return tool(toolId, kind, icon, kbd)
}

// Keys of tldraw's own tools are tldraw's own, so that who knows them finds them here.
const select = tool('select', 'select', MousePointer2, 'v')
const hand = tool('hand', 'hand', Hand, 'h')
const note = tool('note', 'note', StickyNote, 'n')
const arrow = tool('arrow', 'arrow', ArrowUpRight, 'a')
const draw = tool('draw', 'draw', Pencil, 'd')
const text = tool('text', 'text', Type, 't')
const frame = tool('frame', 'frame', Frame, 'f')
const highlight = tool('highlight', 'highlight', Highlighter, 'shift+d')
const eraser = tool('eraser', 'eraser', Eraser, 'e')
const laser = tool('laser', 'laser', WandSparkles, 'k')
const touchpoint = shapeTool('touchpoint')
const curve = shapeTool('curve')
const painPoint = shapeTool('pain-point')
const idea = shapeTool('idea')
const persona = shapeTool('persona')
const actor = shapeTool('actor')
const journey = shapeTool('journey')
const phase = shapeTool('phase')
const matrix = shapeTool('matrix')
const quote = cardTool('quote')

/** Cards beside the quote, in the menu next to it. */
export const otherCards: readonly ToolItem[] = CardKind.options.filter((kind) => kind !== 'quote').map(cardTool)

/** How much room there is: decides which tools stand on the bar; the others stand behind "Meer". */
export type BarWidth = 'wide' | 'middle' | 'narrow'

/** Groups on the bar, a divider between them. Looking and moving, the domain's own, drawing. */
export const barGroups: Readonly<Record<BarWidth, readonly (readonly ToolItem[])[]>> = {
  wide: [
    [select, hand],
    [touchpoint, curve, painPoint, quote, idea, persona, actor],
    [note, arrow, draw],
  ],
  middle: [
    [select, hand],
    [touchpoint, painPoint, quote, idea],
    [note, draw],
  ],
  narrow: [[select, touchpoint, painPoint, quote, idea]],
}

/** Everything there is, in the groups of the "Meer" menu. */
const allGroups: readonly {
  readonly word: 'board' | 'cards' | 'drawing'
  readonly items: readonly ToolItem[]
}[] = [
  { word: 'board', items: [journey, phase, touchpoint, curve, painPoint, idea, persona, actor, matrix] },
  { word: 'cards', items: [quote, ...otherCards] },
  { word: 'drawing', items: [hand, note, text, arrow, draw, highlight, eraser, frame, laser] },
]

/** Every tool once. */
export const allTools: readonly ToolItem[] = [select, ...allGroups.flatMap(({ items }) => items)]

/** What stands behind "Meer" at this width: the groups without what is on the bar already. */
export function behindMore(width: BarWidth): typeof allGroups {
  const onBar = new Set(barGroups[width].flat().map(({ id }) => id))
  return allGroups
    .map(({ word, items }) => ({ word, items: items.filter(({ id }) => !onBar.has(id)) }))
    .filter(({ items }) => items.length > 0)
}
