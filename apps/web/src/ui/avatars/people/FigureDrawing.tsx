import { AidBehind, AidInFront } from './Aids.tsx'
import { FaceDrawing } from './Face.tsx'
import { shade, type Figure } from './Figure.ts'
import { HairBehind, HairInFront } from './Hair.tsx'
import { HeadwearDrawing } from './Headwear.tsx'

/** One person, head to chest, the middle of the head at 0,0; the head is 36 high, the shoulders 62 wide. */
export function FigureDrawing({ figure }: { readonly figure: Figure }) {
  const { skin, clothes, headwear, hearingAid = false, apron = false } = figure
  return (
    <>
      <AidBehind figure={figure} />
      <HairBehind figure={figure} />
      <path d="M-31 92V54c0-16 9-24.5 23-27.5 4 3 12 3 16 0 14 3 23 11.5 23 27.5v38z" fill={clothes} />
      {apron ? <path d="M-14 92V45c3-6 5-11 5-18l3 1.5c1 6 11 6 12 0l3-1.5c0 7 2 12 5 18v47z" fill="#FFFFFF" /> : null}
      <path d="M-7.5 10h15v14c0 5-3 8.5-7.5 8.5s-7.5-3.5-7.5-8.5z" fill={skin} />
      <path d="M-7.5 14c4 6 11 6 15 0v5c-4 5-11 5-15 0z" fill={shade(skin)} />
      <CollarDrawing figure={figure} />
      {headwear === 'scarf' ? null : (
        <g fill={shade(skin, 10)}>
          <circle cx="-15.5" cy="-.5" r="3.8" />
          <circle cx="15.5" cy="-.5" r="3.8" />
        </g>
      )}
      <path d="M-15.5-4c0-11 6-17 15.5-17s15.5 6 15.5 17c0 12-6 22-15.5 22s-15.5-10-15.5-22z" fill={skin} />
      <FaceDrawing figure={figure} />
      <HairInFront figure={figure} />
      <HeadwearDrawing figure={figure} />
      {hearingAid ? <HearingAid /> : null}
      <AidInFront figure={figure} />
    </>
  )
}

function CollarDrawing({ figure: { clothes, collar = 'round', skin } }: { readonly figure: Figure }) {
  const fold = shade(clothes)
  switch (collar) {
    case 'round':
      return <path d="M-9.5 26c3 8.5 16 8.5 19 0" fill="none" stroke={fold} strokeWidth="3" strokeLinecap="round" />
    case 'shirt':
      return (
        <>
          <path d="M-7 27l7 11 7-11" fill={skin} />
          <path d="M-8.5 25l8.5 13-8 5-6-15zM8.5 25L0 38l8 5 6-15z" fill={fold} />
          <path d="M0 40v30" stroke={fold} strokeWidth="1.8" />
        </>
      )
    case 'hood':
      return (
        <>
          <path d="M-9 22c-9 2-12 6-12 9 7 7 35 7 42 0 0-3-3-7-12-9 0 7-3 10-9 10s-9-3-9-10z" fill={fold} />
          <path d="M-5 36v9M5 36v9" stroke="#FFFFFF" strokeWidth="1.7" strokeLinecap="round" />
        </>
      )
    case 'roll':
      return <path d="M-10.5 24c0-6 21-6 21 0v6c-4 7-17 7-21 0z" fill={fold} />
  }
}

/** Behind the ear, seen from the front: large enough to be seen, as a thing nobody hides. */
function HearingAid() {
  return (
    <g fill="none" stroke="#1D5E9E" strokeLinecap="round">
      <path d="M14.5-6c3.6-1.8 6.6 1 5.4 6" strokeWidth="3.4" />
      <path d="M19.5.5c-.6 2.5-2 3.2-3.8 2.8" strokeWidth="1.4" />
    </g>
  )
}
