import type { DomainType } from '@samenreis/model/records/recordKinds'
import { useTranslation } from 'react-i18next'
import { useShapeName, useCandidates } from '../useCandidates.tsx'
import { RemovableChip } from './Chip.tsx'
import type { ControlProps } from './ControlProps.ts'
import { PickList } from './PickList.tsx'
import { stringsOf } from './plainValue.ts'

interface Props extends ControlProps {
  readonly kind: DomainType
  /** The shape whose field this is: it is not offered to itself. */
  readonly ownId: string
}

/** One other thing on the board, or none. */
export function ShapeControl({ kind, ownId, labelId, value, onChange, readOnly }: Props) {
  const { t } = useTranslation('panel')
  const candidates = useCandidates([kind], [ownId, ...(typeof value === 'string' ? [value] : [])])
  return (
    <div className="chips">
      {typeof value === 'string' ? (
        <ShapeChip id={value} readOnly={readOnly} onRemove={() => onChange(null)} />
      ) : readOnly ? (
        <p className="quiet">{t('notChosen')}</p>
      ) : null}
      {readOnly ? null : (
        <PickList
          label={typeof value === 'string' ? t('picker.change') : t('picker.choose')}
          labelId={labelId}
          picks={candidates}
          onPick={onChange}
          emptyText={t('picker.noneOnBoard')}
        />
      )}
    </div>
  )
}

/** Several other things on the board. One that is gone is shown as gone until somebody takes it out. */
export function ShapesControl({ kind, ownId, labelId, value, onChange, readOnly }: Props) {
  const { t } = useTranslation('panel')
  const ids = stringsOf(value)
  const candidates = useCandidates([kind], [ownId, ...ids])
  return (
    <div className="chips">
      {ids.map((id) => (
        <ShapeChip
          key={id}
          id={id}
          readOnly={readOnly}
          onRemove={() => onChange(ids.filter((other) => other !== id))}
        />
      ))}
      {readOnly ? (
        ids.length === 0 && <p className="quiet">{t('notChosen')}</p>
      ) : (
        <PickList
          label={t('picker.choose')}
          labelId={labelId}
          picks={candidates}
          onPick={(id) => onChange([...ids, id])}
          emptyText={t('picker.noneOnBoard')}
        />
      )}
    </div>
  )
}

function ShapeChip({ id, readOnly, onRemove }: { id: string; readOnly: boolean; onRemove: () => void }) {
  const { t } = useTranslation('panel')
  const name = useShapeName(id) ?? t('gone')
  return (
    <RemovableChip removeLabel={readOnly ? null : t('remove', { what: name })} onRemove={onRemove}>
      {name}
    </RemovableChip>
  )
}
