import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from 'tldraw'
import { keepContentOfPhases } from '../../shapes/phase/phaseRemoval.ts'
import { useNotices } from './NoticesContext.ts'

/** Keeps the cards of a phase that is taken away, tells where they are, and offers to put it back. */
export function useEmptiedPhases(): void {
  const { t } = useTranslation(['map', 'board'])
  const editor = useEditor()
  const notices = useNotices()
  useEffect(
    () =>
      keepContentOfPhases(editor, ({ cards, heir }) =>
        // It is told in the midst of a change of the store.
        queueMicrotask(() =>
          notices.show({
            tone: 'info',
            text:
              heir === null
                ? t('map:lastPhaseRemoved', { count: cards })
                : t('map:phaseRemoved', { count: cards, heir: heir === '' ? t('map:noName') : heir }),
            acts: [{ label: t('board:undo'), run: () => void editor.undo() }],
            lasts: 'while',
          }),
        ),
      ),
    [editor, notices, t],
  )
}
