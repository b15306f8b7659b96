import './merge.css'
import { ArrowRight, CircleDot } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import { readBoard } from '@samenreis/model/document/read'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { ideaMarks } from '../../shapes/idea/ideaMarks.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useBoardSession } from '../BoardSession.ts'
import { mergeIdeas } from './mergeIdeas.ts'
import { previewMerge } from './MergePreview.ts'

interface Props {
  /** The two ideas; which of them stays is chosen here. */
  readonly ids: readonly [TLShapeId, TLShapeId]
  readonly onClose: () => void
  /** After merging: the one that stays, and the one that is part of it now. */
  readonly onMerged: (keeperId: TLShapeId, otherId: TLShapeId) => void
}

/** Two ideas beside each other: what each has, what they become together, which one stays. Nothing happens before "Voeg samen". */
export function MergeDialog({ ids, onClose, onMerged }: Props) {
  const { t } = useTranslation('merge')
  const editor = useEditor()
  const { connection } = useBoardSession()
  const [keeperId, setKeeperId] = useState<TLShapeId>(ids[0])
  const otherId = keeperId === ids[0] ? ids[1] : ids[0]
  const group = useId()
  const hasDots = useValue('dots', () => ids.some((id) => ideaMarks.get(editor).dots.has(id)), [editor, ids])
  // Read at each choice: what others change meanwhile is in it then, and merging itself changes one field only.
  const preview = previewMerge(readBoard(connection.board), ShapeId.parse(keeperId), ShapeId.parse(otherId))
  if (preview === null) {
    return (
      <Dialog title={t('title')} isOpen onClose={onClose}>
        <p>{t('gone')}</p>
      </Dialog>
    )
  }
  const actions = new Map([
    [keeperId, preview.keeper],
    [otherId, preview.other],
  ])
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <p className="merge__question">{t('question')}</p>
      <fieldset className="merge__pair">
        <legend className="merge__legend">{t('which')}</legend>
        {ids.map((id) => {
          const action = actions.get(id)
          return action === undefined ? null : (
            <label key={id} className="merge__idea" data-chosen={id === keeperId || undefined}>
              <span className="merge__choice">
                <input type="radio" name={group} checked={id === keeperId} onChange={() => setKeeperId(id)} />
                {id === keeperId ? t('stays') : t('goesIn')}
              </span>
              <strong className="merge__words">{action.title}</strong>
              {action.description === null ? null : <span className="merge__more">{action.description}</span>}
              <Has action={action} id={id} />
            </label>
          )
        })}
      </fieldset>
      <section className="merge__together">
        <h3>
          <ArrowRight size={18} aria-hidden="true" />
          {t('together')}
        </h3>
        <Links action={preview.together} />
        {hasDots ? <p className="quiet">{t('votesTogether')}</p> : null}
      </section>
      <div className="merge__acts">
        <Button purpose="secondary" onClick={onClose}>
          {t('leave')}
        </Button>
        <Button
          purpose="primary"
          onClick={() => {
            mergeIdeas(editor, keeperId, otherId)
            onMerged(keeperId, otherId)
          }}
        >
          {t('merge')}
        </Button>
      </div>
    </Dialog>
  )
}

/** What an idea has now. */
function Has({ action, id }: { readonly action: ImprovementAction; readonly id: TLShapeId }) {
  const { t } = useTranslation('merge')
  const editor = useEditor()
  const dots = useValue('dots', () => ideaMarks.get(editor).dots.get(id) ?? null, [editor, id])
  return (
    <>
      {dots === null ? null : (
        <span className="merge__dots">
          <CircleDot size={16} aria-hidden="true" />
          {t('dots', { count: dots.all, clients: dots.clients })}
        </span>
      )}
      <Links action={action} />
    </>
  )
}

/** What an idea is about, in words. */
function Links({ action }: { readonly action: ImprovementAction }) {
  const { t } = useTranslation('merge')
  const groups = [
    { name: t('painPoints'), refs: action.painPoints },
    { name: t('steps'), refs: action.touchpoints },
    { name: t('quotes'), refs: action.quotes },
    { name: t('needed'), refs: action.consequences.map(({ id, text }) => ({ id, label: text })) },
  ].filter(({ refs }) => refs.length > 0)
  if (groups.length === 0) return <span className="quiet">{t('noLinks')}</span>
  return (
    <dl className="merge__links">
      {groups.map(({ name, refs }) => (
        <div key={name}>
          <dt>{name}</dt>
          {refs.map(({ id, label }) => (
            <dd key={id}>{label}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
