import './screenPersonas.css'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { PersonPicture } from '../../ui/avatars/people/PersonPicture.tsx'
import { backToBoard } from './backToBoard.ts'
import { playedPersona, playPersona } from './screenPersonas.ts'

/** Says above the tools, as long as it lasts, whose shoes this person stands in, and leads out of them. */
export function PlayedLine() {
  const { t } = useTranslation('playing')
  const editor = useEditor()
  const played = useValue('played persona', () => playedPersona(editor), [editor])
  const name = played?.props.name.trim() ?? ''
  return (
    <output className="played-place">
      {played === null ? null : (
        <span className="played-line">
          <PersonPicture name={played.props.avatar ?? played.id} size={32} />
          <span className="played-line__words">{name === '' ? t('playsNameless') : t('plays', { name })}</span>
          <button
            type="button"
            className="played-line__end"
            onClick={() => {
              playPersona(editor, null)
              backToBoard(editor)
            }}
          >
            <X size={18} aria-hidden="true" />
            {t('stop')}
          </button>
        </span>
      )}
    </output>
  )
}
