import { useWord } from '../useWord.ts'
import { Face } from '../../../shapes/look/Face.tsx'

/** Best first, as on a wall: from heel fijn to heel vervelend. */
export const feelings = [2, 1, 0, -1, -2] as const
export type Feeling = (typeof feelings)[number]

interface Props {
  readonly labelId: string
  readonly value: Feeling | null
  /** null = taken back: not asked is not zero (model.md B2). */
  readonly onChange: (value: Feeling | null) => void
  readonly readOnly: boolean
  /** Without words under the faces, for a list of many; the word is still read out. */
  readonly small?: boolean
}

/** Five faces, each with its own mouth and its word. */
export function Faces({ labelId, value, onChange, readOnly, small = false }: Props) {
  const word = useWord()
  return (
    <fieldset className={small ? 'faces faces--small' : 'faces'} aria-labelledby={labelId}>
      {feelings.map((each) => (
        <button
          key={each}
          type="button"
          className="face"
          data-feeling={each}
          aria-pressed={each === value}
          aria-disabled={readOnly}
          title={small ? word('sentiment', each) : undefined}
          onClick={() => {
            if (!readOnly) onChange(each === value ? null : each)
          }}
        >
          <Face feeling={each} size={small ? 24 : 32} />
          <span className={small ? 'visually-hidden' : 'face__word'}>{word('sentiment', each)}</span>
        </button>
      ))}
    </fieldset>
  )
}
