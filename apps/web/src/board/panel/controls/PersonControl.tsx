import { useTranslation } from 'react-i18next'
import { useWatched } from '../../../sync/useRoomConnection.ts'
import { looksOn, nameIn, useBoardSession } from '../../BoardSession.ts'
import { RemovableChip } from './Chip.tsx'
import type { ControlProps } from './ControlProps.ts'
import { PickList } from './PickList.tsx'

/** Someone of this session, or nobody. */
export function PersonControl({ labelId, value, onChange, readOnly }: ControlProps) {
  const { t } = useTranslation(['panel', 'common'])
  const { connection } = useBoardSession()
  const roster = useWatched(connection.roster)
  const picks = roster
    .filter(({ id, role }) => id !== value && !looksOn(role))
    .map(({ id, name, role }) => ({ id, name, detail: t(`common:role.${role}`) }))
  const name = nameIn(roster, value) ?? t('panel:gone')
  return (
    <div className="chips">
      {typeof value === 'string' ? (
        <RemovableChip
          removeLabel={readOnly ? null : t('panel:remove', { what: name })}
          onRemove={() => onChange(null)}
        >
          {name}
        </RemovableChip>
      ) : readOnly ? (
        <p className="quiet">{t('panel:notChosen')}</p>
      ) : null}
      {readOnly ? null : (
        <PickList
          label={typeof value === 'string' ? t('panel:picker.change') : t('panel:picker.people')}
          labelId={labelId}
          picks={picks}
          onPick={onChange}
          emptyText={t('panel:picker.nothing')}
        />
      )}
    </div>
  )
}
