import type { Sentiment } from '@samenreis/model/records/enumerations'

/** Mouth of each feeling in a field of 24 by 24; the strongest two are open. */
const mouths = [
  { feeling: 2, colour: '--face-plus-2', path: 'M6.8 13.2h10.4a5.2 5.2 0 0 1-10.4 0z', open: true },
  { feeling: 1, colour: '--face-plus-1', path: 'M7.6 14c2.3 3.1 6.5 3.1 8.8 0', open: false },
  { feeling: 0, colour: '--face-0', path: 'M7.8 15.2h8.4', open: false },
  { feeling: -1, colour: '--face-minus-1', path: 'M7.6 16.6c2.3-3.1 6.5-3.1 8.8 0', open: false },
  { feeling: -2, colour: '--face-minus-2', path: 'M6.8 17.6a5.2 5.2 0 0 1 10.4 0z', open: true },
] as const

/** Colour of a feeling, as a value for CSS. */
export function faceColour(feeling: Sentiment): string {
  return `var(${mouthOf(feeling).colour})`
}

/** A face in a field of 24 by 24, for use within a drawing. The ground is filled, so that a line may run behind it. */
export function FaceDrawing({ feeling }: { readonly feeling: Sentiment }) {
  const { path, open } = mouthOf(feeling)
  const colour = faceColour(feeling)
  return (
    <>
      <circle cx={12} cy={12} r={10.8} fill="var(--sheet)" stroke={colour} strokeWidth={2.2} />
      <circle cx={8.4} cy={9.4} r={1.45} fill={colour} />
      <circle cx={15.6} cy={9.4} r={1.45} fill={colour} />
      <path
        d={path}
        fill={open ? colour : 'none'}
        stroke={colour}
        strokeWidth={open ? 1 : 2}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  )
}

/** A face of -2 very bad to 2 very good, beside words that say the same. */
export function Face({ feeling, size = 24 }: { readonly feeling: Sentiment; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <FaceDrawing feeling={feeling} />
    </svg>
  )
}

function mouthOf(feeling: Sentiment): (typeof mouths)[number] {
  return mouths.find((mouth) => mouth.feeling === feeling) ?? mouths[2]
}
