import { useTranslation } from 'react-i18next'
import { Face } from '../../../shapes/look/Face.tsx'
import { useWord } from '../../panel/useWord.ts'
import { meanText, nearestFeeling } from '../numbers.ts'

interface Props {
  /** -2 … 2; null = not asked: a dash for the eye, words for the ear. */
  readonly mean: number | null
  readonly size?: number
  /** Whether the word stands beside the number; else it is only read out. */
  readonly withWord?: boolean
}

/** A feeling as a face, a number and a word. */
export function Mean({ mean, size = 24, withWord = false }: Props) {
  const { t, i18n } = useTranslation('insight')
  const word = useWord()
  if (mean === null)
    return (
      <span className="mean__none">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{t('notAsked')}</span>
      </span>
    )
  const feeling = nearestFeeling(mean)
  return (
    <span className="mean">
      <Face feeling={feeling} size={size} />
      <span className="mean__number">{meanText(mean, i18n.language)}</span>
      <span className={withWord ? 'mean__word' : 'visually-hidden'}>{word('sentiment', feeling)}</span>
    </span>
  )
}
