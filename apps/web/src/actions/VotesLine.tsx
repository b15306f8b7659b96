import { useTranslation } from 'react-i18next'
import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import { VoteGroup } from '@samenreis/model/records/enumerations'

/** All dots, and whose they are. */
export function VotesLine({ priority }: Pick<ImprovementAction, 'priority'>) {
  const { t } = useTranslation(['actions', 'kinds'])
  const groups = VoteGroup.options.filter((group) => priority.byGroup[group] > 0)
  return (
    <p className="votes">
      <span className="votes__dots">{t('votes', { count: priority.votes })}</span>
      {groups.map((group) => (
        <span key={group} className="votes__group">
          {t('voteGroup', { group: t(`kinds:voteGroup.${group}`), count: priority.byGroup[group] })}
        </span>
      ))}
    </p>
  )
}
