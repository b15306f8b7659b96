import { Telescope } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { useInsightPlace, useInsightState } from './InsightPlaceContext.ts'

interface Props {
  /** `bar` for a laptop; `board` for a phone, whose bar is full: above the tools, where the thumb is. The style sheet shows one. */
  readonly at: 'bar' | 'board'
}

/** Opens and closes "Wat zien we?". Takes the keyboard back when the sheet closes. */
export function InsightButton({ at }: Props) {
  const { t } = useTranslation('insight')
  const place = useInsightPlace()
  const { isOpen, isFolded } = useInsightState()
  const isShown = isOpen && !isFolded
  const wasOpen = useRef(isOpen)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return (
    <span className={`insight-button insight-button--${at}`}>
      <Button
        ref={button}
        pressed={isShown}
        icon={<Telescope size={20} aria-hidden="true" />}
        onClick={() => (isShown ? place.close() : place.open())}
      >
        <span className="nl-button__label">{t('title')}</span>
      </Button>
    </span>
  )
}
