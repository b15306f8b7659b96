import './home.css'
import { Heading } from '@nl-design-system-candidate/heading-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { preferredLanguage } from '../i18n/preferredLanguage.ts'
import { showIn } from '../i18n/i18n.ts'
import { DepartureNotice } from '../leave/DepartureNotice.tsx'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { CONTENT_ID, SkipToContent } from '../ui/SkipToContent.tsx'
import { Wordmark } from '../ui/Wordmark.tsx'
import { JourneyPicture } from './JourneyPicture.tsx'
import { MySessionsList } from './MySessionsList.tsx'
import { NewSessionForm } from './NewSessionForm.tsx'

/** The start: what Samenreis is, a new session, and the ones made here. */
export function HomePage() {
  const { t } = useTranslation(['home', 'common'])
  // A session may have been in another language; here she chooses herself.
  useEffect(() => showIn(preferredLanguage()), [])
  useEffect(() => {
    document.title = t('common:product')
  }, [t])
  return (
    <div className="home">
      <SkipToContent />
      <header className="home__bar">
        <Wordmark />
        <LanguageSwitch />
      </header>
      <main id={CONTENT_ID} tabIndex={-1}>
        <DepartureNotice />
        <div className="home__hero">
          <div className="home__words">
            <Heading level={1}>{t('title')}</Heading>
            <p className="home__lead">{t('lead')}</p>
          </div>
          <JourneyPicture />
        </div>
        <div className="home__columns">
          <section className="home__sheet" aria-labelledby="new-session">
            <Heading level={2} id="new-session">
              {t('create.title')}
            </Heading>
            <NewSessionForm />
          </section>
          <MySessionsList />
        </div>
      </main>
    </div>
  )
}
