import { ChevronDown } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionState } from '../../sync/connectionState.ts'
import { useWatched } from '../../sync/useRoomConnection.ts'
import { useBoardSession } from '../BoardSession.ts'
import { SaveAnnouncer } from './SaveAnnouncer.tsx'
import { saveIcons } from './saveIcons.ts'
import { saveNoticeOf } from './saveNotice.ts'
import { useSaveWord } from './useSaveWord.ts'

interface Props {
  /** What the facilitator can open here: everything about keeping; null for everybody else. */
  readonly onOpen: (() => void) | null
}

/** Whether everything is safe: one place, word and icon, and a live region that speaks of changes only (F96). */
export function SaveState({ onOpen }: Props) {
  const { t } = useTranslation(['board', 'keep'])
  const { connection, mayEdit } = useBoardSession()
  const known = useWatched(connection.state)
  // A screen on a facilitator's own laptop: the connection may edit, what is shown here does not.
  const state = useMemo<ConnectionState>(
    () => (known.kind === 'saved' && !mayEdit ? { kind: 'viewing' } : known),
    [known, mayEdit],
  )
  const notice = saveNoticeOf(state)
  const Icon = saveIcons[notice.key]
  const { percent } = notice
  const word = useSaveWord(notice)

  // In the place of the word where that does not fit.
  const share =
    percent === undefined ? null : (
      <span className="save-state__share" aria-hidden="true">
        {t('saved.share', { percent })}
      </span>
    )
  return (
    <>
      {onOpen === null ? (
        <p className="save-state" data-tone={notice.tone} data-state={state.kind}>
          <Icon size={18} strokeWidth={2.2} aria-hidden="true" />
          <span className="save-state__word">{word}</span>
          {share}
        </p>
      ) : (
        <button
          type="button"
          className="save-state save-state--opens"
          data-tone={notice.tone}
          data-state={state.kind}
          aria-label={t('keep:open', { state: word })}
          aria-haspopup="dialog"
          onClick={onOpen}
        >
          <Icon size={18} strokeWidth={2.2} aria-hidden="true" />
          <span className="save-state__word">{word}</span>
          {share}
          <ChevronDown className="save-state__more" size={16} strokeWidth={2.2} aria-hidden="true" />
        </button>
      )}
      <SaveAnnouncer state={state} />
    </>
  )
}
