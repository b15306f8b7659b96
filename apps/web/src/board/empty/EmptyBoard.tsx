import './empty.css'
import { CloudLightning, Footprints, Lightbulb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { familyStyle } from '../../shapes/look/ColourFamily.ts'
import { placeJourney } from '../../shapes/journey/placeJourney.ts'
import { Button } from '../../ui/Button.tsx'
import { useBoardSession } from '../BoardSession.ts'
import { showFirstView } from '../canvas/firstView.ts'

const ghosts = [
  { family: 'touchpoint', icon: Footprints, word: 'ghostStep', text: 'ghostStepText' },
  { family: 'pain-point', icon: CloudLightning, word: 'ghostPain', text: 'ghostPainText' },
  { family: 'idea', icon: Lightbulb, word: 'ghostIdea', text: 'ghostIdeaText' },
] as const

/** An empty board invites: three ghost cards and one sentence. Gone with the first thing that is made. */
export function EmptyBoard() {
  const { t } = useTranslation('board')
  const editor = useEditor()
  const { mayEdit, isFacilitator } = useBoardSession()
  const isEmpty = useValue('is empty', () => editor.getCurrentPageShapeIds().size === 0, [editor])
  if (!isEmpty) return null
  return (
    <div className="empty-board">
      <div className="empty-board__ghosts" aria-hidden="true">
        {ghosts.map(({ family, icon: Icon, word, text }) => (
          <div key={family} className="ghost-card" style={familyStyle(family)}>
            <span className="ghost-card__head">
              <Icon size={18} strokeWidth={2} />
              {t(`empty.${word}`)}
            </span>
            <span className="ghost-card__text">{t(`empty.${text}`)}</span>
          </div>
        ))}
      </div>
      <p className="empty-board__sentence">{mayEdit ? t('empty.sentence') : t('viewing')}</p>
      {mayEdit && isFacilitator ? (
        <Button
          purpose="primary"
          onClick={() => {
            placeJourney(editor, { x: 0, y: 0 })
            editor.selectNone()
            showFirstView(editor, true)
          }}
        >
          {t('empty.startJourney')}
        </Button>
      ) : null}
    </div>
  )
}
