import type { Start } from '@samenreis/model/api/rooms'

/** A miniature of what the board starts with. */
export function StartPicture({ start }: { readonly start: Start }) {
  return (
    <svg className="start-picture" viewBox="0 0 200 104" aria-hidden="true">
      <rect width="200" height="104" fill="#f6f4ef" />
      {start === 'empty' ? <EmptyBoard /> : <Journey start={start} />}
    </svg>
  )
}

function EmptyBoard() {
  return (
    <>
      <rect x="14" y="14" width="172" height="76" rx="6" fill="#fff" />
      {[26, 78, 130].map((x) => (
        <rect
          key={x}
          x={x}
          y="34"
          width="44"
          height="36"
          rx="6"
          fill="none"
          stroke="#b9b4a6"
          strokeWidth="1.6"
          strokeDasharray="4 4"
        />
      ))}
      <path d="M100 46v12M94 52h12" stroke="#5b2a86" strokeWidth="2.4" strokeLinecap="round" />
    </>
  )
}

const curves = {
  'demo-riet': {
    line: 'M30 56c16 0 20-14 34-14s18 8 32 10 18-10 32-6 16 20 42 16',
    stops: [
      [64, 42],
      [96, 52],
      [128, 46],
    ],
  },
  'demo-yonas': {
    line: 'M30 46c14 0 18 18 34 18s18-6 32-8 18 2 32-6 22-12 42-12',
    stops: [
      [64, 64],
      [96, 56],
      [128, 50],
    ],
  },
  'demo-session': {
    line: 'M30 52c14 0 20-8 34-8s18 14 32 14 18-12 32-12 22 6 42 2',
    stops: [
      [64, 44],
      [96, 58],
      [128, 46],
    ],
  },
} as const

function Journey({ start }: { readonly start: Exclude<Start, 'empty'> }) {
  const { line, stops } = curves[start]
  const pains = start === 'demo-riet' ? [80, 140] : [48, 80]
  const ideas = start === 'demo-riet' ? [80, 108, 140] : [48, 108]
  return (
    <>
      <rect x="14" y="8" width="172" height="88" rx="6" fill="#fff" />
      <path d="M75 8v88M135 8v88" stroke="#e8e4da" />
      {[20, 48, 80, 108, 140].map((x) => (
        <MiniCard key={x} x={x} y={14} strong="#1d5e9e" tint="#eaf2fb" />
      ))}
      <path d={line} fill="none" stroke="#d9480f" strokeWidth="2.4" strokeLinecap="round" />
      {stops.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="4" fill="#fff" stroke={y > 50 ? '#b3261e' : '#5b8c1f'} strokeWidth="2" />
      ))}
      {pains.map((x) => (
        <MiniCard key={x} x={x} y={70} strong="#b3261e" tint="#fdecea" />
      ))}
      {ideas.map((x) => (
        <MiniCard key={x} x={x} y={84} strong="#1b7a48" tint="#e7f5ed" />
      ))}
    </>
  )
}

interface MiniCardProps {
  readonly x: number
  readonly y: number
  readonly strong: string
  readonly tint: string
}

function MiniCard({ x, y, strong, tint }: MiniCardProps) {
  const height = y > 60 ? 10 : 18
  return (
    <g>
      <rect x={x} y={y} width="24" height={height} rx="2" fill={tint} />
      <rect x={x} y={y} width="2.4" height={height} rx="1" fill={strong} />
      <rect x={x + 5} y={y + 3} width="15" height="2.4" rx="1.2" fill={strong} opacity="0.6" />
    </g>
  )
}
