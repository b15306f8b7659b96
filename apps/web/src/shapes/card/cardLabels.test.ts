import { CardKind, Layer, RequiredBy, Verdict, Basis } from '@samenreis/model/records/enumerations'
import { expect, test } from 'vitest'
import { defaultDomainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { painPointPills } from '../painPoint/painPointLabels.ts'
import { touchpointPills } from '../touchpoint/touchpointLabels.ts'
import { isUnexplained } from '../touchpoint/whyAsked.ts'
import { basisIcons, layerIcons, requiredByIcons, verdictIcons } from '../look/icons.ts'
import { kindWords } from '../look/words.ts'
import { cardBasis, cardHead, cardIcon, cardPills, cardVerdict } from './cardLabels.ts'

const words = kindWords()
const nobody = { actor: '', personas: '', spokenAs: '' }
const card = (props: Partial<DomainProps<'card'>>): DomainProps<'card'> => ({
  ...defaultDomainProps('card'),
  text: 'Zo is het.',
  ...props,
})
const keys = (props: Partial<DomainProps<'card'>>, around = nobody): string[] =>
  cardPills(card(props), around, words).map(({ key }) => key)

test('[PC2] a quote says whose voice it is, where it comes from, and whether it may stand in the report', () => {
  expect(cardHead(card({ kind: 'quote', voice: 'informal_carer' }), words)).toBe(words('voice.informal_carer'))
  expect(keys({ kind: 'quote' })).toEqual(['basis', 'consent'])
  const consent = (consentReport: boolean) =>
    cardPills(card({ kind: 'quote', consentReport }), nobody, words).find(({ key }) => key === 'consent')
  expect(consent(true)?.word).not.toBe(consent(false)?.word)
  expect(consent(true)?.icon).not.toBe(consent(false)?.icon)
})

test('[PC2] a good practice names who does it and where, a rule on whom it was tried and why', () => {
  const around = { ...nobody, actor: 'Wijkteam Oost', personas: 'Riet' }
  expect(keys({ kind: 'good_practice', where: 'in Oost' }, around)).toEqual(['actor', 'where', 'basis'])
  expect(keys({ kind: 'policy_rule', reason: 'Te snel.' }, around)).toEqual(['personas', 'reason'])
  expect(keys({ kind: 'policy_rule' })).toEqual([])
})

test('[PC2] a consequence carries word and drawing of its layer, and says when it is an action', () => {
  for (const layer of Layer.options) {
    const props = card({ kind: 'consequence', layer })
    expect(cardHead(props, words)).toContain(words(`layer.${layer}`))
    expect(cardIcon(props)).toBe(layerIcons[layer])
  }
  expect(keys({ kind: 'consequence', owner: 'Anna' })).toEqual([])
  expect(keys({ kind: 'consequence', owner: 'Anna', promoted: true })).toEqual(['promoted', 'owner'])
})

test('[PC2] values of one list have drawings that differ', () => {
  for (const icons of [layerIcons, verdictIcons, requiredByIcons, basisIcons])
    expect(new Set(Object.values(icons)).size).toBe(Object.keys(icons).length)
  for (const verdict of Verdict.options) expect(cardVerdict(card({ kind: 'policy_rule', verdict }), words)).not.toBe('')
})

test('[PC3] every card that claims something carries its evidence mark, with a drawing; plans, rules and questions do not', () => {
  const claiming = CardKind.options.filter((kind) => cardBasis(card({ kind })) !== 'none')
  expect(claiming).toEqual(['quote', 'need', 'good_practice'])
  for (const kind of CardKind.options) expect(keys({ kind }).includes('basis')).toBe(claiming.includes(kind))
  for (const basis of Basis.options) {
    for (const pills of [
      cardPills(card({ kind: 'need', basis }), nobody, words),
      painPointPills({ ...defaultDomainProps('pain-point'), title: 'Wachten', basis }, words),
      touchpointPills({ ...defaultDomainProps('touchpoint'), title: 'Bellen', basis }, words),
    ]) {
      const mark = pills.find(({ key }) => key === 'basis')
      expect(mark).toMatchObject({ word: words(`basisMark.${basis}`), icon: basisIcons[basis] })
    }
  }
})

test('[FR1] figures tell their source as the hint of the evidence mark, which stays as wide; no other basis tells it', () => {
  const source = ' Cliëntonderzoek 2025, 312 mensen '
  for (const basis of Basis.options) {
    for (const pills of [
      cardPills(card({ kind: 'need', basis, source }), nobody, words),
      painPointPills({ ...defaultDomainProps('pain-point'), title: 'Wachten', basis, source }, words),
      touchpointPills({ ...defaultDomainProps('touchpoint'), title: 'Bellen', basis, source }, words),
    ]) {
      const mark = pills.find(({ key }) => key === 'basis')
      expect(mark?.word).toBe(words(`basisMark.${basis}`))
      expect(mark?.hint).toBe(basis === 'data' ? source.trim() : undefined)
    }
  }
  expect(cardPills(card({ kind: 'need', basis: 'data', source: ' ' }), nobody, words)[0]).not.toHaveProperty('hint')
})

test('[PL2] a card of every kind says as whom it was spoken, once it says something; a persona that is gone is not named', () => {
  const asRiet = { ...nobody, spokenAs: 'Riet' }
  for (const kind of CardKind.options) {
    const mark = cardPills(card({ kind }), asRiet, words).find(({ key }) => key === 'spokenAs')
    expect(mark?.word).toBe(words('onBoard.spokenAs', { name: 'Riet' }))
    expect(mark?.icon).toBeDefined()
    expect(keys({ kind, text: '' }, asRiet)).toEqual([])
    expect(keys({ kind })).not.toContain('spokenAs')
  }
})

test('[PC3] an empty card says nothing of itself yet', () => {
  for (const kind of CardKind.options) expect(keys({ kind, text: '' })).toEqual([])
})

test('[PC4] a step is unexplained while nobody said why or for whom; waiting, and a step without words, is asked of nobody', () => {
  const step = (props: Partial<DomainProps<'touchpoint'>>) =>
    isUnexplained({ ...defaultDomainProps('touchpoint'), title: 'Tekenen', ...props })
  expect(step({})).toBe(true)
  for (const props of [
    { title: '' },
    { channel: 'none' },
    { channel: 'via_network' },
    { whyNeeded: 'Dat zegt de wet' },
    { requiredBy: 'law' },
  ] as const)
    expect(step(props)).toBe(false)
})

test('[PC4] a step says who asks for it', () => {
  for (const requiredBy of RequiredBy.options) {
    const pills = touchpointPills({ ...defaultDomainProps('touchpoint'), title: 'Tekenen', requiredBy }, words)
    expect(pills.find(({ key }) => key === 'requiredBy')?.icon).toBe(requiredByIcons[requiredBy])
  }
})
