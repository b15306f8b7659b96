import type { Severity } from '@samenreis/model/records/painPoint'

const DEGREES = [1, 2, 3] as const

/** How bad, as dots of three; `word` says it for who cannot see them. */
export function SeverityDots({ severity, word }: { readonly severity: Severity; readonly word: string }) {
  return (
    <svg className="severity-dots" viewBox="0 0 34 10" role="img" aria-label={word}>
      <title>{word}</title>
      {DEGREES.map((degree) => (
        <circle
          key={degree}
          cx={degree * 12 - 7}
          cy={5}
          r={3.75}
          fill={degree <= severity ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth={1.5}
        />
      ))}
    </svg>
  )
}
