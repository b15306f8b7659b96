import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { feelingWalk, stepPlace } from './feelingWalk.ts'

interface Props {
  readonly touchpointId: TLShapeId
}

/** From this step to the one before or after it, with its faces in view: a whole curve can be filled in without leaving the panel. */
export function FeelingSteps({ touchpointId }: Props) {
  const { t } = useTranslation('curve')
  const editor = useEditor()
  const root = useRef<HTMLDivElement>(null)
  const place = useValue('place of the step', () => stepPlace(editor, touchpointId), [editor, touchpointId])
  const key = place === null ? '' : `${place.place}/${place.of}`

  // The panel of the next step is a new one: it opens at its top, and the keyboard would be lost.
  useEffect(() => {
    const way = feelingWalk.get(editor)
    const element = root.current
    if (way === null || element === null) return
    feelingWalk.set(editor, null)
    element.closest('.field')?.scrollIntoView({ block: 'center' })
    const buttons = [...element.querySelectorAll('button')]
    const [there, back] = way === 'next' ? [buttons[1], buttons[0]] : [buttons[0], buttons[1]]
    const target = there?.disabled === false ? there : back
    target?.focus({ preventScroll: true })
  }, [editor, key])

  if (place === null || place.of < 2) return null
  const go = (way: 'before' | 'next'): void => {
    const to = place[way]
    if (to === null) return
    feelingWalk.set(editor, way)
    editor.select(to)
  }
  return (
    <div className="feeling-steps" ref={root}>
      <button
        type="button"
        className="step-button step-button--before"
        aria-label={t('walk.before')}
        title={t('walk.before')}
        disabled={place.before === null}
        onClick={() => go('before')}
      >
        <ChevronLeft size={20} aria-hidden="true" />
      </button>
      <span className="feeling-steps__place">{t('walk.place', { place: place.place, of: place.of })}</span>
      <button type="button" className="step-button" disabled={place.next === null} onClick={() => go('next')}>
        {t('walk.next')}
        <ChevronRight size={20} aria-hidden="true" />
      </button>
    </div>
  )
}
