import './curveBars.css'
import { MoveVertical } from 'lucide-react'
import { Switch } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { gapsShown } from '../../shapes/curve/gapsShown.ts'
import { hasGaps } from '../../shapes/curve/laneDrawing.ts'

interface Props {
  /** `board` floats over the canvas; `sheet` stands in the sheet of what one looks at, on a phone, whose board has no room for it. */
  readonly at: 'board' | 'sheet'
}

/** "Verschil tonen": the ground between the client's and the staff's line, on this screen only. There when there is such ground. */
export function GapSwitch({ at }: Props) {
  const { t } = useTranslation('curve')
  const editor = useEditor()
  const isOffered = useValue('has gaps', () => hasGaps(editor), [editor])
  const isShown = useValue('gaps shown', () => gapsShown.get(editor), [editor])
  if (!isOffered) return null
  return (
    <Switch
      className={`gap-switch gap-switch--${at}`}
      isSelected={isShown}
      onChange={(next) => void gapsShown.set(editor, next)}
    >
      <MoveVertical size={20} aria-hidden="true" />
      {t('showGaps')}
      <span className="gap-switch__track" aria-hidden="true" />
    </Switch>
  )
}
