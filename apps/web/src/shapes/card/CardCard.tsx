import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import { card } from '@samenreis/model/records/card'
import { needParts } from '@samenreis/model/records/needSentence'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { interfaceLanguage } from '../../i18n/interfaceLanguage.ts'
import { CardFrame } from '../cardFrame/CardFrame.tsx'
import { CardHead } from '../cardFrame/CardHead.tsx'
import { CardPills } from '../cardFrame/CardPills.tsx'
import { CardText } from '../cardFrame/CardText.tsx'
import { verdictIcons } from '../look/icons.ts'
import { cardBasis, cardHead, cardIcon, cardPills, cardVerdict } from './cardLabels.ts'
import { NeedText } from './NeedText.tsx'

interface CardCardProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'card'>
  /** good_practice: name of who does it; '' = not said. */
  readonly actor: string
  /** policy_rule: names of the personas that it was tried on, with commas. */
  readonly personas: string
  /** Name of the persona that was played when it was made; '' = nobody, or she is gone. */
  readonly spokenAs: string
}

/** A short text: quote, need, good practice, consequence, policy rule or question. */
export const CardCard = memo(function CardCard({ id, props, actor, personas, spokenAs }: CardCardProps) {
  const { t, i18n } = useTranslation('kinds')
  const { kind, text } = props
  const language = interfaceLanguage(i18n.language)
  const hint = t(`hint.${kind}`)
  const verdict = cardVerdict(props, t)
  const VerdictIcon = verdictIcons[props.verdict ?? 'unknown']
  return (
    <CardFrame
      family={kind}
      w={props.w}
      h={props.h}
      words={kind === 'need' ? needParts(text, language).words : text}
      basis={cardBasis(props)}
    >
      <CardHead
        icon={cardIcon(props)}
        word={cardHead(props, t)}
        figure={
          verdict !== '' && (
            <>
              <VerdictIcon aria-hidden strokeWidth={2} />
              {verdict}
            </>
          )
        }
      />
      {kind === 'need' ? (
        <NeedText shapeId={id} text={text} hint={hint} language={language} />
      ) : (
        <CardText
          shapeId={id}
          type="card"
          field="text"
          value={text}
          hint={hint}
          maxLength={card.texts.text}
          quoted={kind === 'quote'}
        />
      )}
      <CardPills pills={cardPills(props, { actor, personas, spokenAs }, t)} />
    </CardFrame>
  )
})
