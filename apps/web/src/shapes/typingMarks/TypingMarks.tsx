import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { typists, type Typist } from './typists.ts'
import './typingMarks.css'

/**
 * An outline in her colour and her name on every card that someone else types in. One layer for all cards, so that a key that
 * another person presses renders no card.
 */
export const TypingMarks = memo(function TypingMarks() {
  const editor = useEditor()
  const present = useValue('typists', () => typists(editor), [editor])
  return present.map((typist) => <TypingMark key={`${typist.userId} ${typist.shapeId}`} typist={typist} />)
})

function TypingMark({ typist }: { readonly typist: Typist }) {
  const { t } = useTranslation('kinds')
  const editor = useEditor()
  const bounds = useValue('typed-in card', () => editor.getShapePageBounds(typist.shapeId), [editor, typist.shapeId])
  if (bounds === undefined) return null
  const { x, y, w, h } = bounds
  return (
    <div
      className="typing-mark"
      style={{ transform: `translate(${x}px, ${y}px)`, width: w, height: h, ['--colour' as string]: typist.colour }}
    >
      <span className="typing-mark__name">{t('onBoard.typing', { name: typist.name })}</span>
    </div>
  )
}
