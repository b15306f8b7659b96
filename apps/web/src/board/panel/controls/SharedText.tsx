import { domainKinds, type DomainType } from '@samenreis/model/records/recordKinds'
import { useEditor, type TLShapeId } from 'tldraw'
import { setText } from '../../../shapes/cardFrame/setText.ts'
import { SharedTextField } from '../../../ui/SharedTextField.tsx'
import { textOf } from './plainValue.ts'

interface Props {
  readonly shapeId: TLShapeId
  readonly type: DomainType
  readonly name: string
  readonly label: string
  readonly lines: 1 | 2 | 4
  readonly value: unknown
  readonly placeholder?: string
  readonly readOnly: boolean
}

/** A text that several people may type in at once; each key is a change of its own, so others see it appear. */
export function SharedText({ shapeId, type, name, label, lines, value, placeholder, readOnly }: Props) {
  const editor = useEditor()
  const maxLength = (domainKinds[type].texts as Readonly<Record<string, number>>)[name]
  if (maxLength === undefined) return null
  return (
    <div className="shared-text" data-lines={lines}>
      <SharedTextField
        value={textOf(value)}
        onChange={(next) => setText(editor, shapeId, type, name, next)}
        maxLength={maxLength}
        multiline={lines > 1}
        readOnly={readOnly}
        onFocus={() => editor.markHistoryStoppingPoint('text')}
        aria-label={label}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </div>
  )
}
