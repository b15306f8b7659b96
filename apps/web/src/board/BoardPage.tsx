import './board.css'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EditorProvider } from 'tldraw'
import { MessagePage } from '../app/MessagePage.tsx'
import { changeRoom } from '../api/rooms.ts'
import { useRoomAccess } from '../app/RoomAccess.ts'
import { useRoomNews } from '../app/useRoomNews.ts'
import { KeepPanel } from '../keep/KeepPanel.tsx'
import { mySessionsHere } from '../share/mySessionsHere.ts'
import { SharePanel } from '../share/SharePanel.tsx'
import { clearRoom } from '../sync/device/clearRoom.ts'
import type { RoomConnection } from '../sync/RoomConnection.ts'
import type { Aftermath, TurnedBack } from '../sync/RoomOpening.ts'
import { TextLimitContext } from '../ui/TextLimit.ts'
import { useRoomConnection, useWatched } from '../sync/useRoomConnection.ts'
import { Board, type OpenCanvas } from './Board.tsx'
import { BoardChrome } from './BoardChrome.tsx'
import { BoardSessionContext, isFacilitator, looksOn, useBoardSession, type BoardSession } from './BoardSession.ts'
import { BoardBones } from './canvas/BoardBones.tsx'
import { KeptView } from './canvas/KeptView.ts'
import { InsightPlace } from './insight/InsightPlace.ts'
import { InsightPlaceContext, shelfOfTab } from './insight/InsightPlaceContext.ts'
import { EndedBoard } from './notices/EndedBoard.tsx'
import { NoticeBoard } from './notices/NoticeBoard.ts'
import { useFullness } from './notices/useFullness.ts'
import { NoticesContext } from './notices/NoticesContext.ts'
import { NoticeStack } from './notices/NoticeStack.tsx'
import { useAftermath } from './notices/useAftermath.ts'
import { useDeviceCopies } from './notices/useDeviceCopies.ts'
import { useTextLimit } from './notices/useTextLimit.ts'
import { useTurnedBack } from './notices/useTurnedBack.ts'
import { SaveLine } from './topbar/SaveLine.tsx'
import { TopBar } from './topbar/TopBar.tsx'
import { TypingContext } from './Typing.ts'
import { useBoardStore } from './useBoardStore.ts'
import type { Licence } from './licence.ts'
import { useLicence } from './useLicence.ts'

/** What is said of a licence with which the board does not open. */
const licenceTexts = {
  missing: 'licence.text',
  unreadable: 'licence.unreadable',
  'other-host': 'licence.otherHost',
  over: 'licence.over',
} as const satisfies Record<Exclude<Licence['kind'], 'allowed'>, string>

/** The board of a session. Stands under RoomGate: whoever sees it has joined (`useRoomAccess`). */
export function BoardPage() {
  const { t } = useTranslation('board')
  const { room } = useRoomAccess()
  const { connection, reopen, turnedBack, stuck, aftermath } = useRoomConnection(room.id)
  const licence = useLicence()
  if (licence !== null && licence.kind !== 'allowed') {
    return <MessagePage title={t('licence.title')} text={t(licenceTexts[licence.kind])} />
  }
  if (connection === null || licence === null) return <BoardBones />
  const opened = { connection, reopen, turnedBack, stuck, aftermath }
  return <LiveBoard {...opened} licenseKey={licence.key} />
}

interface LiveBoardProps {
  readonly connection: RoomConnection
  readonly reopen: () => void
  readonly turnedBack: TurnedBack | null
  readonly stuck: boolean
  readonly aftermath: Aftermath | null
  readonly licenseKey: string | undefined
}

function LiveBoard({ connection, reopen, turnedBack, stuck, aftermath, licenseKey }: LiveBoardProps) {
  const access = useRoomAccess()
  const { room, asScreen, rename } = access
  useRoomNews(connection)
  const [inviting, setInviting] = useState(access.justMade)
  const [keeping, setKeeping] = useState(false)
  const state = useWatched(connection.state)
  const server = useWatched(connection.me)
  const notices = useMemo(() => new NoticeBoard(), [])
  const onLimit = useTextLimit(notices)
  const insight = useMemo(() => new InsightPlace(room.id, shelfOfTab()), [room.id])
  useTurnedBack(turnedBack, notices)
  useAftermath(aftermath, notices)
  const view = useMemo(() => new KeptView(), [])
  const { id, name } = access.me
  const role = asScreen ? 'screen' : (server?.role ?? access.me.role)
  const mayEdit = !asScreen && (server?.mayEdit ?? !looksOn(role))
  const session = useMemo<BoardSession>(
    () => ({ room, me: { id, name, role }, connection, mayEdit, isFacilitator: isFacilitator(role) }),
    [room, id, name, role, connection, mayEdit],
  )
  useDeviceCopies(connection, session, notices)
  const openKeep = useCallback(() => setKeeping(true), [])
  useFullness(session, notices, openKeep)
  const changeTitle = useCallback(
    async (change: { title: string; question: string }) => rename(await changeRoom(room.id, change)),
    [room.id, rename],
  )

  const end = state.kind === 'refused' ? state.reason : null
  useEffect(() => {
    // The session is gone, or this device's place in it: nothing of it stays here (reliability.md F84).
    if (end !== 'room-not-found' && end !== 'not-signed-in') return
    if (end === 'room-not-found') mySessionsHere.forget(room.id)
    void clearRoom(room.id)
  }, [end, room.id])

  // Opened anew by itself, at once.
  if (state.kind === 'reset' && !stuck) return <BoardBones />
  if (state.kind === 'reset') return <EndedBoard reason="reset" unsent={connection.unsentTexts()} onReload={reopen} />
  if (state.kind === 'refused') {
    return (
      <EndedBoard reason={state.reason} unsent={connection.unsentTexts()} onReload={() => window.location.reload()} />
    )
  }
  return (
    <BoardSessionContext value={session}>
      <NoticesContext value={notices}>
        <InsightPlaceContext value={insight}>
          <div className="board-page" data-role={role}>
            <TopBar onChangeTitle={changeTitle} onInvite={() => setInviting(true)} onKeep={openKeep} />
            <TextLimitContext value={onLimit}>
              <BoardArea view={view} licenseKey={licenseKey} />
            </TextLimitContext>
          </div>
        </InsightPlaceContext>
        {session.isFacilitator ? <SharePanel isOpen={inviting} onClose={() => setInviting(false)} /> : null}
        {session.isFacilitator ? <KeepPanel isOpen={keeping} onClose={() => setKeeping(false)} /> : null}
      </NoticesContext>
    </BoardSessionContext>
  )
}

function BoardArea({ view, licenseKey }: { readonly view: KeptView; readonly licenseKey: string | undefined }) {
  const { t } = useTranslation('board')
  const { connection } = useBoardSession()
  const bound = useBoardStore(connection)
  const [open, setOpen] = useState<OpenCanvas | null>(null)
  return (
    <main
      className="board-area"
      aria-label={t('name')}
      style={{ ['--frame-word' as string]: JSON.stringify(t('tools.frame')) }}
    >
      <SaveLine />
      {bound === null ? <BoardBones /> : <Board bound={bound} view={view} licenseKey={licenseKey} onOpen={setOpen} />}
      {open === null || bound === null ? null : (
        <EditorProvider editor={open.editor}>
          <TypingContext value={open.presence}>
            <BoardChrome editor={open.editor} bound={bound} />
          </TypingContext>
        </EditorProvider>
      )}
      <NoticeStack />
    </main>
  )
}
