import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import { posterPath } from '../../poster/posterPath.ts'
import { useBoardSession } from '../BoardSession.ts'

/** To the persona's poster. In a window of its own: the board stays where it is. */
export function PosterLink({ personaId }: { readonly personaId: TLShapeId }) {
  const { t } = useTranslation('poster')
  const { room } = useBoardSession()
  return (
    <a className="panel__act" href={posterPath(room.id, personaId)} target="_blank" rel="noreferrer">
      <Printer size={20} aria-hidden="true" />
      {t('open')}
      <span className="visually-hidden">{t('opensAnew')}</span>
    </a>
  )
}
