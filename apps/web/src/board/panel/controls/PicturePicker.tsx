import './picturePicker.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import { isPersonName, personNames } from '../../../ui/avatars/people/people.ts'
import { PersonPicture } from '../../../ui/avatars/people/PersonPicture.tsx'
import type { ControlProps } from './ControlProps.ts'

interface Props extends ControlProps {
  /** Whose drawing it is: without a chosen one its id gives one. */
  readonly shapeId: TLShapeId
}

/** Which of our drawn people stands for the persona: the one of now, and all of them after a press. */
export function PicturePicker({ labelId, value, onChange, readOnly, shapeId }: Props) {
  const { t } = useTranslation(['panel', 'people'])
  const [open, setOpen] = useState(false)
  const chosen = typeof value === 'string' ? value : null
  const word = chosen !== null && isPersonName(chosen) ? t(`people:name.${chosen}`) : ''
  return (
    <div className="drawing-picker">
      <div className="drawing-picker__now">
        <PersonPicture name={chosen ?? shapeId} size={72} />
        <div>
          {word === '' ? null : <p className="drawing-picker__word">{word}</p>}
          {readOnly ? null : (
            <button type="button" className="chip chip--add" aria-expanded={open} onClick={() => setOpen(!open)}>
              <span>{open ? t('panel:picture.close') : t('panel:picture.choose')}</span>
            </button>
          )}
        </div>
      </div>
      {open && !readOnly ? (
        <fieldset className="drawing-picker__all" aria-labelledby={labelId}>
          {personNames.map((name) => (
            <button
              key={name}
              type="button"
              className="drawing-picker__one"
              aria-pressed={name === chosen}
              aria-label={t(`people:name.${name}`)}
              title={t(`people:name.${name}`)}
              onClick={() => onChange(name)}
            >
              <PersonPicture name={name} size={64} />
            </button>
          ))}
        </fieldset>
      ) : null}
    </div>
  )
}
