import { Lock, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isShapeId, useEditor, useValue, type TLShapeId } from 'tldraw'
import { journey } from '@samenreis/model/records/journey'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { CardText } from '../cardFrame/CardText.tsx'
import { journeyKindIcons } from './journeyKindIcons.ts'
import { journeyLaws } from './journeyLaws.ts'

interface JourneyTitleProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'journey'>
}

/** What stands above the sheet: name and kind of the journey, and below that whose it is, from where to where, and by which laws. */
export function JourneyTitle({ id, props }: JourneyTitleProps) {
  const { t } = useTranslation(['kinds', 'journey'])
  const { t: words } = useTranslation('kinds')
  const names = usePersonaNames(props.personaIds)
  const laws = journeyLaws(props.laws, words)
  const span = useSpan(props.startMoment, props.endMoment)
  const Icon = journeyKindIcons[props.kind]
  return (
    <div className="journey-top">
      <div className="container-title journey-title">
        <CardText
          shapeId={id}
          type="journey"
          field="title"
          value={props.title}
          hint={t('kinds:hint.journey')}
          maxLength={journey.texts.title}
          singleLine
        />
        <span className="container-title__kind journey-title__kind">
          <Icon aria-hidden strokeWidth={2} />
          {t(`kinds:journeyKind.${props.kind}`)}
        </span>
        {props.locked ? (
          <span className="journey-title__locked">
            <Lock aria-hidden strokeWidth={2} />
            {t('journey:locked')}
          </span>
        ) : null}
      </div>
      {names.length === 0 && span === null && laws === null ? null : (
        <p className="journey-about">
          {names.map((name) => (
            <span key={name} className="journey-about__who">
              <UserRound aria-hidden strokeWidth={2} />
              {name}
            </span>
          ))}
          {span === null ? null : <span>{span}</span>}
          {laws === null ? null : <span>{laws}</span>}
        </p>
      )}
    </div>
  )
}

/** Names of those whose journey it is; one that is gone or has no name yet is left out. */
function usePersonaNames(ids: readonly string[]): readonly string[] {
  const editor = useEditor()
  // One text, so that a card that moves does not draw the title again.
  const names = useValue(
    'whose journey',
    () =>
      [...new Set(ids)]
        .flatMap((id) => {
          const persona = isShapeId(id) ? editor.getShape(id) : undefined
          return persona?.type === 'persona' ? [persona.props.name.trim().replaceAll('\n', ' ')] : []
        })
        .filter((name) => name !== '')
        .join('\n'),
    [editor, ids],
  )
  return names === '' ? [] : [...new Set(names.split('\n'))]
}

/** From where to where, as far as it is said; null = not said. */
function useSpan(start: string, end: string): string | null {
  const { t } = useTranslation('journey')
  const [from, to] = [start.trim(), end.trim()]
  if (from !== '' && to !== '') return t('fromTo', { from, to })
  if (from !== '') return t('from', { from })
  return to === '' ? null : t('to', { to })
}
