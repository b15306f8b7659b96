import {
  Building2,
  CalendarDays,
  Drama,
  FileCheck,
  FileX,
  ListTodo,
  MapPin,
  MessageSquareText,
  UserRound,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Basis, CardKind } from '@samenreis/model/records/enumerations'
import { i18n } from '../../i18n/i18n.ts'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import type { CardPill } from '../cardFrame/CardPills.tsx'
import { basisPill } from '../look/basisPill.ts'
import { cardKindIcons, layerIcons } from '../look/icons.ts'
import { shownDeadline } from '../look/shownDeadline.ts'
import type { KindWords } from '../look/words.ts'

/** Names of what a card is about that stand in other records; '' while it is about nothing, or that is gone. */
export interface CardSurroundings {
  /** good_practice: who does it. */
  readonly actor: string
  /** policy_rule: on whom it was tried, with commas. */
  readonly personas: string
  /** Persona that somebody played while she made the card. */
  readonly spokenAs: string
}

/** Kinds of card that say of something that it is so: they carry where that comes from. */
const CLAIMING: ReadonlySet<CardKind> = new Set(['quote', 'need', 'good_practice'])

/** Where what this card says comes from; `none` for a plan, a rule or a question. */
export function cardBasis({ kind, basis }: DomainProps<'card'>): Basis | 'none' {
  return CLAIMING.has(kind) ? basis : 'none'
}

/** What the kind of card adds to its words: fields of other kinds keep their value but are not shown. */
export function cardPills(props: DomainProps<'card'>, around: CardSurroundings, words: KindWords): CardPill[] {
  if (props.text === '') return []
  const pills = ownPills(props, around, words)
  if (around.spokenAs !== '') pills.push(spokenAsPill(around.spokenAs, words))
  if (CLAIMING.has(props.kind)) pills.push(basisPill(props.basis, words, props.source))
  if (props.kind === 'quote') pills.push(consentPill(props.consentReport, words))
  return pills
}

function ownPills(props: DomainProps<'card'>, { actor, personas }: CardSurroundings, words: KindWords): CardPill[] {
  switch (props.kind) {
    case 'good_practice':
      return [...textPill('actor', actor, Building2), ...textPill('where', props.where, MapPin)]
    case 'policy_rule':
      return [...textPill('personas', personas, UserRound), ...textPill('reason', props.reason, MessageSquareText)]
    case 'consequence':
      return consequencePills(props, words)
    case 'quote':
    case 'need':
    case 'question':
      return []
  }
}

function consequencePills(props: DomainProps<'card'>, words: KindWords): CardPill[] {
  if (!props.promoted) return []
  return [
    { key: 'promoted', word: words('onBoard.promoted'), icon: ListTodo },
    ...textPill('owner', props.owner, UserRound),
    ...textPill('deadline', shownDeadline(props.deadline, i18n.language), CalendarDays),
  ]
}

/** Who speaks here is a persona that somebody plays (model.md, Card.spokenAs). */
function spokenAsPill(name: string, words: KindWords): CardPill {
  return { key: 'spokenAs', word: words('onBoard.spokenAs', { name }), icon: Drama }
}

/** Whether these words may stand in the report: consent travels with the quote (facilitation.md 0:06). */
function consentPill(consents: boolean, words: KindWords): CardPill {
  return {
    key: 'consent',
    word: words(consents ? 'onBoard.inReport' : 'onBoard.notInReport'),
    icon: consents ? FileCheck : FileX,
  }
}

function textPill(key: string, word: string, icon: LucideIcon): CardPill[] {
  return word === '' ? [] : [{ key, word, icon }]
}

/** Who speaks, for a quote; what it concerns, for a consequence; else the kind. */
export function cardHead({ kind, voice, layer }: DomainProps<'card'>, words: KindWords): string {
  if (kind === 'quote' && voice !== null) return words(`voice.${voice}`)
  if (kind === 'consequence' && layer !== null) return words('onBoard.layer', { layer: words(`layer.${layer}`) })
  return words(`cardKind.${kind}`)
}

/** The drawing of its kind, and of the layer for a consequence that has one. */
export function cardIcon({ kind, layer }: DomainProps<'card'>): LucideIcon {
  return kind === 'consequence' && layer !== null ? layerIcons[layer] : cardKindIcons[kind]
}

/** What was judged of a rule; '' for other kinds and while nobody judged it. */
export function cardVerdict({ kind, verdict }: DomainProps<'card'>, words: KindWords): string {
  return kind === 'policy_rule' && verdict !== null ? words(`verdict.${verdict}`) : ''
}
