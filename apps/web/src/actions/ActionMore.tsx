import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import { Basis, Voice } from '@samenreis/model/records/enumerations'
import type { Labels } from './Labels.ts'

/** Everything else that the board knows of an action. */
export function ActionMore({ action, labels }: { readonly action: ImprovementAction; readonly labels: Labels }) {
  const { t } = useTranslation(['actions', 'kinds'])
  const score = (value: number | null): string => (value === null ? t('notYet') : t('score', { score: value }))
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [t('effort'), score(action.effort)],
    [t('impact'), score(action.impact)],
    [t('moscow'), action.moscow === null ? t('notYet') : t(`kinds:moscow.${action.moscow}`)],
    [t('evidence'), action.evidence === null ? t('notYet') : t(`kinds:basis.${action.evidence}`)],
    [t('theme'), action.theme],
    [t('persona'), joined(action.personas.map((each) => each.label))],
    [t('contributors'), joined(action.contributors.map((each) => each.label))],
    [t('dependsOn'), joined(action.dependsOn.map((id) => labels.of(id) ?? t('gone')))],
  ]
  return (
    <div className="action-more">
      <dl className="action-more__facts">
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {action.consequences.length === 0 ? null : (
        <Part title={t('consequences')}>
          <ul>
            {action.consequences.map(({ id, layer, text }) => (
              <li key={id}>
                {layer === null ? null : <strong>{t(`kinds:layer.${layer}`)}: </strong>}
                {text}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {action.quotes.length === 0 ? null : (
        <Part title={t('quotes')}>
          {action.quotes.map((quote) => (
            <blockquote key={quote.id}>
              <p>{t('quote', { text: quote.label })}</p>
              <footer>{t('by', { voice: wordOfVoice(quote.voice, t), basis: wordOfBasis(quote.basis, t) })}</footer>
            </blockquote>
          ))}
        </Part>
      )}
    </div>
  )
}

type Translate = ReturnType<typeof useTranslation<['actions', 'kinds']>>['t']

/** A word that this version does not know is shown as it is. */
function wordOfVoice(voice: string, t: Translate): string {
  const known = Voice.safeParse(voice)
  return known.success ? t(`kinds:voice.${known.data}`) : voice
}

function wordOfBasis(basis: string, t: Translate): string {
  const known = Basis.safeParse(basis)
  return known.success ? t(`kinds:basis.${known.data}`) : basis
}

function joined(labels: readonly string[]): string | null {
  return labels.length === 0 ? null : labels.join(', ')
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="action-more__part">
      <h4>{title}</h4>
      {children}
    </section>
  )
}
