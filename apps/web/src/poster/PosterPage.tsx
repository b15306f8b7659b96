import './poster.css'
import { ArrowLeft, Printer } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { personaPoster } from '@samenreis/model/journey/personaPoster'
import { LoadingBones } from '../app/LoadingBones.tsx'
import { MessagePage } from '../app/MessagePage.tsx'
import { useRoomAccess } from '../app/RoomAccess.ts'
import { useRoomNews } from '../app/useRoomNews.ts'
import { LiveSnapshot } from '../board/insight/LiveSnapshot.ts'
import { roomPath } from '../share/roomLink.ts'
import type { RoomConnection } from '../sync/RoomConnection.ts'
import { useRoomConnection, useWatched } from '../sync/useRoomConnection.ts'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { CONTENT_ID, SkipToContent } from '../ui/SkipToContent.tsx'
import { PosterSheet } from './PosterSheet.tsx'
import { personaIdOf } from './posterPath.ts'

/** One persona as a sheet of A4, live and to be printed. Reads the document; knows no canvas. */
export function PosterPage() {
  const { room } = useRoomAccess()
  const { connection } = useRoomConnection(room.id)
  const id = personaIdOf(useParams()['personaId'])
  if (id === null) return <GonePersona />
  return connection === null ? <LoadingBones /> : <ReadyPoster connection={connection} id={id} />
}

interface LivePosterProps {
  readonly connection: RoomConnection
  readonly id: ShapeId
}

function ReadyPoster({ connection, id }: LivePosterProps) {
  useRoomNews(connection)
  const ready = useWatched(connection.ready)
  const ended = useWatched(connection.state).kind
  // What was received before the line ended can be read and printed all the same.
  if (!ready && ended !== 'refused' && ended !== 'reset') return <LoadingBones />
  return <LivePoster connection={connection} id={id} />
}

function LivePoster({ connection, id }: LivePosterProps) {
  const { t } = useTranslation(['poster', 'common'])
  const { room } = useRoomAccess()
  const snapshot = useWatched(useMemo(() => new LiveSnapshot(connection.board), [connection]))
  const poster = useMemo(() => personaPoster(snapshot.records, id), [snapshot, id])
  const name = poster === null || poster.persona.name === '' ? t('poster:nameless') : poster.persona.name
  useEffect(() => {
    document.title = t('poster:title', { name })
  }, [t, name])
  if (poster === null) return <GonePersona />
  return (
    <div className="poster-page">
      <SkipToContent />
      <header className="poster-page__bar">
        <LinkButton to={roomPath(room.id)} purpose="secondary" icon={<ArrowLeft aria-hidden />}>
          {t('common:toBoard')}
        </LinkButton>
        <Button purpose="primary" icon={<Printer aria-hidden />} onClick={() => window.print()}>
          {t('poster:print')}
        </Button>
      </header>
      <main id={CONTENT_ID} className="poster-page__ground">
        <PosterSheet poster={poster} session={room.title} />
      </main>
    </div>
  )
}

function GonePersona() {
  const { t } = useTranslation(['poster', 'common'])
  const { room } = useRoomAccess()
  return (
    <MessagePage title={t('poster:gone')} text={t('poster:goneText')}>
      <LinkButton to={roomPath(room.id)} purpose="primary">
        {t('common:toBoard')}
      </LinkButton>
    </MessagePage>
  )
}
