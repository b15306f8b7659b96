import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionState } from '../../sync/connectionState.ts'
import { announcementFor, type Announcement } from './saveNotice.ts'

/** Tells a screen reader that something is not saved, that the line is gone, and that all is well again; nothing else (F96). */
export function SaveAnnouncer({ state }: { readonly state: ConnectionState }) {
  const { t } = useTranslation('board')
  const last = useRef<Announcement | null>(null)
  const [spoken, setSpoken] = useState<Announcement | null>(null)
  useEffect(() => {
    const next = announcementFor(last.current, state)
    if (next === undefined) return
    last.current = next
    setSpoken(next)
  }, [state])
  return <output className="visually-hidden">{spoken === null ? '' : t(`announce.${spoken}`)}</output>
}
