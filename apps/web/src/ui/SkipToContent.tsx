import { SkipLink } from '@nl-design-system-candidate/skip-link-react'
import { useTranslation } from 'react-i18next'

/** Id of the `main` of a page that has a bar above it. */
export const CONTENT_ID = 'content'

/** First stop of the keyboard: past the bar (WCAG 2.4.1). Seen while it has the focus. */
export function SkipToContent() {
  const { t } = useTranslation('common')
  return <SkipLink href={`#${CONTENT_ID}`}>{t('skipToContent')}</SkipLink>
}
