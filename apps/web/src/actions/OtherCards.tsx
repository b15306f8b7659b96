import { Heading } from '@nl-design-system-candidate/heading-react'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Extraction } from '@samenreis/model/actions/improvementAction'
import type { Labels } from './Labels.ts'

interface Props {
  readonly extraction: Extraction
  readonly labels: Labels
}

/** What is no action of its own: merged, without words, or gone from the board since the list was taken along. */
export function OtherCards({ extraction, labels }: Props) {
  const { t } = useTranslation('actions')
  const merged = extraction.actions.flatMap((action) =>
    action.mergedFrom.map((id) => ({ id, into: action.title, title: labels.of(id) ?? t('gone') })),
  )
  return (
    <>
      <Group name="merged" count={merged.length}>
        {merged.map(({ id, into, title }) => (
          <li key={id}>{t('mergedInto', { title, into })}</li>
        ))}
      </Group>
      <Group name="rejected" count={extraction.rejected.length}>
        {extraction.rejected.map(({ shapeId }, index) => (
          <li key={shapeId}>{t('rejectedCard', { number: index + 1 })}</li>
        ))}
      </Group>
      <Group name="removed" count={extraction.dropped.length}>
        {extraction.dropped.map((action) => (
          <li key={action.id}>{action.title}</li>
        ))}
      </Group>
    </>
  )
}

interface GroupProps {
  readonly name: 'merged' | 'rejected' | 'removed'
  readonly count: number
  readonly children: ReactNode
}

function Group({ name, count, children }: GroupProps) {
  const { t } = useTranslation('actions')
  const id = useId()
  if (count === 0) return null
  return (
    <section className="actions__group" aria-labelledby={id}>
      <Heading level={2} id={id} appearance="level-3">
        {t(`group.${name}.title`)} <span className="actions__number">{count}</span>
      </Heading>
      <p className="actions__hint">{t(`group.${name}.text`)}</p>
      <ul className="actions__others">{children}</ul>
    </section>
  )
}
