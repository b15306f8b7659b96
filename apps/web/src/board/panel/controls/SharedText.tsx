import { needParts, needText, type NeedLanguage } from '@samenreis/model/records/needSentence'
import { domainKinds, type DomainType } from '@samenreis/model/records/recordKinds'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, type TLShapeId } from 'tldraw'
import { setText } from '../../../shapes/cardFrame/setText.ts'
import { SharedTextField } from '../../../ui/SharedTextField.tsx'
import { useTyping } from '../../Typing.ts'
import { useTypists } from '../useTypists.ts'
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
  /** Words of a need: its fixed start stands above the field, in this language while it has none. */
  readonly need?: NeedLanguage | null
}

/** A text that several people may type in at once; each key is a change of its own, so others see it appear. */
export function SharedText({ shapeId, type, name, label, lines, value, placeholder, readOnly, need = null }: Props) {
  const { t } = useTranslation('kinds')
  const editor = useEditor()
  const typing = useTyping()
  const target = `${shapeId}.${name}`
  const others = useTypists(target)
  const isTyping = useRef(false)
  const tell = (now: boolean): void => {
    isTyping.current = now
    typing?.setTyping(now ? target : null)
  }
  // A field that vanishes with the caret in it says no goodbye of its own.
  useEffect(
    () => () => {
      if (isTyping.current) typing?.setTyping(null)
    },
    [typing],
  )
  const maxLength = (domainKinds[type].texts as Readonly<Record<string, number>>)[name]
  if (maxLength === undefined) return null
  const text = textOf(value)
  const parts = need === null ? null : needParts(text, need)
  return (
    <div className="shared-text" data-lines={lines} data-others={others.length > 0}>
      {parts === null ? null : <p className="shared-text__start">{parts.start}</p>}
      <SharedTextField
        value={parts === null ? text : parts.words}
        onChange={(next) => setText(editor, shapeId, type, name, need === null ? next : needText(text, next, need))}
        maxLength={parts === null ? maxLength : maxLength - parts.start.length - 1}
        multiline={lines > 1}
        readOnly={readOnly}
        onFocus={() => {
          if (readOnly) return
          editor.markHistoryStoppingPoint('text')
          tell(true)
        }}
        onBlur={() => tell(false)}
        aria-label={parts === null ? label : `${parts.start} …`}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      {others.length === 0 ? null : (
        <p className="shared-text__others">{t('onBoard.typing', { name: others.join(', ') })}</p>
      )}
    </div>
  )
}
