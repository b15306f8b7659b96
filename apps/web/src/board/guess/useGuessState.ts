import { guessingVoice, type CurrentGuessRound } from '@samenreis/model/api/guesses'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { readGuessRound } from '../../api/guesses.ts'
import { useWatched } from '../../sync/useRoomConnection.ts'
import { useBoardSession } from '../BoardSession.ts'
import type { GuessState } from './GuessContext.ts'

/**
 * Follows the round of guessing: asked at the start, after every return of the line, when the server says that it changed, and
 * when staff comes or goes, because they are counted.
 */
export function useGuessState(): GuessState {
  const { room, connection } = useBoardSession()
  const version = useWatched(connection.guessVersion)
  const hello = useWatched(connection.hello)
  const roster = useWatched(connection.roster)
  const staff = roster
    .filter(({ connected, role }) => connected && guessingVoice(role) !== null)
    .map(({ id }) => id)
    .join(' ')
  const [asked, setAsked] = useState(0)
  const [current, setCurrent] = useState<CurrentGuessRound | null>(null)
  const [isSheetOpen, setSheetOpen] = useState(false)
  useEffect(() => {
    if (hello === null) return undefined
    const leaving = new AbortController()
    readGuessRound(room.id, leaving.signal).then(
      (answer) => {
        if (!leaving.signal.aborted) setCurrent(answer)
      },
      // What is shown stays; the next return of the line asks again.
      () => undefined,
    )
    return () => leaving.abort()
  }, [room.id, version, hello, staff, asked])
  const readAgain = useCallback(() => setAsked((times) => times + 1), [])
  // A round that ended, or another role, closes it too.
  const isGuessing = isSheetOpen && current?.invited === true
  return useMemo(
    () => ({ current, readAgain, isSheetOpen: isGuessing, setSheetOpen }),
    [current, readAgain, isGuessing],
  )
}
