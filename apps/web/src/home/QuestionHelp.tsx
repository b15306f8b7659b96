import { useTranslation } from 'react-i18next'
import type { Context } from '@samenreis/model/records/enumerations'

interface Props {
  readonly context: Context
  readonly onChoose: (question: string) => void
}

const questions = ['needs', 'search', 'improve'] as const

/** The three questions that a client journey begins with (systems.md 28), to take over with one press and to change at will. */
export function QuestionHelp({ context, onChoose }: Props) {
  const { t } = useTranslation('start')
  return (
    <fieldset className="question-help">
      <legend className="question-help__label">{t('questionHelp')}</legend>
      {questions.map((question) => (
        <button
          key={question}
          type="button"
          className="question-help__choice"
          onClick={() => onChoose(t(`question.${context}.${question}`))}
        >
          {t(`question.${context}.${question}`)}
        </button>
      ))}
    </fieldset>
  )
}
