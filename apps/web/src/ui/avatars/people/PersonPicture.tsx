import { memo, useId } from 'react'
import { FigureDrawing } from './FigureDrawing.tsx'
import { drawingOf } from './figureOf.ts'
import { shade } from './Figure.ts'

interface PersonPictureProps {
  /** Name of the drawing; any name gives one. */
  readonly name: string
  /** Pixels across. */
  readonly size: number
  /** Said instead of the drawing; without it the drawing stands beside words that say it already. */
  readonly label?: string
}

/** Drawn people in a round: flat, in two tones, our own, of nobody. */
export const PersonPicture = memo(function PersonPicture({ name, size, label }: PersonPictureProps) {
  const { ground, people, baby } = drawingOf(name)
  const round = useId()
  return (
    <svg
      className="person-picture"
      width={size}
      height={size}
      viewBox="0 0 96 96"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <clipPath id={round}>
        <circle cx="48" cy="48" r="48" />
      </clipPath>
      <g clipPath={`url(#${round})`}>
        <circle cx="48" cy="48" r="48" fill={ground} />
        {people.map(({ figure, x, y, scale }) => (
          <g key={`${x} ${y}`} transform={`translate(${x} ${y}) scale(${scale})`}>
            <FigureDrawing figure={figure} />
          </g>
        ))}
        {baby === undefined ? null : <BabyInSling {...baby} />}
      </g>
    </svg>
  )
})

function BabyInSling({ skin, cloth }: { readonly skin: string; readonly cloth: string }) {
  return (
    <g>
      <path d="M27 66l15 12 2 20H24zM69 66L54 78l-2 20h20z" fill={shade(cloth, 22)} />
      <circle cx="48" cy="74" r="9.5" fill={skin} />
      <path d="M38.5 72.5c0-7 4.5-10.5 9.5-10.5s9.5 3.5 9.5 10.5c-6-3-13-3-19 0z" fill={shade(skin, 62)} />
      <path
        d="M43 76c.8.8 2 .8 2.8 0M50.2 76c.8.8 2 .8 2.8 0M46 79.2c1.2.9 2.8.9 4 0"
        stroke="#3A2A24"
        strokeWidth="1.2"
        strokeLinecap="round"
        fill="none"
      />
      <path d="M30 80c8 6 28 6 36 0v20H30z" fill={cloth} />
    </g>
  )
}
