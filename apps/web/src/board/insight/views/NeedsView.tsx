import { HeartHandshake } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { needsAndIdeas } from '@samenreis/model/journey/views/needsAndIdeas'
import { stepsWithoutNeed } from '@samenreis/model/journey/views/stepsWithoutNeed'
import { CardList } from '../parts/CardList.tsx'
import { EmptyView } from '../parts/EmptyView.tsx'
import { Fold } from '../parts/Fold.tsx'
import { Part } from '../parts/Part.tsx'
import { useView } from '../ReadingContext.ts'

/** What did we skip? Needs without an idea, ideas without a need, and steps of which nobody said for whom we do them. */
export function NeedsView({ journeyId }: { readonly journeyId: ShapeId | null }) {
  const { t } = useTranslation('insight')
  const { needsWithoutIdea, ideasWithoutNeed, needs, ideas } = useView(needsAndIdeas)
  return (
    <>
      {needs + ideas === 0 ? (
        <EmptyView icon={HeartHandshake} title={t('needs.empty.title')} text={t('needs.empty.text')} />
      ) : (
        <>
          <Part title={t('needs.needs.title')} lead={needsLead()}>
            <CardList ids={needsWithoutIdea} />
          </Part>
          <Part title={t('needs.ideas.title')} lead={ideasLead()}>
            <CardList ids={ideasWithoutNeed} />
          </Part>
        </>
      )}
      {journeyId === null ? null : <Steps journeyId={journeyId} />}
    </>
  )

  function needsLead(): string {
    if (needs === 0) return t('needs.needs.empty')
    if (needsWithoutIdea.length === 0) return t('needs.needs.none')
    return t('needs.needs.lead', { count: needsWithoutIdea.length, of: needs })
  }

  function ideasLead(): string {
    if (ideas === 0) return t('needs.ideas.empty')
    if (ideasWithoutNeed.length === 0) return t('needs.ideas.none')
    return t('needs.ideas.lead', { count: ideasWithoutNeed.length, of: ideas })
  }
}

/** "Voor wie doen we dit?": usually many, so closed at first. */
function Steps({ journeyId }: { readonly journeyId: ShapeId }) {
  const { t } = useTranslation('insight')
  const { stepIds, steps } = useView(stepsWithoutNeed, journeyId)
  if (steps === 0) return null
  return (
    <Part title={t('needs.steps.title')}>
      <Fold summary={<span>{t('needs.steps.lead', { count: stepIds.length, of: steps })}</span>}>
        {stepIds.length === 0 ? null : <CardList ids={stepIds} />}
      </Fold>
    </Part>
  )
}
