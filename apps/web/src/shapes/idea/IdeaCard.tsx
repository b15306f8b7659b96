import { Lightbulb } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import { idea } from '@samenreis/model/records/idea'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { CardFrame } from '../cardFrame/CardFrame.tsx'
import { CardHead } from '../cardFrame/CardHead.tsx'
import { CardPills } from '../cardFrame/CardPills.tsx'
import { CardText } from '../cardFrame/CardText.tsx'
import { ideaPills } from './ideaLabels.ts'

interface IdeaCardProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'idea'>
}

/** What could change; with an owner, an organisation and a date it becomes an action. */
export const IdeaCard = memo(function IdeaCard({ id, props }: IdeaCardProps) {
  const { t } = useTranslation('kinds')
  const { title, moscow } = props
  return (
    <CardFrame family="idea" w={props.w} h={props.h} words={title} basis="none">
      <CardHead icon={Lightbulb} word={t('shape.idea')} figure={moscow !== null && t(`moscow.${moscow}`)} />
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
  )
})
