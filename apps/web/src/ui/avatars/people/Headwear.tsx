import type { ReactNode } from 'react'
import { CLOTHES, shade, type Figure } from './Figure.ts'

/** What is worn on the head: over hair and ears. */
export function HeadwearDrawing({
  figure: { headwear, headwearColour = CLOTHES[2] },
}: {
  readonly figure: Figure
}): ReactNode {
  const fold = shade(headwearColour)
  if (headwear === undefined) return null
  switch (headwear) {
    case 'scarf':
      return (
        <>
          <path
            fillRule="evenodd"
            d="M-21 2c-2-21 8-30 21-30s23 9 21 30c0 11 3 19 9 27-14 9-46 9-60 0 6-8 9-16 9-27zM-13.5-3c0 11 5 18.5 13.5 18.5s13.5-7.5 13.5-18.5c0-10-4.5-14.5-13.5-14.5s-13.5 4.5-13.5 14.5z"
            fill={headwearColour}
          />
          <path d="M-9 17c5 4 13 4 19 0-2 8-8 15-20 17z" fill={fold} />
        </>
      )
    case 'turban':
      return (
        <>
          <path
            d="M-18-5c-5-17 5-27 18-27s23 10 18 27c-3-6-8-8-11-9-3-1.5-5-3-7-5-2 2-4 3.5-7 5-3 1-8 3-11 9z"
            fill={headwearColour}
          />
          <path
            d="M-19-12c7-3 14-8 19-14 5 6 12 11 19 14M-14-23c6 0 11 0 14-3 3 3 8 3 14 3"
            fill="none"
            stroke={fold}
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        </>
      )
    case 'cap':
      return (
        <>
          <path d="M-17-8c-1-13 7-18 17-18s18 5 17 18c-10-2-24-2-34 0z" fill={headwearColour} />
          <path d="M-18-8.5c10-3.5 25-3.5 41 1.5 2.5 1 2 4-.5 4-13-3-26-3-40.5-.5z" fill={fold} />
        </>
      )
    case 'beanie':
      return (
        <>
          <path d="M-17-9c-1-14 7-20 17-20s18 6 17 20z" fill={headwearColour} />
          <rect x="-18.5" y="-13.5" width="37" height="8" rx="4" fill={fold} />
        </>
      )
  }
}
