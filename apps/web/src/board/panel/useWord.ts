import { useTranslation } from 'react-i18next'
import type { WordList } from './FieldDefinition.ts'

/** Gives the word of a value in the user's language; the bare code when a newer version stored one without a word. */
export function useWord(): (list: WordList | 'shape' | 'hint' | 'laneKey', value: string | number) => string {
  const { i18n } = useTranslation()
  return (list, value) => {
    const key = `${list}.${value}`
    return i18n.exists(key, { ns: 'kinds' })
      ? String(i18n.getResource(i18n.language, 'kinds', key) ?? value)
      : String(value)
  }
}
