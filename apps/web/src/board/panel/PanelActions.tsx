import { Group, Lightbulb, Trash2, Ungroup } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor, type TLShape, type TLShapeId } from 'tldraw'
import { addIdea } from '../../shapes/idea/addIdea.ts'
import { PosterLink } from './PosterLink.tsx'
import { useRemoval } from '../notices/useRemoval.ts'
import { PersonaActs } from '../persona/PersonaActs.tsx'
import { MapActions } from './MapActions.tsx'

interface Props {
  readonly shapes: readonly TLShape[]
}

/** What can be done with everything that is selected. */
export function PanelActions({ shapes }: Props) {
  const { t } = useTranslation('panel')
  const editor = useEditor()
  const remove = useRemoval()
  const onlyGroups = shapes.length > 0 && shapes.every(({ type }) => type === 'group')
  return (
    <footer className="panel__actions">
      {shapes.length === 1 && shapes[0]?.type === 'pain-point' ? <IdeaAction painPointId={shapes[0].id} /> : null}
      {shapes.length === 1 && shapes[0] !== undefined ? <MapActions shape={shapes[0]} /> : null}
      {shapes.length > 1 ? (
        <button
          type="button"
          className="panel__act"
          onClick={() => {
            editor.markHistoryStoppingPoint('group')
            editor.groupShapes(shapes.map(({ id }) => id))
          }}
        >
          <Group size={20} aria-hidden="true" />
          {t('group')}
        </button>
      ) : null}
      {onlyGroups ? (
        <button
          type="button"
          className="panel__act"
          onClick={() => {
            editor.markHistoryStoppingPoint('ungroup')
            editor.ungroupShapes(shapes.map(({ id }) => id))
          }}
        >
          <Ungroup size={20} aria-hidden="true" />
          {t('ungroup')}
        </button>
      ) : null}
      {shapes.length === 1 && shapes[0]?.type === 'persona' ? <PersonaActs persona={shapes[0]} /> : null}
      {shapes.length === 1 && shapes[0]?.type === 'persona' ? <PosterLink personaId={shapes[0].id} /> : null}
      <button
        type="button"
        className="panel__act panel__act--remove"
        onClick={() => remove(shapes.map(({ id }) => id))}
      >
        <Trash2 size={20} aria-hidden="true" />
        {shapes.length > 1 ? t('deleteSeveral', { count: shapes.length }) : t('delete')}
      </button>
    </footer>
  )
}

function IdeaAction({ painPointId }: { readonly painPointId: TLShapeId }) {
  const { t } = useTranslation('map')
  const editor = useEditor()
  return (
    <button type="button" className="panel__act" onClick={() => void addIdea(editor, painPointId)}>
      <Lightbulb size={20} aria-hidden="true" />
      {t('ideaHere')}
    </button>
  )
}
