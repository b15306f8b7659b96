import { CopyPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor, type TLShapeId } from 'tldraw'
import type { JourneyKind } from '@samenreis/model/records/enumerations'
import { journeyKindIcons } from '../../shapes/journey/journeyKindIcons.ts'
import { useBoardSession } from '../BoardSession.ts'
import { useNotices } from '../notices/NoticesContext.ts'
import { copyOnBoard } from './copyOnBoard.ts'
import { FoldedRow } from './FoldedRow.tsx'

interface Props {
  readonly journeyId: TLShapeId
}

/** Order in which the kinds are offered: what is made of a journey most stands first. */
const OFFERED = ['ideal', 'joint', 'individual', 'employee', 'shadow'] as const satisfies readonly JourneyKind[]

/** "Maak hiervan een nieuwe reis": a copy of the phases and steps as another kind, placed below. For who leads. */
export function CopyRow({ journeyId }: Props) {
  const { t } = useTranslation('journey')
  const editor = useEditor()
  const notices = useNotices()
  const { mayEdit, isFacilitator } = useBoardSession()
  if (!mayEdit || !isFacilitator) return null
  const copy = (kind: JourneyKind): void => {
    if (copyOnBoard(editor, journeyId, kind) === null) return
    notices.show({
      tone: 'info',
      text: t('copy.done', { kind: t(`copy.kind.${kind}`) }),
      acts: [],
      lasts: 'while',
    })
  }
  return (
    <FoldedRow title={t('copy.title')} icon={CopyPlus}>
      <fieldset className="chips" aria-label={t('copy.title')}>
        {OFFERED.map((kind) => {
          const Icon = journeyKindIcons[kind]
          return (
            <button
              key={kind}
              type="button"
              className="chip"
              aria-label={t('copy.act', { kind: t(`copy.kind.${kind}`) })}
              onClick={() => copy(kind)}
            >
              <Icon size={18} aria-hidden="true" />
              <span>{t(`copy.kind.${kind}`)}</span>
            </button>
          )
        })}
      </fieldset>
      <p className="quiet">{t('copy.hint')}</p>
    </FoldedRow>
  )
}
