import { CloudRain, Flame, HandHeart, MessagesSquare, PhoneCall, Sparkles, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { needStarts } from '@samenreis/model/records/needSentence'
import { interfaceLanguage } from '../i18n/interfaceLanguage.ts'
import { PersonaContacts } from './PersonaContacts.tsx'
import type { PersonaContent } from './PersonaContent.ts'
import './personaSheets.css'

interface PersonaSheetsProps {
  readonly persona: PersonaContent
  /** What she needs, without the fixed start: that is the heading. */
  readonly needs: readonly string[]
}

/**
 * The body of a persona, on her card and on her poster: the three that move her, how she likes contact, what she needs, how to
 * talk with her. What is not known yet invites, except the last, which is left out.
 */
export function PersonaSheets({ persona, needs }: PersonaSheetsProps) {
  const { t, i18n } = useTranslation(['poster', 'kinds'])
  const { drivers, insecurities, dreams, communicationWishes: wishes } = persona
  return (
    <>
      <div className="persona-trio">
        <ListSheet icon={Flame} word={t('kinds:onBoard.drivers')} lines={drivers} hint={t('poster:hint.drivers')} />
        <ListSheet
          icon={CloudRain}
          word={t('kinds:onBoard.insecurities')}
          lines={insecurities}
          hint={t('poster:hint.insecurities')}
        />
        <ListSheet icon={Sparkles} word={t('kinds:onBoard.dreams')} lines={dreams} hint={t('poster:hint.dreams')} />
      </div>
      <div className="persona-pair">
        <PersonaSheet icon={PhoneCall} word={t('poster:contact')}>
          {persona.channelPreferences.length === 0 ? (
            <p className="persona-hint">{t('poster:hint.contact')}</p>
          ) : (
            <PersonaContacts preferences={persona.channelPreferences} />
          )}
        </PersonaSheet>
        <div className="persona-pair__end">
          <ListSheet
            icon={HandHeart}
            word={needStarts[interfaceLanguage(i18n.language)]}
            lines={needs}
            hint={t('poster:hint.needs')}
            kind="needs"
          />
          {wishes.length === 0 ? null : (
            <ListSheet icon={MessagesSquare} word={t('poster:wishes')} lines={wishes} hint="" />
          )}
        </div>
      </div>
    </>
  )
}

interface ListSheetProps {
  readonly icon: LucideIcon
  readonly word: string
  readonly lines: readonly string[]
  readonly hint: string
  readonly kind?: 'needs'
}

function ListSheet({ icon, word, lines, hint, kind }: ListSheetProps) {
  return (
    <PersonaSheet icon={icon} word={word} {...(kind === undefined ? {} : { kind })}>
      {lines.length === 0 ? (
        <p className="persona-hint">{hint}</p>
      ) : (
        <ul className="persona-list">
          {lines.map((line, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- two lines may say the same
            <li key={`${at} ${line}`}>{line}</li>
          ))}
        </ul>
      )}
    </PersonaSheet>
  )
}

interface PersonaSheetProps {
  readonly icon: LucideIcon
  readonly word: string
  readonly kind?: 'needs'
  readonly children: ReactNode
}

function PersonaSheet({ icon: Icon, word, kind, children }: PersonaSheetProps) {
  return (
    <section className="persona-sheet" data-kind={kind}>
      <h3 className="persona-sheet__head">
        <Icon aria-hidden strokeWidth={2} />
        <span>{word}</span>
      </h3>
      {children}
    </section>
  )
}
