import type { BasisShare } from '@samenreis/model/journey/views/evidenceMeter'

interface Props {
  readonly bases: readonly BasisShare[]
  readonly tall?: boolean
}

/** Shares as pieces of one bar, strongest first; each basis has its own colour and pattern. The list beside it says the same. */
export function ShareBar({ bases, tall = false }: Props) {
  return (
    <span className={tall ? 'share-bar share-bar--tall' : 'share-bar'} aria-hidden="true">
      {bases.map(({ basis, share }) =>
        share === 0 ? null : <span key={basis} data-basis={basis} style={{ flexGrow: share }} />,
      )}
    </span>
  )
}
