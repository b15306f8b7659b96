import { Maximize, Minus, Plus, Redo2, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { redoChange, undoChange } from '../canvas/undoChange.ts'
import { showWhole } from '../canvas/wholeView.ts'
import { BasisFilterButton } from '../filter/BasisFilterButton.tsx'
import { Hint } from '../../ui/Hint.tsx'

interface Props {
  /** false for who looks on: nothing to take back. */
  readonly mayEdit: boolean
}

/** Undo and redo at the left, how large at the right: small, at the edge. */
export function ViewControls({ mayEdit }: Props) {
  const { t } = useTranslation('board')
  const editor = useEditor()
  const canUndo = useValue('can undo', () => editor.getCanUndo(), [editor])
  const canRedo = useValue('can redo', () => editor.getCanRedo(), [editor])
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor])
  const animation = { animation: { duration: editor.options.animationMediumMs } }
  return (
    <>
      {mayEdit ? (
        <fieldset className="view-controls view-controls--start" aria-label={t('view.undo')}>
          <ViewButton label={t('view.undo')} disabled={!canUndo} onPress={() => undoChange(editor)}>
            <Undo2 size={20} aria-hidden="true" />
          </ViewButton>
          <ViewButton label={t('view.redo')} disabled={!canRedo} onPress={() => redoChange(editor)}>
            <Redo2 size={20} aria-hidden="true" />
          </ViewButton>
        </fieldset>
      ) : null}
      <fieldset className="view-controls view-controls--end" aria-label={t('view.label')}>
        <ViewButton label={t('view.zoomOut')} onPress={() => void editor.zoomOut(undefined, animation)}>
          <Minus size={20} aria-hidden="true" />
        </ViewButton>
        <span className="view-controls__percent">{t('view.zoom', { percent })}</span>
        <ViewButton label={t('view.zoomIn')} onPress={() => void editor.zoomIn(undefined, animation)}>
          <Plus size={20} aria-hidden="true" />
        </ViewButton>
        <ViewButton always label={t('view.zoomFit')} onPress={() => showWhole(editor, mayEdit)}>
          <Maximize size={20} aria-hidden="true" />
        </ViewButton>
        <BasisFilterButton />
      </fieldset>
    </>
  )
}

interface ViewButtonProps {
  readonly label: string
  readonly disabled?: boolean
  /** Also on a phone, where there is no room for the others. */
  readonly always?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function ViewButton({ label, disabled = false, always = false, onPress, children }: ViewButtonProps) {
  return (
    <Hint text={label}>
      <Button
        className={always ? 'view-button view-button--always' : 'view-button'}
        aria-label={label}
        aria-disabled={disabled}
        onPress={() => (disabled ? undefined : onPress())}
      >
        {children}
      </Button>
    </Hint>
  )
}
