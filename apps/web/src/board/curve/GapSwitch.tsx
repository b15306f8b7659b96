import './curveBars.css'
import { MoveVertical } from 'lucide-react'
import { Switch } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { gapsShown } from '../../shapes/curve/gapsShown.ts'
import { hasGaps } from '../../shapes/curve/laneDrawing.ts'

/** "Verschil tonen": the ground between the client's and the staff's line, on this screen only. There when there is such ground. */
export function GapSwitch() {
  const { t } = useTranslation('curve')
  const editor = useEditor()
  const isOffered = useValue('has gaps', () => hasGaps(editor), [editor])
  const isShown = useValue('gaps shown', () => gapsShown.get(editor), [editor])
  if (!isOffered) return null
  return (
    <Switch className="gap-switch" isSelected={isShown} onChange={(next) => void gapsShown.set(editor, next)}>
      <MoveVertical size={20} aria-hidden="true" />
      {t('showGaps')}
      <span className="gap-switch__track" aria-hidden="true" />
    </Switch>
  )
}
