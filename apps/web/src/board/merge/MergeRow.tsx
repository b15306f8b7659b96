import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isShapeId, useEditor, useValue, type TLShape, type TLShapeId } from 'tldraw'
import { ideaMarks } from '../../shapes/idea/ideaMarks.ts'
import { Button } from '../../ui/Button.tsx'
import { useBoardSession } from '../BoardSession.ts'
import { useNotices } from '../notices/NoticesContext.ts'
import { nameOf } from '../panel/nameOf.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { partIdea } from './mergeIdeas.ts'

interface Props {
  readonly idea: TLShape<'idea'>
}

/** In the panel of an idea: which others look like it, and what it is a part of. Facilitators decide; others see the result. */
export function MergeRow({ idea }: Props) {
  const { t } = useTranslation('merge')
  const editor = useEditor()
  const labelId = useId()
  const notices = useNotices()
  const { isFacilitator, mayEdit } = useBoardSession()
  const [comparing, setComparing] = useState<TLShapeId | null>(null)
  const others = useValue('ideas alike', () => alikeTo(editor, idea.id), [editor, idea.id])
  const keeperName = useValue('merged into', () => nameOfIdea(editor, idea.props.mergedInto), [editor, idea])
  const maySplit = isFacilitator && mayEdit

  const handleMerged = (_keeperId: TLShapeId, otherId: TLShapeId): void => {
    setComparing(null)
    notices.show({
      tone: 'info',
      text: t('merged'),
      lasts: 'while',
      acts: [{ label: t('undo'), run: () => partIdea(editor, otherId) }],
    })
  }

  if (keeperName !== null) {
    return (
      <div className="field">
        <p className="field__label" id={labelId}>
          {t('partOf')}
        </p>
        <p className="merge-row__name">{keeperName === '' ? t('untitled') : keeperName}</p>
        {maySplit ? (
          <div>
            <Button purpose="secondary" onClick={() => partIdea(editor, idea.id)}>
              {t('part')}
            </Button>
          </div>
        ) : null}
      </div>
    )
  }
  if (!maySplit || others.length === 0) return null
  return (
    <div className="field merge-row">
      <p className="field__label" id={labelId}>
        {t('alike')}
      </p>
      <ul className="merge-row__list" aria-labelledby={labelId}>
        {others.map(({ id, name }) => (
          <li key={id}>
            <span className="merge-row__name">{name}</span>
            <Button purpose="secondary" onClick={() => setComparing(id)}>
              {t('compare')}
            </Button>
          </li>
        ))}
      </ul>
      {comparing === null ? null : (
        <MergeDialog ids={[idea.id, comparing]} onClose={() => setComparing(null)} onMerged={handleMerged} />
      )}
    </div>
  )
}

interface OtherIdea {
  readonly id: TLShapeId
  readonly name: string
}

function alikeTo(editor: ReturnType<typeof useEditor>, id: TLShapeId): readonly OtherIdea[] {
  return (ideaMarks.get(editor).alike.get(id) ?? []).flatMap((otherId) => {
    const shape = isShapeId(otherId) ? editor.getShape(otherId) : undefined
    return shape?.type === 'idea' ? [{ id: shape.id, name: nameOf(shape) }] : []
  })
}

/** null = part of nothing, or of something that is gone. */
function nameOfIdea(editor: ReturnType<typeof useEditor>, id: string | null): string | null {
  const shape = id !== null && isShapeId(id) ? editor.getShape(id) : undefined
  return shape?.type === 'idea' ? nameOf(shape) : null
}
