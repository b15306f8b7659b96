import { MonitorSmartphone, Star, TextInitial, UsersRound, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PersonaPoster } from '@samenreis/model/journey/personaPoster'
import { PersonaSheets } from '../persona/PersonaSheets.tsx'
import { basisIcons } from '../shapes/look/icons.ts'
import { PersonPicture } from '../ui/avatars/people/PersonPicture.tsx'
import { Wordmark } from '../ui/Wordmark.tsx'
import { densityOf } from './posterDensity.ts'

/** Letters of a name that still stand in one line of the largest type. */
const LONG_NAME = 14

interface PosterSheetProps {
  readonly poster: PersonaPoster
  /** Title of the session that she was made in. */
  readonly session: string
}

/** The sheet: large enough for a wall, and all of it on one page of A4 for a persona of the usual size. */
export function PosterSheet({ poster, session }: PosterSheetProps) {
  const { t } = useTranslation(['poster', 'kinds', 'people'])
  const { persona, isMain, needs } = poster
  const { name, age, situation } = persona
  const facts = [
    ...(age === null ? [] : [t('kinds:onBoard.age', { age })]),
    t(`kinds:perspective.${persona.perspective}`),
    ...persona.labels,
  ]
  return (
    <article className="poster" data-size="wide" data-density={densityOf(poster)}>
      <header className="poster__top">
        <PersonPicture name={persona.avatar ?? persona.id} size={190} />
        <div className="poster__who">
          <h1 data-long={name.length > LONG_NAME || undefined}>{name === '' ? t('poster:nameless') : name}</h1>
          <p className="poster__facts">
            {isMain ? (
              <span className="poster__main">
                <Star aria-hidden strokeWidth={2} />
                {t('kinds:onBoard.mainPersona')}
                {' · '}
              </span>
            ) : null}
            {facts.join(' · ')}
          </p>
          {situation === '' ? null : <p className="poster__situation">{situation}</p>}
        </div>
      </header>
      <PersonaSheets persona={persona} needs={needs} />
      <footer className="poster__foot">
        <ul className="poster__marks">
          <Mark icon={basisIcons[persona.basis]} word={t(`kinds:basis.${persona.basis}`)} />
          <Mark
            icon={UsersRound}
            word={
              persona.coCreatedWith === 0
                ? t('poster:madeWithNobody')
                : t('kinds:onBoard.madeWith', { count: persona.coCreatedWith })
            }
          />
          {persona.readingLevel === null ? null : (
            <Mark icon={TextInitial} word={t('kinds:onBoard.reads', { level: persona.readingLevel })} />
          )}
          {persona.digitalSkill === null ? null : (
            <Mark
              icon={MonitorSmartphone}
              word={t('kinds:onBoard.computer', { skill: t(`kinds:digitalSkill.${persona.digitalSkill}`) })}
            />
          )}
        </ul>
        <p className="poster__source">
          <span>
            {session} · {t(`kinds:personaStatus.${persona.status}`)}
            {name === '' ? null : <> · {t('poster:invented', { name })}</>}
          </span>
          <Wordmark />
        </p>
      </footer>
    </article>
  )
}

function Mark({ icon: Icon, word }: { readonly icon: LucideIcon; readonly word: string }) {
  return (
    <li className="poster__mark">
      <Icon aria-hidden strokeWidth={2} />
      <span>{word}</span>
    </li>
  )
}
