import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Version } from '@samenreis/model/api/versions'
import { serverClock } from '../api/ServerClock.ts'
import { spokenMoment } from './versionMoment.ts'

/** When a version was kept and why, in words. */
export function useVersionName({ keptAt, reason, name }: Version): { readonly moment: string; readonly why: string } {
  const { t, i18n } = useTranslation('keep')
  // What is today is asked once, when the version is shown.
  const [now] = useState(() => serverClock.now())
  const { day, date, time } = spokenMoment(new Date(keptAt), now, i18n.language)
  return { moment: t(`versions.${day}`, { date, time }), why: name === '' ? t(`versions.why.${reason}`) : name }
}
