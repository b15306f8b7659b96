import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkRight } from '@samenreis/model/api/rooms'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import { renewLink } from '../api/rooms.ts'
import { useRoomAccess } from '../app/RoomAccess.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { mySessionsHere } from './mySessionsHere.ts'

/** A link that this device does not have: another one can be made, after saying what that ends. */
export function MissingLink({ right }: { readonly right: LinkRight }) {
  const { t } = useTranslation(['share', 'common', 'problems'])
  const { room } = useRoomAccess()
  const [step, setStep] = useState<'told' | 'asked' | 'busy'>('told')
  const [problem, setProblem] = useState<ProblemReason | null>(null)

  const renew = (): void => {
    if (step === 'busy') return
    setStep('busy')
    setProblem(null)
    renewLink(room.id, right).then(
      ({ secret }) => mySessionsHere.renewed(room, right, secret),
      (error: unknown) => {
        setStep('asked')
        setProblem(reasonOf(error))
      },
    )
  }

  return (
    <section className="missing-link" aria-label={t(`link.${right}.title`)}>
      <p className="field-label">{t(`link.${right}.title`)}</p>
      {step === 'told' ? (
        <div className="missing-link__row">
          <p className="share__text">{t('notHere')}</p>
          <Button purpose="secondary" onClick={() => setStep('asked')}>
            {t('renew')}
            <span className="visually-hidden">: {t(`link.${right}.title`)}</span>
          </Button>
        </div>
      ) : (
        <Notice tone="warning" title={t(`renewTitle.${right}`)} announce>
          <p>{t(`renewText.${right}`)}</p>
          <div className="missing-link__acts">
            <Button purpose="primary" busy={step === 'busy'} onClick={renew}>
              {step === 'busy' ? t('renewing') : t('renewSure')}
            </Button>
            <Button onClick={() => setStep('told')}>{t('common:cancel')}</Button>
          </div>
        </Notice>
      )}
      {problem === null ? null : (
        <Notice tone="negative" title={t(`problems:byReason.${problem}.title`)} announce>
          <p>{t(`problems:byReason.${problem}.text`)}</p>
        </Notice>
      )}
    </section>
  )
}
