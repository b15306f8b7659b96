import { useCallback } from 'react'
import type { TLShapeId } from 'tldraw'
import { card } from '@samenreis/model/records/card'
import { needParts, needText, type NeedLanguage } from '@samenreis/model/records/needSentence'
import { CardText } from '../cardFrame/CardText.tsx'

interface NeedTextProps {
  readonly shapeId: TLShapeId
  /** As it is stored: a whole sentence. */
  readonly text: string
  readonly hint: string
  readonly language: NeedLanguage
}

/** The words of a need: its fixed start stands before them and is not part of what is typed. */
export function NeedText({ shapeId, text, hint, language }: NeedTextProps) {
  const { start, words } = needParts(text, language)
  const toStored = useCallback((typed: string) => needText(text, typed, language), [text, language])
  return (
    <div className="need-text">
      <p className="card-start">{start}</p>
      <CardText
        shapeId={shapeId}
        type="card"
        field="text"
        value={words}
        hint={hint}
        label={`${start} …`}
        maxLength={card.texts.text - start.length - 1}
        toStored={toStored}
      />
    </div>
  )
}
