import type { ReactNode } from 'react'

/** Colour pairs of the cards in the miniatures (ui/theme.css has the same for the board). */
const minis = {
  step: ['#1d5e9e', '#eaf2fb'],
  pain: ['#b3261e', '#fdecea'],
  idea: ['#1b7a48', '#e7f5ed'],
  quote: ['#7a5c2e', '#f8f1e5'],
  rule: ['#3d4a8a', '#eceef8'],
  persona: ['#6b3fa0', '#f3ecfb'],
} as const

interface MiniCardProps {
  readonly x: number
  readonly y: number
  readonly kind: keyof typeof minis
  readonly w?: number
  readonly h?: number
}

/** A card as small as it can be told. */
export function MiniCard({ x, y, kind, w = 24, h = 18 }: MiniCardProps) {
  const [strong, tint] = minis[kind]
  return (
    <g>
      <rect x={x} y={y} width={w} height={h} rx="2" fill={tint} />
      <rect x={x} y={y} width="2.4" height={h} rx="1" fill={strong} />
      <rect x={x + 5} y={y + 3} width={w - 9} height="2.4" rx="1.2" fill={strong} opacity="0.6" />
    </g>
  )
}

/** A persona as small as she can be told. */
export function MiniPersona({ x, y, w = 48, h = 62 }: { x: number; y: number; w?: number; h?: number }) {
  const [strong, tint] = minis.persona
  const middle = x + w / 2
  return (
    <g>
      <rect x={x} y={y} width={w} height={h} rx="4" fill={tint} />
      <rect x={x} y={y} width="3" height={h} rx="1.5" fill={strong} />
      <circle cx={middle} cy={y + 14} r="6.5" fill={strong} opacity="0.75" />
      <path d={`M${middle - 10} ${y + 33}a10 10 0 0 1 20 0z`} fill={strong} opacity="0.75" />
      {h > 44
        ? [0, 1, 2].map((line) => (
            <rect
              key={line}
              x={x + 9}
              y={y + 40 + line * 6}
              width={w - 18 - line * 5}
              height="2.4"
              rx="1.2"
              fill={strong}
              opacity="0.4"
            />
          ))
        : null}
    </g>
  )
}

interface SheetProps {
  readonly y: number
  readonly h: number
  readonly edge?: string
  readonly dashed?: boolean
  readonly children?: ReactNode
}

/** A map with its phases. */
export function MiniSheet({ y, h, edge = '#e8e4da', dashed = false, children }: SheetProps) {
  return (
    <g>
      <rect
        x="14"
        y={y}
        width="172"
        height={h}
        rx="5"
        fill={dashed ? '#fbf8ec' : '#fff'}
        stroke={dashed ? '#8b8a85' : '#e8e4da'}
        strokeDasharray={dashed ? '4 3' : undefined}
      />
      <path d={`M48.4 ${y}v${h}M82.8 ${y}v${h}M117.2 ${y}v${h}M151.6 ${y}v${h}`} stroke="#e8e4da" />
      <path d={`M16 ${y + 1}h168`} stroke={edge} strokeWidth="2.4" strokeLinecap="round" />
      {children}
    </g>
  )
}

/** How it felt, along the map. */
export function MiniCurve({ line, colour = '#d9480f' }: { line: string; colour?: string }) {
  return <path d={line} fill="none" stroke={colour} strokeWidth="2.4" strokeLinecap="round" />
}
