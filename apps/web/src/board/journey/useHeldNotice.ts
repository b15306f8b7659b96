import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { react, useEditor, type Editor, type TLShapeId } from 'tldraw'
import { isHeldShape } from '../../shapes/lock/lockedShape.ts'
import type { JourneyLock } from '../../shapes/lock/JourneyLock.ts'
import { useBoardSession } from '../BoardSession.ts'
import { useNotices } from '../notices/NoticesContext.ts'

/** A drag is held back at every move: it is said once, and again only after this long, in ms. */
const SAID_AGAIN_MS = 5000

/**
 * Says why something of a locked journey stays as it is, and lets who leads unlock it on the spot. Ends typing in what the
 * facilitator locks meanwhile.
 */
export function useHeldNotice(lock: JourneyLock): void {
  const { t } = useTranslation('journey')
  const editor = useEditor()
  const notices = useNotices()
  const { mayEdit, isFacilitator } = useBoardSession()
  useEffect(() => {
    let saidAt = -Infinity
    return lock.onHeld((journeyId) => {
      const now = performance.now()
      if (!mayEdit || now - saidAt < SAID_AGAIN_MS) return
      saidAt = now
      const unlockIt = { label: t('unlock'), run: () => unlock(editor, journeyId as TLShapeId) }
      // It is told in the midst of a change of the store.
      queueMicrotask(() =>
        notices.show({
          tone: 'info',
          text: isFacilitator ? t('heldForLead') : t('heldForOthers'),
          acts: isFacilitator ? [unlockIt] : [],
          lasts: 'while',
        }),
      )
    })
  }, [editor, lock, notices, t, mayEdit, isFacilitator])

  useEffect(
    () =>
      react('typing in what was locked', () => {
        const id = editor.getEditingShapeId()
        if (id !== null && isHeldShape(editor, id)) editor.complete()
      }),
    [editor],
  )
}

function unlock(editor: Editor, id: TLShapeId): void {
  if (editor.getShape(id)?.type !== 'journey') return
  editor.markHistoryStoppingPoint('unlock')
  editor.updateShape({ id, type: 'journey', props: { locked: false } })
}
