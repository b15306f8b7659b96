import { useTranslation } from 'react-i18next'
import { MessagePage } from './MessagePage.tsx'
import { Button } from '../ui/Button.tsx'

/** Something of ours broke. */
export function CrashPage() {
  const { t } = useTranslation(['problems', 'common'])
  return (
    <MessagePage title={t('problems:crash.title')} text={t('problems:crash.text')}>
      <Button purpose="primary" onClick={() => window.location.reload()}>
        {t('problems:crash.reload')}
      </Button>
    </MessagePage>
  )
}
