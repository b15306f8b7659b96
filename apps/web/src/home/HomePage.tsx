import { Wordmark } from '../ui/Wordmark.tsx'

/** The start. */
export function HomePage() {
  return (
    <main>
      <Wordmark />
    </main>
  )
}
