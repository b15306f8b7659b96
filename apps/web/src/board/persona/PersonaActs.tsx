import { Drama, Pin, PinOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShape } from 'tldraw'
import { pinnedPersona, pinPersona, playedPersona, playPersona } from './screenPersonas.ts'

/** What a persona's panel offers to the person at this screen alone: to step into her shoes, and to keep her in view. */
export function PersonaActs({ persona: { id, props } }: { readonly persona: TLShape<'persona'> }) {
  const { t } = useTranslation('playing')
  const editor = useEditor()
  const isPlayed = useValue('is played', () => playedPersona(editor)?.id === id, [editor, id])
  const isPinned = useValue('is pinned', () => pinnedPersona(editor)?.id === id, [editor, id])
  const name = props.name.trim()
  const play = name === '' ? t('playNameless') : t('play', { name })
  const PinIcon = isPinned ? PinOff : Pin
  return (
    <>
      <button type="button" className="panel__act" onClick={() => playPersona(editor, isPlayed ? null : id)}>
        <Drama size={20} aria-hidden="true" />
        {isPlayed ? t('stopPlaying') : play}
      </button>
      <button type="button" className="panel__act" onClick={() => pinPersona(editor, isPinned ? null : id)}>
        <PinIcon size={20} aria-hidden="true" />
        {isPinned ? t('unpin') : t('pin')}
      </button>
    </>
  )
}
