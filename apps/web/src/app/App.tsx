import { lazy, Suspense } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { readSettings } from '../api/settings.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FacilitatorOnly } from './FacilitatorOnly.tsx'
import { LoadingBones } from './LoadingBones.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { RoomGate } from './RoomGate.tsx'
import { secretAt } from '../link/addressSecret.ts'
import { POSTER_VIEW } from '../poster/posterPath.ts'
import { SCREEN_VIEW } from '../share/roomLink.ts'

// A phone that joins fetches the way in and nothing else: the canvas is more than half of the product's code.
const HomePage = lazy(async () => ({ default: (await import('../home/HomePage.tsx')).HomePage }))
const loadBoard = async () => ({ default: (await import('../board/BoardPage.tsx')).BoardPage })
const BoardPage = lazy(loadBoard)
const ActionsPage = lazy(async () => ({ default: (await import('../actions/ActionsPage.tsx')).ActionsPage }))

const PosterPage = lazy(async () => ({ default: (await import('../poster/PosterPage.tsx')).PosterPage }))

/** The address of a board without a secret in it: its visitor was here before, and most likely goes straight in. */
const BOARD_PATH = new RegExp(`^/r/[^/]+(/${SCREEN_VIEW})?$`)

/**
 * Starts to fetch the canvas, and what it asks the server, while the server is still asked whether this device takes part, so that the two waits are one. Not for
 * who comes with a link: a newcomer's phone has the way in to draw first.
 */
export function fetchBoardEarly(address: Pick<Location, 'pathname' | 'hash'>): void {
  if (!BOARD_PATH.test(address.pathname) || secretAt(address) !== '') return
  // A failure is told by the page itself, which asks for the same thing a moment later.
  loadBoard().catch(() => undefined)
  readSettings().catch(() => undefined)
}

/** Every address of the interface. */
export function App() {
  return (
    <ErrorBoundary>
      <BrowserRouter>
        <Suspense fallback={<LoadingBones />}>
          <Routes>
            <Route path="/" element={<HomePage />} />
            <Route path="/r/:roomId" element={<RoomGate />}>
              <Route index element={<BoardPage />} />
              <Route path={SCREEN_VIEW} element={<BoardPage />} />
              <Route path={`${POSTER_VIEW}/:personaId`} element={<PosterPage />} />
              <Route
                path="acties"
                element={
                  <FacilitatorOnly>
                    <ActionsPage />
                  </FacilitatorOnly>
                }
              />
            </Route>
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </BrowserRouter>
    </ErrorBoundary>
  )
}
