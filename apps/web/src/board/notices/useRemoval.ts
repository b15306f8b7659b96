import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, type TLShapeId } from 'tldraw'
import { removeShapes } from '../../shapes/phase/removeShapes.ts'
import { useNotices } from './NoticesContext.ts'

/** Takes shapes off the board, and offers to put them back. */
export function useRemoval(): (ids: readonly TLShapeId[]) => void {
  const editor = useEditor()
  const notices = useNotices()
  const { t } = useTranslation('board')
  return useCallback(
    (ids) => {
      editor.markHistoryStoppingPoint('remove')
      const emptied = removeShapes(editor, ids)
      editor.focus()
      // What became of the cards of a phase is told with it.
      if (emptied.length > 0) return
      notices.show({
        tone: 'info',
        text: t('removed', { count: ids.length }),
        acts: [{ label: t('undo'), run: () => void editor.undo() }],
        lasts: 'while',
      })
    },
    [editor, notices, t],
  )
}
