import { useMemo } from 'react'
import { encode } from 'uqr'

/** White modules around the code: readers need four (ISO/IEC 18004). */
const QUIET_ZONE = 4

interface Props {
  readonly text: string
  readonly label: string
  readonly className?: string
}

/** A QR code as one path: sharp at every size, drawn here, fetched nowhere. */
export function QrCode({ text, label, className }: Props) {
  const { size, path } = useMemo(() => {
    // M repairs 15 %: a beamer and a hand before the lens are no problem, and the squares stay large.
    const { data, size: across } = encode(text, { ecc: 'M', border: QUIET_ZONE })
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: across, path: squares.join('') }
  }, [text])
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#1b2330" />
    </svg>
  )
}
