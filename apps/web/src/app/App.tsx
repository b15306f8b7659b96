import { lazy, Suspense } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FacilitatorOnly } from './FacilitatorOnly.tsx'
import { LoadingBones } from './LoadingBones.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { RoomGate } from './RoomGate.tsx'

// A phone that joins fetches the way in and nothing else: the canvas is more than half of the product's code.
const HomePage = lazy(async () => ({ default: (await import('../home/HomePage.tsx')).HomePage }))
const BoardPage = lazy(async () => ({ default: (await import('../board/BoardPage.tsx')).BoardPage }))
const ActionsPage = lazy(async () => ({ default: (await import('../actions/ActionsPage.tsx')).ActionsPage }))

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
