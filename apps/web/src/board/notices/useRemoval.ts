import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, type TLShapeId } from 'tldraw'
import { useNotices } from './NoticesContext.ts'

/** Takes shapes off the board, and offers to put them back. */
export function useRemoval(): (ids: readonly TLShapeId[]) => void {
  const editor = useEditor()
  const notices = useNotices()
  const { t } = useTranslation('board')
  return useCallback(
    (ids) => {
      editor.markHistoryStoppingPoint('remove')
      editor.deleteShapes([...ids])
      editor.focus()
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
