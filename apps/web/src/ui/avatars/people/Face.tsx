import { INK, shade, type Figure } from './Figure.ts'

const line = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const

/** A calm, friendly face. Nobody in particular, and nobody's caricature. */
export function FaceDrawing({ figure }: { readonly figure: Figure }) {
  const { skin, beard, hairColour, glasses, old = false, hair } = figure
  const dark = shade(skin, 30)
  const brow = hair === 'bald' || old ? shade(hairColour, 30) : shade(hairColour, 10)
  return (
    <>
      {beard === undefined ? null : <BeardDrawing beard={beard} colour={hairColour} />}
      <g fill="#D9534A" opacity="0.16">
        <circle cx="-9.5" cy="5" r="3.2" />
        <circle cx="9.5" cy="5" r="3.2" />
      </g>
      <path
        d="M-8.5-6.2c1.6-1.4 3.8-1.4 5.2-.4M8.5-6.2c-1.6-1.4-3.8-1.4-5.2-.4"
        stroke={brow}
        strokeWidth="1.5"
        {...line}
      />
      {glasses === 'dark' ? null : (
        <g fill={INK}>
          <ellipse cx="-5.9" cy="-1.2" rx="1.65" ry="1.9" />
          <ellipse cx="5.9" cy="-1.2" rx="1.65" ry="1.9" />
        </g>
      )}
      <path d="M-.4 0c-.6 2-1.4 3.2-1.6 4.2.8.9 2.2.9 3.2.2" stroke={dark} strokeWidth="1.4" {...line} />
      <path
        d={beard === 'full' || beard === 'moustache' ? 'M-3.2 9.6c2 1.3 4.4 1.3 6.4 0' : 'M-5 8.6c2.8 3 7.2 3 10 0'}
        stroke={beard === 'full' ? '#F3D9CC' : INK}
        strokeWidth="1.7"
        {...line}
      />
      {old ? (
        <path
          d="M-12 2.6c-.6 1.6-.4 3 .4 4.2M12 2.6c.6 1.6.4 3-.4 4.2M-4-12.5c2.6-.7 5.4-.7 8 0"
          stroke={dark}
          strokeWidth="1"
          opacity="0.7"
          {...line}
        />
      ) : null}
      {glasses === undefined ? null : <GlassesDrawing glasses={glasses} />}
    </>
  )
}

function GlassesDrawing({ glasses }: { readonly glasses: NonNullable<Figure['glasses']> }) {
  if (glasses === 'dark')
    return (
      <g fill={INK} stroke={INK} strokeWidth="1.5">
        <rect x="-12" y="-5.2" width="10.5" height="8" rx="3.5" />
        <rect x="1.5" y="-5.2" width="10.5" height="8" rx="3.5" />
        <path d="M-2-3h4M-12-3.2l-3.5-1M12-3.2l3.5-1" fill="none" />
      </g>
    )
  return (
    <g fill="#FFFFFF" fillOpacity="0.28" stroke={INK} strokeWidth="1.45">
      {glasses === 'round' ? (
        <>
          <circle cx="-6.2" cy="-1" r="5" />
          <circle cx="6.2" cy="-1" r="5" />
        </>
      ) : (
        <>
          <rect x="-11.6" y="-5.2" width="10.2" height="8.2" rx="2" />
          <rect x="1.4" y="-5.2" width="10.2" height="8.2" rx="2" />
        </>
      )}
      <path d="M-1.3-1.6c.8-.6 1.8-.6 2.6 0M-11.4-2.2l-4-1M11.4-2.2l4-1" fill="none" />
    </g>
  )
}

function BeardDrawing({ beard, colour }: { readonly beard: NonNullable<Figure['beard']>; readonly colour: string }) {
  switch (beard) {
    case 'full':
      return (
        <path
          d="M-15.2-2c.7 6 2 8 4.2 7.5 3-3.5 19-3.5 22 0 2.2.5 3.5-1.5 4.2-7.5 1 14-5 23.5-15.2 23.5s-16.2-9.5-15.2-23.5z"
          fill={colour}
        />
      )
    case 'short':
      return (
        <path
          d="M-15 0c.6 5 1.6 8 3.4 8.6 3.6-2 19.6-2 23.2 0 1.8-.6 2.8-3.6 3.4-8.6.4 11-5.5 18.8-15 18.8s-15.4-7.8-15-18.8z"
          fill={colour}
          opacity="0.55"
        />
      )
    case 'moustache':
      return <path d="M0 5.5c3-1 6.5 0 8 3.2-3 1.4-6 .8-8-.8-2 1.6-5 2.2-8 .8 1.5-3.2 5-4.2 8-3.2z" fill={colour} />
  }
}
