import type { NeedLanguage } from '@samenreis/model/records/needSentence'
import type { DomainType } from '@samenreis/model/records/recordKinds'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, type TLShapeId } from 'tldraw'
import { interfaceLanguage } from '../../i18n/interfaceLanguage.ts'
import { useBoardSession } from '../BoardSession.ts'
import { Choice } from './controls/Choice.tsx'
import { Choices } from './controls/Choices.tsx'
import { Deadline } from './controls/Deadline.tsx'
import { Lines } from './controls/Lines.tsx'
import { MainPersona } from './controls/MainPersona.tsx'
import { NumberControl } from './controls/NumberControl.tsx'
import { PersonControl } from './controls/PersonControl.tsx'
import { PicturePicker } from './controls/PicturePicker.tsx'
import { Points } from './controls/Points.tsx'
import { PreferencesControl } from './controls/Preferences.tsx'
import { Promote } from './controls/Promote.tsx'
import { ShapeControl, ShapesControl } from './controls/ShapeControls.tsx'
import { SharedText } from './controls/SharedText.tsx'
import { YesNo } from './controls/YesNo.tsx'
import { changeCardKind } from './changeCardKind.ts'
import type { FieldDefinition } from './FieldDefinition.ts'
import { useField } from './useField.ts'
import { useFieldHint } from './useFieldHint.ts'
import { useNeedLanguage } from './useNeedLanguage.ts'

interface Props {
  readonly shapeId: TLShapeId
  readonly type: DomainType
  readonly field: FieldDefinition<DomainType>
  /** Whether this person may change the shape at all. */
  readonly mayChange: boolean
}

/** One question of the panel: its label above, its control below. */
export function FieldRow({ shapeId, type, field, mayChange }: Props) {
  const { t, i18n } = useTranslation('panel')
  const { isFacilitator } = useBoardSession()
  const labelId = useId()
  const editor = useEditor()
  const [value, change] = useField(shapeId, field.name)
  const need = useNeedLanguage(shapeId, type, field.name)
  const onChange =
    type === 'card' && String(field.name) === 'kind'
      ? (kind: unknown) => changeCardKind(editor, shapeId, kind, interfaceLanguage(i18n.language))
      : change
  const forFacilitator = field.facilitatorOnly === true && !isFacilitator
  const readOnly = !mayChange || forFacilitator
  const label = String(i18n.getResource(i18n.language, 'panel', `fields.${type}.${field.name}`) ?? field.name)
  const common = { labelId, value, onChange, readOnly }
  const hint = useFieldHint(shapeId, type, field.name)
  const text = {
    shapeId,
    type,
    name: field.name,
    label,
    value,
    readOnly,
    need,
    ...(hint === null ? {} : { placeholder: hint }),
  }
  return (
    <div className="field" data-field={field.name}>
      <p className="field__label" id={labelId}>
        {label}
      </p>
      <FieldControl field={field} common={common} text={text} />
      {forFacilitator && mayChange ? <p className="quiet">{t('facilitatorFills')}</p> : null}
    </div>
  )
}

interface FieldControlProps {
  readonly field: FieldDefinition<DomainType>
  readonly common: { labelId: string; value: unknown; onChange: (value: unknown) => void; readOnly: boolean }
  readonly text: {
    placeholder?: string
    shapeId: TLShapeId
    type: DomainType
    name: string
    label: string
    value: unknown
    readOnly: boolean
    need: NeedLanguage | null
  }
}

function FieldControl({ field, common, text }: FieldControlProps) {
  switch (field.control) {
    case 'text':
      return <SharedText {...text} lines={field.lines} />
    case 'deadline': {
      const { placeholder: _none, need: _words, ...rest } = text
      return <Deadline {...rest} />
    }
    case 'choice':
      return <Choice {...common} control={field} />
    case 'choices':
      return <Choices {...common} control={field} />
    case 'lines':
      return <Lines {...common} control={field} />
    case 'number':
      return <NumberControl {...common} control={field} />
    case 'yesNo':
      return <YesNo {...common} control={field} />
    case 'shape':
      return <ShapeControl {...common} kind={field.kind} ownId={text.shapeId} />
    case 'shapes':
      return <ShapesControl {...common} kind={field.kind} ownId={text.shapeId} />
    case 'picture':
      return <PicturePicker {...common} shapeId={text.shapeId} />
    case 'mainPersona':
      return <MainPersona personaId={text.shapeId} labelId={common.labelId} readOnly={common.readOnly} />
    case 'promote':
      return <Promote {...common} />
    case 'person':
      return <PersonControl {...common} />
    case 'channelPreferences':
      return <PreferencesControl {...common} />
    case 'points':
      return <Points curveId={text.shapeId} labelId={common.labelId} readOnly={common.readOnly} />
  }
}
