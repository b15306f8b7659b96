import './join.css'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { ReadAloudButton } from '../ui/ReadAloudButton.tsx'
import { Wordmark } from '../ui/Wordmark.tsx'

interface Props {
  /** Name of the session that one joins. */
  readonly session: string
  /** 1 to 3; absent where there are no steps. */
  readonly number?: number
  readonly title: string
  readonly text: string
  /** What reading aloud says after title and text. */
  readonly choices: readonly string[]
  readonly onBack?: () => void
  readonly children: ReactNode
}

/** One question on a page, phone first. Focus goes to the question, so that a screen reader says it. */
export function JoinFrame({ session, number, title, text, choices, onBack, children }: Props) {
  const { t } = useTranslation(['join', 'common'])
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    window.scrollTo(0, 0)
  }, [title])
  return (
    <div className="join">
      <header className="join__bar">
        <Wordmark />
        <LanguageSwitch />
      </header>
      <main className="join__sheet">
        <p className="join__session">
          {t('session')} <strong>{session}</strong>
        </p>
        <div className="join__top">
          {number === undefined ? <span /> : <StepDots number={number} />}
          <ReadAloudButton sentences={[`${t('session')} ${session}.`, title, text, ...choices]} />
        </div>
        <h1 className="join__title" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        <p className="join__text">{text}</p>
        {children}
        {onBack === undefined ? null : (
          <button type="button" className="join__back" onClick={onBack}>
            <ArrowLeft aria-hidden />
            {t('common:back')}
          </button>
        )}
      </main>
    </div>
  )
}

function StepDots({ number }: { readonly number: number }) {
  const { t } = useTranslation('join')
  return (
    <p className="join__step">
      <span className="join__dots" aria-hidden="true">
        {[1, 2, 3].map((each) => (
          <span key={each} className={each <= number ? 'join__dot join__dot--done' : 'join__dot'} />
        ))}
      </span>
      {t('step', { number })}
    </p>
  )
}
