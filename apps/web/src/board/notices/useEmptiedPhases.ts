import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from 'tldraw'
import { onEmptied } from '../../shapes/phase/removeShapes.ts'
import { useNotices } from './NoticesContext.ts'

/** Tells where the cards are of a phase that was taken away, and offers to put it back. */
export function useEmptiedPhases(): void {
  const { t } = useTranslation(['map', 'board'])
  const editor = useEditor()
  const notices = useNotices()
  useEffect(
    () =>
      onEmptied(editor, (emptied) => {
        const count = emptied.reduce((sum, { cards }) => sum + cards, 0)
        const heir = emptied.at(-1)?.heir ?? null
        notices.show({
          tone: 'info',
          text:
            heir === null
              ? t('map:lastPhaseRemoved', { count })
              : t('map:phaseRemoved', { count, heir: heir === '' ? t('map:noName') : heir }),
          acts: [{ label: t('board:undo'), run: () => void editor.undo() }],
          lasts: 'while',
        })
      }),
    [editor, notices, t],
  )
}
