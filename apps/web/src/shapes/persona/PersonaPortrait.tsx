import { memo, useId } from 'react'
import { portraitOf, type Portrait } from './portraitOf.ts'

interface PersonaPortraitProps {
  /** Name of the drawing. */
  readonly name: string
  readonly size: number
}

/** A drawn head and shoulders: flat, our own, of nobody. */
export const PersonaPortrait = memo(function PersonaPortrait({ name, size }: PersonaPortraitProps) {
  const portrait = portraitOf(name)
  const { skin, clothes, glasses, apron } = portrait
  const ink = '#3B2B24'
  const ground = useId()
  return (
    <svg width={size} height={size} viewBox="0 0 80 80" aria-hidden className="persona-portrait">
      <circle cx="40" cy="40" r="40" fill="var(--strong)" opacity="0.16" />
      <clipPath id={ground}>
        <circle cx="40" cy="40" r="40" />
      </clipPath>
      <g clipPath={`url(#${ground})`}>
        <HairBehind portrait={portrait} />
        <path d="M12 84c0-17 11-25 28-25s28 8 28 25z" fill={clothes} />
        {apron && <path d="M29 61v23h22V61l-4 5H33z" fill="#FFFFFF" opacity="0.85" />}
        <path d="M33 50h14v9c0 4-3 7-7 7s-7-3-7-7z" fill={skin} />
        <path d="M33 55c4 4 10 4 14 0v-3H33z" fill={ink} opacity="0.14" />
        <circle cx="40" cy="38" r="17" fill={skin} />
        <HairInFront portrait={portrait} />
        <circle cx="34" cy="39" r="1.9" fill={ink} />
        <circle cx="46" cy="39" r="1.9" fill={ink} />
        <path d="M35 46.5c3 2.8 7 2.8 10 0" fill="none" stroke={ink} strokeWidth="1.9" strokeLinecap="round" />
        {glasses && (
          <g fill="none" stroke={ink} strokeWidth="1.5">
            <circle cx="33.6" cy="39" r="5.2" />
            <circle cx="46.4" cy="39" r="5.2" />
            <path d="M38.8 38.4h2.4" />
          </g>
        )}
      </g>
    </svg>
  )
})

function HairBehind({ portrait: { hair, hairColour } }: { readonly portrait: Portrait }) {
  if (hair === 'long')
    return <path d="M20 38c0-13 9-20 20-20s20 7 20 20v20c0 4-3 6-6 6H26c-3 0-6-2-6-6z" fill={hairColour} />
  if (hair === 'bun') return <circle cx="40" cy="16.5" r="8" fill={hairColour} />
  if (hair === 'scarf')
    return <path d="M18 40c0-15 9-24 22-24s22 9 22 24c0 12-5 20-8 24H26c-3-4-8-12-8-24z" fill={hairColour} />
  return null
}

function HairInFront({ portrait: { hair, hairColour, clothes } }: { readonly portrait: Portrait }) {
  switch (hair) {
    case 'bald':
      return null
    case 'cap':
      return (
        <g fill={clothes}>
          <path d="M22.5 33c0-10 8-15.5 17.5-15.5S57.5 23 57.5 33z" />
          <path d="M22 31.5h42c3 0 3.5 4 .5 4H22z" opacity="0.8" />
        </g>
      )
    case 'scarf':
      return <path d="M23 34c2-9 9-14 17-14s15 5 17 14c-5-6-11-8-17-8s-12 2-17 8z" fill={hairColour} />
    case 'long':
    case 'bun':
      return (
        <path
          d="M22.5 38c-1-13 7-20 17.5-20s18.5 7 17.5 20c-2-6-6-9.5-12-11.5-7 4-15 4-19 4-2 2-3.5 4-4 7.5z"
          fill={hairColour}
        />
      )
    case 'short':
      return (
        <path
          d="M22.700 37c-2-12 6-19 17.300-19s19.300 7 17.300 19c-1.5-3-2-6-4-8.5-8 1.5-18 1.5-26.600 0-2 2.5-2.5 5.5-4 8.5z"
          fill={hairColour}
        />
      )
  }
}
