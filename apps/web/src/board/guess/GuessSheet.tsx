import { Check, CloudOff, EyeOff, RefreshCw, X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import type { GuessRound } from '@samenreis/model/api/guesses'
import { shapeIdOf } from '../../shapes/belongsTo/belongTo.ts'
import { useWatched } from '../../sync/useRoomConnection.ts'
import { Button } from '../../ui/Button.tsx'
import { useTyping } from '../Typing.ts'
import { FaceChoice } from './FaceChoice.tsx'
import { useGuess } from './GuessContext.ts'
import type { GuessKeeper, KeptGuess } from './GuessKeeper.ts'
import { guessPhases } from './guessSteps.ts'
import { usePersonaName } from './usePersonaName.ts'

interface Props {
  readonly round: GuessRound
  readonly keeper: GuessKeeper
}

/** "Raad: hoe voelde Riet zich?": the steps as a list with five faces each, kept at every tap. */
export function GuessSheet({ round, keeper }: Props) {
  const { t } = useTranslation('guess')
  const editor = useEditor()
  const { setSheetOpen } = useGuess()
  const name = usePersonaName(round.journeyId)
  const guess = useWatched(keeper.guess)
  const phases = useValue(
    'steps to guess',
    () => {
      const journeyId = shapeIdOf(round.journeyId)
      return journeyId === null ? [] : guessPhases(editor, journeyId)
    },
    [editor, round.journeyId],
  )
  const ids = phases.flatMap(({ steps }) => steps.map(({ id }) => id))
  const answered = ids.filter((id) => guess.points[id] !== undefined).length
  const close = (): void => setSheetOpen(false)

  // Where somebody taps in here says which face he chooses: the others see no pointer of his meanwhile.
  const told = useTyping()
  useEffect(() => {
    told?.setPointerHidden(true)
    return () => told?.setPointerHidden(false)
  }, [told])
  // A keyboard that got lost with the button that opened the sheet, or with the sheet itself, finds its way; any other stays.
  const titleElement = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isKeyboardLost()) titleElement.current?.focus()
    return () => {
      if (isKeyboardLost()) editor.getContainer().focus()
    }
  }, [editor])
  const handleKey = (event: KeyboardEvent): void => {
    // A letter or Delete pressed in here means this sheet and not the card that is chosen on the board.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    close()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the region from any control in it
    <section className="guess-sheet" aria-labelledby="guess-title" onKeyDown={handleKey}>
      <header className="guess-sheet__head">
        <h2 className="guess-sheet__title" id="guess-title" tabIndex={-1} ref={titleElement}>
          {name === null ? t('sheet.titleNobody') : t('sheet.title', { name })}
        </h2>
        <button
          type="button"
          className="round-button round-button--quiet"
          aria-label={t('sheet.close')}
          onClick={close}
        >
          <X size={20} aria-hidden="true" />
        </button>
      </header>
      <div className="guess-sheet__progress">
        <progress
          className="guess-progress"
          max={Math.max(1, ids.length)}
          value={answered}
          aria-labelledby="guess-count"
        />
        <p className="guess-sheet__count" id="guess-count">
          {t('sheet.progress', { done: answered, all: ids.length })}
        </p>
        {guess.state === 'saved' && answered === 0 && !guess.done ? null : <SavedWord state={guess.state} />}
      </div>
      <div className="guess-sheet__body">
        <p className="guess-sheet__hidden">
          <EyeOff size={18} aria-hidden="true" />
          {t('sheet.hidden')}
        </p>
        {ids.length === 0 ? <p className="quiet">{t('sheet.noSteps')}</p> : null}
        {phases.map((phase) => (
          <section key={phase.steps[0]?.id} className="guess-phase">
            {phase.title === '' ? null : <h3 className="guess-phase__title">{phase.title}</h3>}
            {phase.steps.map(({ id, number, title }) => {
              const value = guess.points[id] ?? null
              return (
                <FaceChoice
                  key={id}
                  step={title === '' ? t('sheet.step', { number }) : `${number}. ${title}`}
                  value={value}
                  disabled={guess.state === 'reading' || guess.state === 'over'}
                  onChange={(feeling) => {
                    const others = ids.filter((each) => each !== id && guess.points[each] === undefined)
                    keeper.tap(id, feeling, guess.done || (feeling !== null && others.length === 0))
                  }}
                />
              )
            })}
          </section>
        ))}
      </div>
      <footer className="guess-sheet__foot">
        {guess.done ? (
          <p className="guess-sheet__ready">
            <Check size={20} aria-hidden="true" />
            {t('sheet.isReady')}
          </p>
        ) : null}
        <Button
          purpose={guess.done ? 'secondary' : 'primary'}
          disabled={guess.state === 'reading'}
          onClick={() => {
            if (!guess.done) keeper.finish()
            close()
          }}
        >
          {guess.done ? t('sheet.close') : t('sheet.ready')}
        </Button>
      </footer>
    </section>
  )
}

function isKeyboardLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

const savedIcons = { saved: Check, saving: RefreshCw, unsaved: CloudOff } as const

/** Whether the server has the last tap. Read out only when it has not. */
function SavedWord({ state }: { readonly state: KeptGuess['state'] }) {
  const { t } = useTranslation('guess')
  if (state === 'reading') return <p className="guess-saved">{t('sheet.reading')}</p>
  if (state === 'over') return <p className="guess-saved">{t('sheet.over')}</p>
  const Icon = savedIcons[state]
  return (
    <p className="guess-saved" data-state={state} {...(state === 'unsaved' ? { role: 'alert' } : {})}>
      <Icon size={16} aria-hidden="true" />
      {t(`saved.${state}`)}
    </p>
  )
}
