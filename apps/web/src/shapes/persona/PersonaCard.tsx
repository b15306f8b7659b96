import { CloudRain, Flame, Sparkles, UserRound, type LucideIcon } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import { persona } from '@samenreis/model/records/persona'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { PersonPicture } from '../../ui/avatars/people/PersonPicture.tsx'
import { CardFrame } from '../cardFrame/CardFrame.tsx'
import { CardHead } from '../cardFrame/CardHead.tsx'
import { CardPills } from '../cardFrame/CardPills.tsx'
import { CardText } from '../cardFrame/CardText.tsx'
import { personaPills } from './personaLabels.ts'
import './persona.css'

interface PersonaCardProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'persona'>
}

/** An invented person who stands for real ones. */
export const PersonaCard = memo(function PersonaCard({ id, props }: PersonaCardProps) {
  const { t } = useTranslation('kinds')
  const { name, age, perspective, situation } = props
  return (
    <CardFrame family="persona" w={props.w} h={props.h} words={name} basis={props.basis}>
      <CardHead icon={UserRound} word={t('shape.persona')} figure={t(`personaStatus.${props.status}`)} />
      <div className="persona">
        <PersonPicture name={props.avatar ?? id} size={76} />
        <div className="persona__who">
          <CardText
            shapeId={id}
            type="persona"
            field="name"
            value={name}
            hint={t('hint.persona')}
            maxLength={persona.texts.name}
            singleLine
          />
          <p className="persona__facts">
            {[age === null ? '' : t('onBoard.age', { age }), t(`perspective.${perspective}`)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      </div>
      {situation !== '' && <p className="persona__situation">{situation}</p>}
      <PersonaLines icon={Flame} word={t('onBoard.drivers')} lines={props.drivers} />
      <PersonaLines icon={CloudRain} word={t('onBoard.insecurities')} lines={props.insecurities} />
      <PersonaLines icon={Sparkles} word={t('onBoard.dreams')} lines={props.dreams} />
      <CardPills pills={personaPills(props, t)} />
    </CardFrame>
  )
})

interface PersonaLinesProps {
  readonly icon: LucideIcon
  readonly word: string
  readonly lines: readonly string[]
}

function PersonaLines({ icon: Icon, word, lines }: PersonaLinesProps) {
  return (
    <section className="persona__lines">
      <h3>
        <Icon aria-hidden strokeWidth={2} />
        {word}
      </h3>
      {lines.length === 0 ? (
        <div className="persona__blank" />
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
