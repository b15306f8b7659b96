import { CircleDot, Copy, Lightbulb } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { idea } from '@samenreis/model/records/idea'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { CardFrame } from '../cardFrame/CardFrame.tsx'
import { CardHead } from '../cardFrame/CardHead.tsx'
import { CardPills } from '../cardFrame/CardPills.tsx'
import { CardText } from '../cardFrame/CardText.tsx'
import { ideaPills } from './ideaLabels.ts'
import { ideaMarks } from './ideaMarks.ts'
import './idea.css'

interface IdeaCardProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'idea'>
}

/** What could change; with an owner, an organisation and a date it becomes an action. */
export const IdeaCard = memo(function IdeaCard({ id, props }: IdeaCardProps) {
  const { t } = useTranslation('kinds')
  const { title, moscow, mergedInto } = props
  return (
    <div className="idea" data-merged={mergedInto !== null || undefined}>
      <CardFrame family="idea" w={props.w} h={props.h} words={title} basis="none">
        <CardHead
          icon={Lightbulb}
          word={t('shape.idea')}
          figure={
            <>
              {moscow !== null && t(`moscow.${moscow}`)}
              <IdeaDots id={id} />
            </>
          }
        />
        <CardText
          shapeId={id}
          type="idea"
          field="title"
          value={title}
          hint={t('hint.idea')}
          maxLength={idea.texts.title}
        />
        <CardPills pills={ideaPills(props, t)} />
      </CardFrame>
      {mergedInto === null && <AlikeMark id={id} />}
    </div>
  )
})

/** Dots of the last closed round: all, and how many of them came from residents. */
function IdeaDots({ id }: { readonly id: TLShapeId }) {
  const { t } = useTranslation('merge')
  const editor = useEditor()
  const all = useValue('dots', () => ideaMarks.get(editor).dots.get(id)?.all ?? 0, [editor, id])
  const clients = useValue('dots of residents', () => ideaMarks.get(editor).dots.get(id)?.clients ?? 0, [editor, id])
  if (all === 0) return null
  const said = t('dots', { count: all, clients })
  return (
    <span className="idea__dots" title={said}>
      <span aria-hidden>{all}</span>
      <CircleDot aria-hidden strokeWidth={2} />
      <span className="visually-hidden">{said}</span>
    </span>
  )
}

function AlikeMark({ id }: { readonly id: TLShapeId }) {
  const { t } = useTranslation('merge')
  const editor = useEditor()
  const isAlike = useValue('looks like another', () => ideaMarks.get(editor).alike.has(id), [editor, id])
  if (!isAlike) return null
  return (
    <span className="idea__alike">
      <Copy aria-hidden strokeWidth={2} />
      {t('looksLike')}
    </span>
  )
}
