import { useState } from 'react'
import { Heading } from '@nl-design-system-candidate/heading-react'
import { useTranslation } from 'react-i18next'
import { useLinkClickHandler } from 'react-router'
import { holdLink } from '../link/heldLink.ts'
import type { MySession } from '../share/MySessions.ts'
import { mySessionsHere, useMySessions } from '../share/mySessionsHere.ts'
import { roomPath } from '../share/roomLink.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'

/** The way back into a session. Its link stands in no address (reliability.md F63), but for who opens it in another tab. */
function OpenSession({ session: { room, links } }: { readonly session: MySession }) {
  const { t } = useTranslation('home')
  const followPlain = useLinkClickHandler<HTMLAnchorElement>(roomPath(room.id))
  return (
    <LinkButton
      to={roomPath(room.id, links.facilitator)}
      purpose="secondary"
      onClick={(event) => {
        if (links.facilitator !== undefined) holdLink(room.id, links.facilitator)
        followPlain(event)
      }}
    >
      {t('mine.open')}
      <span className="visually-hidden">: {room.title}</span>
    </LinkButton>
  )
}

/** The sessions that were made on this device, to come back to. */
export function MySessionsList() {
  const { t, i18n } = useTranslation(['home', 'common'])
  const sessions = useMySessions()
  const [leaving, setLeaving] = useState<MySession | null>(null)
  const dates = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'long', year: 'numeric' })
  return (
    <section className="my-sessions" aria-labelledby="my-sessions">
      <Heading level={2} id="my-sessions" appearance="level-3">
        {t('mine.title')}
      </Heading>
      <p className="my-sessions__hint">{sessions.length === 0 ? t('mine.empty') : t('mine.hint')}</p>
      <ul className="my-sessions__list">
        {sessions.map((session) => (
          <li key={session.room.id} className="my-sessions__session">
            <p className="my-sessions__name">{session.room.title}</p>
            <p className="my-sessions__hint">{t('mine.madeOn', { date: dates.format(new Date(session.madeAt)) })}</p>
            <div className="my-sessions__acts">
              <OpenSession session={session} />
              <Button purpose="subtle" onClick={() => setLeaving(session)}>
                {t('mine.forget')}
                <span className="visually-hidden">: {session.room.title}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Dialog
        title={t('mine.forgetTitle')}
        size="small"
        alert
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
      >
        <p className="dialog__text">{t('mine.forgetText', { title: leaving?.room.title ?? '' })}</p>
        <div className="dialog__acts">
          <Button onClick={() => setLeaving(null)}>{t('mine.keep')}</Button>
          <Button
            purpose="primary"
            negative
            onClick={() => {
              if (leaving !== null) mySessionsHere.forget(leaving.room.id)
              setLeaving(null)
            }}
          >
            {t('mine.forgetSure')}
          </Button>
        </div>
      </Dialog>
    </section>
  )
}
