import { useTranslation } from 'react-i18next'
import type { ProblemReason } from '../api/ProblemError.ts'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { MessagePage } from './MessagePage.tsx'

interface Props {
  readonly reason: ProblemReason | 'link-missing'
  /** Present when asking once more may help. */
  readonly onRetry?: () => void
  /** Where to go instead; without it the start. */
  readonly elsewhere?: { readonly to: string; readonly label: string }
}

/** Why one cannot come in, in the words of `problems`. */
export function ProblemPage({ reason, onRetry, elsewhere }: Props) {
  const { t } = useTranslation(['problems', 'common'])
  const title = reason === 'link-missing' ? t('problems:linkMissing.title') : t(`problems:byReason.${reason}.title`)
  const text = reason === 'link-missing' ? t('problems:linkMissing.text') : t(`problems:byReason.${reason}.text`)
  return (
    <MessagePage title={title} text={text}>
      {onRetry === undefined ? null : (
        <Button purpose="primary" onClick={onRetry}>
          {t('common:tryAgain')}
        </Button>
      )}
      <LinkButton to={elsewhere?.to ?? '/'} purpose="secondary">
        {elsewhere?.label ?? t('common:toHome')}
      </LinkButton>
    </MessagePage>
  )
}
