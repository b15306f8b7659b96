import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { Hint } from '../../ui/Hint.tsx'
import type { ToolItem } from './toolItems.ts'

interface Props {
  readonly item: ToolItem
  readonly onTaken?: () => void
}

/** A tool on the bar: drawing and word; the key that takes it is in the hint. */
export function ToolButton({ item, onTaken }: Props) {
  const { t } = useTranslation('board')
  const editor = useEditor()
  const isTaken = useValue('is taken', () => editor.getCurrentToolId() === item.id, [editor, item.id])
  const word = t(`tools.${item.word}`)
  const Icon = item.icon
  return (
    <Hint text={t('tools.shortcut', { word, key: keyInWords(item.key) })}>
      <Button
        className="tool"
        aria-pressed={isTaken}
        onPress={() => {
          editor.setCurrentTool(item.id)
          onTaken?.()
        }}
      >
        <Icon size={22} strokeWidth={1.9} aria-hidden="true" />
        <span className="tool__word">{word}</span>
      </Button>
    </Hint>
  )
}

/** "shift+p" as it stands on a keyboard: "Shift + P". */
function keyInWords(key: string): string {
  return key
    .split('+')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join(' + ')
}
