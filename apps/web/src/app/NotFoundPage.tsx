import { useTranslation } from 'react-i18next'
import { MessagePage } from './MessagePage.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'

/** An address that is none of ours. */
export function NotFoundPage() {
  const { t } = useTranslation(['problems', 'common'])
  return (
    <MessagePage title={t('problems:pageNotFound.title')} text={t('problems:pageNotFound.text')}>
      <LinkButton to="/" purpose="primary">
        {t('common:toHome')}
      </LinkButton>
    </MessagePage>
  )
}
