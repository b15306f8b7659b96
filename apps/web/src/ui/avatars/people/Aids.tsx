import type { ReactNode } from 'react'
import { INK, shade, type Figure } from './Figure.ts'

const METAL = '#7C8794'

/** What stands behind the person: the back and the wheels of a chair. */
export function AidBehind({ figure: { aid } }: { readonly figure: Figure }) {
  if (aid !== 'wheelchair') return null
  return (
    <g>
      <path d="M-21 27h-9M21 27h9" stroke={INK} strokeWidth="4.6" strokeLinecap="round" />
      <rect x="-24" y="23" width="48" height="46" rx="6" fill={shade(METAL, 45)} />
    </g>
  )
}

/** What is held in the hands, before the person. */
export function AidInFront({ figure: { aid, skin, clothes } }: { readonly figure: Figure }): ReactNode {
  const sleeve = shade(clothes, 14)
  if (aid === undefined) return null
  switch (aid) {
    case 'cane':
      return (
        <g>
          <path d="M20 72c3-12 9-20 15-22" stroke={sleeve} strokeWidth="11" strokeLinecap="round" fill="none" />
          <path d="M27 44c0-8 13-8 13 1v45" stroke="#6B3F1E" strokeWidth="4.6" strokeLinecap="round" fill="none" />
          <circle cx="37" cy="48.5" r="6" fill={skin} />
        </g>
      )
    case 'white-cane':
      return (
        <g>
          <path d="M20 72c3-11 8-17 13-19" stroke={sleeve} strokeWidth="11" strokeLinecap="round" fill="none" />
          <path d="M33 40l10 50" stroke="#FFFFFF" strokeWidth="5" strokeLinecap="round" />
          <path d="M39 70l1.6 8" stroke="#C0362C" strokeWidth="5" />
          <path d="M32.5 37l1.8 9" stroke={INK} strokeWidth="5.4" strokeLinecap="round" />
          <circle cx="35.5" cy="52" r="6" fill={skin} />
        </g>
      )
    case 'walker':
      return (
        <g>
          <path
            d="M-25 70c-5-8-7-12-6-18M25 70c5-8 7-12 6-18"
            stroke={sleeve}
            strokeWidth="10"
            strokeLinecap="round"
            fill="none"
          />
          <path d="M-33 52v40M33 52v40" stroke={METAL} strokeWidth="4" fill="none" />
          <rect x="-33" y="64" width="66" height="16" rx="3" fill="#FFFFFF" stroke={METAL} strokeWidth="3" />
          <path d="M-39 51h12M27 51h12" stroke={INK} strokeWidth="5.4" strokeLinecap="round" />
          <circle cx="-32.5" cy="50.5" r="5.4" fill={skin} />
          <circle cx="32.5" cy="50.5" r="5.4" fill={skin} />
        </g>
      )
    case 'wheelchair':
      return (
        <g>
          <path d="M-22 66h44c3 8 4 18 4 30h-52c0-12 1-22 4-30z" fill="#3F4A58" />
          {[-1, 1].map((side) => (
            <g key={side}>
              <path
                d={`M${side * 27} 48c${side * 4} 4 ${side * 7} 8 ${side * 8} 13`}
                stroke={sleeve}
                strokeWidth="9.5"
                strokeLinecap="round"
                fill="none"
              />
              <ellipse
                cx={side * 37}
                cy="74"
                rx="8.5"
                ry="25"
                fill={METAL}
                fillOpacity="0.35"
                stroke={INK}
                strokeWidth="4.4"
              />
              <circle cx={side * 36} cy="61" r="5.6" fill={skin} />
            </g>
          ))}
        </g>
      )
  }
}
