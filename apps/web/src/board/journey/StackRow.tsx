import { AlignVerticalJustifyStart } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShape, type TLShapeId } from 'tldraw'
import { journeyKindIcons } from '../../shapes/journey/journeyKindIcons.ts'
import { useBoardSession } from '../BoardSession.ts'
import { Button } from '../../ui/Button.tsx'
import { useNotices } from '../notices/NoticesContext.ts'
import { Chip } from '../panel/controls/Chip.tsx'
import { FoldedRow } from './FoldedRow.tsx'
import { journeysOf, stackOnBoard } from './stackOnBoard.ts'

interface Props {
  readonly journeyId: TLShapeId
}

/** "Zet reizen onder elkaar": choose which, and their phases come straight under each other. For who leads. */
export function StackRow({ journeyId }: Props) {
  const { t } = useTranslation('journey')
  const editor = useEditor()
  const notices = useNotices()
  const { mayEdit, isFacilitator } = useBoardSession()
  const [left, setLeft] = useState<ReadonlySet<TLShapeId>>(new Set())
  const journeys = useValue('journeys', () => journeysOf(editor), [editor])
  if (!mayEdit || !isFacilitator || journeys.length < 2) return null
  const chosen = journeys.filter(({ id }) => id === journeyId || !left.has(id))
  const toggle = (id: TLShapeId): void => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  const stack = (): void => {
    stackOnBoard(
      editor,
      chosen.map(({ id }) => id),
    )
    notices.show({
      tone: 'info',
      text: t('stack.done', { count: chosen.length }),
      acts: [],
      lasts: 'while',
    })
  }
  return (
    <FoldedRow title={t('stack.title')} icon={AlignVerticalJustifyStart}>
      <fieldset className="chips" aria-label={t('stack.title')}>
        {journeys.map((journey) => (
          <Chip
            key={journey.id}
            icon={<KindOf journey={journey} />}
            chosen={journey.id === journeyId || !left.has(journey.id)}
            readOnly={journey.id === journeyId}
            onPress={() => toggle(journey.id)}
          >
            {[
              journey.props.title.trim() === '' ? t('stack.untitled') : journey.props.title.trim(),
              t(`copy.kind.${journey.props.kind}`),
            ].join(' · ')}
          </Chip>
        ))}
      </fieldset>
      <Button
        className="journey-stack"
        icon={<AlignVerticalJustifyStart aria-hidden="true" />}
        disabled={chosen.length < 2}
        onClick={stack}
      >
        {t('stack.act')}
      </Button>
      <p className="quiet">{t('stack.hint')}</p>
    </FoldedRow>
  )
}

function KindOf({ journey }: { readonly journey: TLShape<'journey'> }) {
  const Icon = journeyKindIcons[journey.props.kind]
  return <Icon size={18} aria-hidden="true" />
}
