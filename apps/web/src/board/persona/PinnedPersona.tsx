import './screenPersonas.css'
import { CloudRain, Flame, HandHeart, Sparkles, X, type LucideIcon } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShape } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { personaNeeds } from '../../shapes/persona/personaNeeds.ts'
import { PersonPicture } from '../../ui/avatars/people/PersonPicture.tsx'
import { jumpTo } from '../insight/jumpTo.ts'
import { backToBoard } from './backToBoard.ts'
import { pinnedPersona, pinPersona } from './screenPersonas.ts'

/** The persona that this person keeps in view while the board moves (systems.md 33), as she is on the board now. */
export function PinnedPersona() {
  const editor = useEditor()
  const pinned = useValue('pinned persona', () => pinnedPersona(editor), [editor])
  return pinned === null ? null : <Pinned key={pinned.id} persona={pinned} />
}

/** A card; where there is no room for it a portrait, which opens it. */
function Pinned({ persona: { id, props } }: { readonly persona: TLShape<'persona'> }) {
  const { t } = useTranslation(['playing', 'kinds'])
  const editor = useEditor()
  const cardId = useId()
  const [isOpen, setOpen] = useState(false)
  const needs = useValue('number of needs', () => personaNeeds(editor, id).length, [editor, id])
  const name = props.name.trim() === '' ? t('playing:nameless') : props.name.trim()
  const picture = props.avatar ?? id
  return (
    <section className="pinned" data-open={isOpen} aria-label={t('playing:inView', { name })}>
      <button
        type="button"
        className="pinned__portrait"
        aria-expanded={isOpen}
        aria-controls={cardId}
        aria-label={t('playing:inView', { name })}
        onClick={() => setOpen(!isOpen)}
      >
        <PersonPicture name={picture} size={40} />
      </button>
      <div id={cardId} className="pinned__card">
        <div className="pinned__head">
          <button
            type="button"
            className="pinned__who"
            onClick={() => {
              if (isOpen) backToBoard(editor)
              setOpen(false)
              jumpTo(editor, ShapeId.parse(id))
            }}
          >
            <PersonPicture name={picture} size={44} />
            <span className="pinned__names">
              <span className="pinned__name">{name}</span>
              {props.age === null ? null : <span>{t('kinds:onBoard.age', { age: props.age })}</span>}
            </span>
            <span className="visually-hidden">{t('playing:goTo')}</span>
          </button>
          <button
            type="button"
            className="round-button round-button--quiet"
            aria-label={t('playing:unpin')}
            onClick={() => {
              pinPersona(editor, null)
              backToBoard(editor)
            }}
          >
            <X size={20} aria-hidden="true" />
          </button>
        </div>
        <dl className="pinned__lines">
          <Line icon={Flame} word={t('kinds:onBoard.drivers')} line={props.drivers[0]} />
          <Line icon={CloudRain} word={t('kinds:onBoard.insecurities')} line={props.insecurities[0]} />
          <Line icon={Sparkles} word={t('kinds:onBoard.dreams')} line={props.dreams[0]} />
        </dl>
        <p className="pinned__needs">
          <HandHeart size={16} aria-hidden="true" />
          {t('playing:needs', { count: needs })}
        </p>
      </div>
    </section>
  )
}

interface LineProps {
  readonly icon: LucideIcon
  readonly word: string
  readonly line: string | undefined
}

/** The first that is said under a heading; nothing while nothing is. */
function Line({ icon: Icon, word, line }: LineProps) {
  if (line === undefined || line.trim() === '') return null
  return (
    <div className="pinned__line">
      <dt>
        <Icon size={16} aria-hidden="true" />
        {word}
      </dt>
      <dd>{line}</dd>
    </div>
  )
}
