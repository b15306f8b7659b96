import { Star, UserRound } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import { PERSONA_WIDE } from '@samenreis/model/interchange/personaHeight'
import { persona } from '@samenreis/model/records/persona'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { PersonaSheets } from '../../persona/PersonaSheets.tsx'
import { PersonPicture } from '../../ui/avatars/people/PersonPicture.tsx'
import { CardFrame } from '../cardFrame/CardFrame.tsx'
import { CardHead } from '../cardFrame/CardHead.tsx'
import { CardPills } from '../cardFrame/CardPills.tsx'
import { CardText } from '../cardFrame/CardText.tsx'
import { personaFacts, personaOneLine, personaPills } from './personaLabels.ts'
import './persona.css'

/** Between two needs in one text: no card holds it. */
export const NEEDS_BREAK = '\n'

interface PersonaCardProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'persona'>
  /** Words of the needs that belong to her, one a line: a text, so that equal needs render nothing again. */
  readonly needs: string
  /** Whether the board is about her before all others. */
  readonly isMain: boolean
}

/** An invented person who stands for real ones: a poster on the board. From far only drawing, name and one line. */
export const PersonaCard = memo(function PersonaCard({ id, props, needs, isMain }: PersonaCardProps) {
  const { t } = useTranslation('kinds')
  const { name, situation, w } = props
  const isWide = w >= PERSONA_WIDE
  return (
    <CardFrame family="persona" w={w} h={props.h} words={name} basis={props.basis}>
      <div className="persona" data-size={isWide ? 'wide' : 'narrow'} data-main={isMain || undefined}>
        <CardHead
          icon={isMain ? Star : UserRound}
          word={t(isMain ? 'onBoard.mainPersona' : 'shape.persona')}
          figure={t(`personaStatus.${props.status}`)}
        />
        <div className="persona__top">
          <PersonPicture name={props.avatar ?? id} size={isWide ? 120 : 76} />
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
            <p className="persona__facts">{personaFacts(props, t)}</p>
            {isWide && situation !== '' ? <p className="persona__situation">{situation}</p> : null}
            <p className="persona__line">{personaOneLine(props, t)}</p>
          </div>
        </div>
        {isWide || situation === '' ? null : <p className="persona__situation">{situation}</p>}
        <PersonaSheets persona={props} needs={needs === '' ? [] : needs.split(NEEDS_BREAK)} />
      </div>
      <CardPills pills={personaPills(props, t)} />
    </CardFrame>
  )
})
