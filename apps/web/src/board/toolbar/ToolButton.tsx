import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { makeInView } from '../../shapes/tool/makeInView.ts'
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
        onPress={({ pointerType }) => {
          editor.setCurrentTool(item.id)
          onTaken?.()
          // Keyboards and screen readers have no place to point at. A menu that closes gives the focus back first.
          if (pointerType === 'keyboard' || pointerType === 'virtual')
            afterFocus(onTaken !== undefined, () => makeInView(editor))
        }}
      >
        <Icon size={22} strokeWidth={1.9} aria-hidden="true" />
        <span className="tool__word">{word}</span>
      </Button>
    </Hint>
  )
}

/** Runs now, or when a menu that closes has given the focus back, which takes it a frame. */
function afterFocus(isInMenu: boolean, run: () => void): void {
  if (isInMenu) requestAnimationFrame(() => requestAnimationFrame(run))
  else run()
}

/** "shift+p" as it stands on a keyboard: "Shift + P". */
function keyInWords(key: string): string {
  return key
    .split('+')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join(' + ')
}
