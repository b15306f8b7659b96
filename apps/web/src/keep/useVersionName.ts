import { useTranslation } from 'react-i18next'
import type { Version } from '@samenreis/model/api/versions'
import { spokenMoment } from './versionMoment.ts'

/** When a version was kept and why, in words. */
export function useVersionName({ keptAt, reason, name }: Version): { readonly moment: string; readonly why: string } {
  const { t, i18n } = useTranslation('keep')
  const { day, date, time } = spokenMoment(new Date(keptAt), new Date(), i18n.language)
  return { moment: t(`versions.${day}`, { date, time }), why: name === '' ? t(`versions.why.${reason}`) : name }
}
