import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A stop of the drawn road: where, and how it felt. */
const stops = [
  { x: 120, y: 196, colour: '#b45309', mouth: 'M-6 6c3-5 9-5 12 0' },
  { x: 232, y: 132, colour: '#5b8c1f', mouth: 'M-6 3c3 5 9 5 12 0' },
  { x: 344, y: 206, colour: '#b3261e', mouth: 'M-6.5 7.500c2-7 11-7 13 0z' },
  { x: 456, y: 128, colour: '#5b8c1f', mouth: 'M-6 3c3 5 9 5 12 0' },
  { x: 566, y: 88, colour: '#1b7a48', mouth: 'M-6.5 1.500h13c-2 8-11 8-13 0z' },
] as const

/** What Samenreis is about in one drawing: a road from a house, with a face at each stop, a worry, an idea and a promise. */
export function JourneyPicture() {
  const { t } = useTranslation('home')
  return (
    <svg className="journey-picture" viewBox="0 0 680 320" role="img" aria-label={t('picture')}>
      <rect width="680" height="320" fill="#fbf8f1" />
      <path d="M0 268c90-30 170-34 260-18s190 22 270-6 120-30 150-28v104H0z" fill="#efe9dc" />
      <path d="M0 292c120-24 230-14 340-2s230 8 340-18v48H0z" fill="#e6dfce" />

      <Card x={182} y={22} strong="#1d5e9e" tint="#eaf2fb">
        <path d="M0 0h4l2 5-2.5 2a11 11 0 0 0 5.5 5.500l2-2.5 5 2v4a2 2 0 0 1-2 2A16 16 0 0 1-2 2a2 2 0 0 1 2-2z" />
      </Card>
      <Card x={406} y={18} strong="#1d5e9e" tint="#eaf2fb">
        <path d="M0 1h12v9a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4zM12 3h2a3 3 0 0 1 0 6h-2M3-5v2M8-5v2" />
      </Card>
      <Card x={294} y={234} strong="#b3261e" tint="#fdecea">
        <path d="M3 9a5 5 0 1 1 2-9.500A6 6 0 0 1 16 2a4 4 0 0 1-1 7M9 6l-3 5h4l-2 5" />
      </Card>
      <Card x={430} y={214} strong="#1b7a48" tint="#e7f5ed">
        <path d="M4 14h6M5 17h4M2 9A6.5 6.5 0 1 1 12 9c-1 1-1.5 1.5-1.5 2.500h-7C3.5 10.5 3 10 2 9z" />
      </Card>
      <path d="M402 262c10 2 16 1 24-5" className="journey-picture__link" />
      <path d="M232 96v14M456 92v14M344 224v8" className="journey-picture__link" />

      <path
        d="M62 214c26 0 30-16 58-18 50-4 62-66 112-64s62 74 112 74 62-74 112-78 66-38 110-40"
        className="journey-picture__road"
      />
      <path
        d="M62 214c26 0 30-16 58-18 50-4 62-66 112-64s62 74 112 74 62-74 112-78 66-38 110-40"
        className="journey-picture__line"
      />

      <House x={16} y={168} wall="#f3c9a5" roof="#8a3a1f" />
      <House x={596} y={36} wall="#f4d98b" roof="#5b2a86" />
      {stops.map((stop) => (
        <g key={stop.x} transform={`translate(${stop.x} ${stop.y})`}>
          <circle r="17" fill="#fff" stroke={stop.colour} strokeWidth="4" />
          <circle cx="-6" cy="-4" r="2.2" fill={stop.colour} />
          <circle cx="6" cy="-4" r="2.2" fill={stop.colour} />
          <path
            d={stop.mouth}
            fill={stop.mouth.endsWith('z') ? stop.colour : 'none'}
            stroke={stop.colour}
            strokeWidth="2.6"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </g>
      ))}
      <g transform="translate(548 196)">
        <rect width="104" height="66" rx="10" fill="#fff" stroke="#e8e4da" />
        <rect x="0" y="0" width="104" height="66" rx="10" fill="#f3ecfb" />
        <path d="M10 0h-2a8 8 0 0 0-8 8v50a8 8 0 0 0 8 8h2a5 5 0 0 1-5-5V5a5 5 0 0 1 5-5z" fill="#5b2a86" />
        {[16, 34, 52].map((y) => (
          <g key={y}>
            <path
              d={`m16 ${y - 1} 3.5 3.5 6-7`}
              fill="none"
              stroke="#5b2a86"
              strokeWidth="2.6"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
            <rect x="34" y={y - 4} width={y === 34 ? 42 : 56} height="6" rx="3" fill="#c9b6dd" />
          </g>
        ))}
      </g>
      <path d="M514 250c10 2 20 0 30-8" className="journey-picture__link" />
    </svg>
  )
}

interface CardProps {
  readonly x: number
  readonly y: number
  readonly strong: string
  readonly tint: string
  readonly children: ReactNode
}

function Card({ x, y, strong, tint, children }: CardProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width="104" height="70" rx="10" fill={tint} />
      <path d="M10 0H8a8 8 0 0 0-8 8v54a8 8 0 0 0 8 8h2a5 5 0 0 1-5-5V5a5 5 0 0 1 5-5z" fill={strong} />
      <g
        transform="translate(18 14)"
        fill="none"
        stroke={strong}
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {children}
      </g>
      <rect x="44" y="18" width="40" height="6" rx="3" fill={strong} opacity="0.5" />
      <rect x="17" y="40" width="70" height="6" rx="3" fill={strong} opacity="0.3" />
      <rect x="17" y="53" width="48" height="6" rx="3" fill={strong} opacity="0.3" />
    </g>
  )
}

interface HouseProps {
  readonly x: number
  readonly y: number
  readonly wall: string
  readonly roof: string
}

function House({ x, y, wall, roof }: HouseProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d="M6 34h48v34H6z" fill={wall} />
      <path d="M30 4 0 34h60z" fill={roof} />
      <path d="M24 50h12v18H24z" fill={roof} />
      <path d="M12 42h8v8h-8zM40 42h8v8h-8z" fill="#fff7e8" />
      <path d="M42 6h8v14h-8z" fill={roof} />
    </g>
  )
}
