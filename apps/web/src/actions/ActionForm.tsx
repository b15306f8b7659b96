import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import type { BoardSnapshot } from '@samenreis/model/document/read'
import { ActionStatus } from '@samenreis/model/records/enumerations'
import type { RoomConnection } from '../sync/RoomConnection.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { fillIn, isFillable } from './actionFields.ts'
import { DeadlineField } from './DeadlineField.tsx'
import { OrganisationField } from './OrganisationField.tsx'
import { OwnerField } from './OwnerField.tsx'
import { useRecord } from './useRecord.ts'

interface Props {
  readonly action: ImprovementAction
  readonly connection: RoomConnection
  readonly snapshot: BoardSnapshot
  readonly onDone: () => void
}

/** Who, what organisation, when and state: every change is on the card at once, for everybody. */
export function ActionForm({ action, connection, snapshot, onDone }: Props) {
  const { t } = useTranslation(['actions', 'kinds'])
  const { board } = connection
  const id = action.source.shapeId
  const record = useRecord(board, id)
  if (!isFillable(record)) return <p className="action__text">{t('form.untyped')}</p>
  return (
    <form
      className="action-form"
      onSubmit={(event) => {
        event.preventDefault()
        onDone()
      }}
    >
      <OwnerField connection={connection} record={record} />
      <OrganisationField board={board} record={record} snapshot={snapshot} />
      <DeadlineField board={board} record={record} />
      <ChoiceChips
        label={t('status')}
        value={record.status}
        onChange={(status) => fillIn(board, id, { status })}
        choices={ActionStatus.options.map((value) => ({ value, label: t(`kinds:actionStatus.${value}`) }))}
      />
      <div>
        <Button type="submit" purpose="primary" icon={<Check aria-hidden />}>
          {t('done')}
        </Button>
      </div>
    </form>
  )
}
