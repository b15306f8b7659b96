import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard, type BoardSnapshot } from '@samenreis/model/document/read'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { actor as actorKind, type Actor } from '@samenreis/model/records/actor'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { fillIn, fillInNewOrganisation, type FillableRecord } from './actionFields.ts'
import { newOrganisation } from './newOrganisation.ts'

interface Props {
  readonly board: BoardDocument
  readonly record: FillableRecord
  /** The organisations to choose from are those on the board. */
  readonly snapshot: BoardSnapshot
}

const NEW = 'new'

/** One of the organisations on the board, or a new one that comes on the board with it. */
export function OrganisationField({ board, record, snapshot }: Props) {
  const { t } = useTranslation('actions')
  const id = useId()
  const [newName, setNewName] = useState<string | null>(null)
  const actors = [...snapshot.records.values()]
    .filter((each): each is Actor => each.type === 'actor' && each.name.trim() !== '')
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const isListed = actors.some((each) => each.id === record.organisationId)

  const add = (): void => {
    const name = (newName ?? '').trim()
    if (name === '') return
    const made = ShapeId.parse(`shape:${crypto.randomUUID()}`)
    fillInNewOrganisation(board, record.id, newOrganisation(readBoard(board).records, made, name))
    setNewName(null)
  }

  return (
    <div className="action-field">
      <label htmlFor={id} className="field-label">
        {t('organisation')}
      </label>
      <select
        id={id}
        className="text-field__input"
        value={newName !== null ? NEW : (record.organisationId ?? '')}
        onChange={(event) => {
          const { value } = event.target
          setNewName(value === NEW ? '' : null)
          const chosen = ShapeId.safeParse(value)
          if (chosen.success) fillIn(board, record.id, { organisationId: chosen.data })
          else if (value === '') fillIn(board, record.id, { organisationId: null })
        }}
      >
        <option value="">{t('form.organisationNone')}</option>
        {/* Put on the board a moment ago, or taken away. */}
        {record.organisationId === null || isListed ? null : (
          <option value={record.organisationId}>{nameOnBoard(board, record.organisationId) ?? t('gone')}</option>
        )}
        {actors.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
        <option value={NEW}>{t('form.organisationNew')}</option>
      </select>
      {newName === null ? null : (
        <TextField
          label={t('form.organisationName')}
          hint={t('form.organisationHint')}
          value={newName}
          maxLength={actorKind.texts.name}
          onChange={setNewName}
          onEnter={add}
          end={
            <Button purpose="secondary" disabled={newName.trim() === ''} onClick={add}>
              {t('form.organisationAdd')}
            </Button>
          }
        />
      )}
    </div>
  )
}

function nameOnBoard(board: BoardDocument, id: ShapeId): string | null {
  const record = readBoard(board).records.get(id)
  return record?.type === 'actor' ? record.name : null
}
