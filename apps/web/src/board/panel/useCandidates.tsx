import type { DomainType } from '@samenreis/model/records/recordKinds'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import type { Pick } from './controls/PickList.tsx'
import { KindIcon } from './KindIcon.tsx'
import { nameOf } from './nameOf.ts'

/** Shapes of these kinds on this page, to choose from, in reading order: top to bottom, then left to right. */
export function useCandidates(kinds: readonly DomainType[], without: readonly string[]): readonly Pick[] {
  const editor = useEditor()
  const { t } = useTranslation(['panel', 'kinds'])
  const found = useValue(
    'candidates',
    () =>
      editor
        .getCurrentPageShapes()
        .filter((shape) => (kinds as readonly string[]).includes(shape.type) && !without.includes(shape.id))
        .map((shape) => ({ shape, bounds: editor.getShapePageBounds(shape) }))
        .sort((a, b) => (a.bounds?.y ?? 0) - (b.bounds?.y ?? 0) || (a.bounds?.x ?? 0) - (b.bounds?.x ?? 0))
        .map(({ shape }) => shape),
    [editor, kinds.join(' '), without.join(' ')],
  )
  return found.map((shape) => {
    const name = nameOf(shape)
    return { id: shape.id, name: name === '' ? t('panel:untitled') : name, icon: <KindIcon shape={shape} /> }
  })
}

/** The name of a shape on the board now; null when it is gone. */
export function useShapeName(id: unknown): string | null {
  const editor = useEditor()
  const { t } = useTranslation('panel')
  const name = useValue(
    'shape name',
    () => {
      const shape = typeof id === 'string' ? editor.getShape(id as TLShapeId) : undefined
      return shape === undefined ? null : nameOf(shape)
    },
    [editor, id],
  )
  return name === '' ? t('untitled') : name
}
