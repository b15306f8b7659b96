import { useCallback, useEffect, useState } from 'react'

const speechTags: Readonly<Record<string, string>> = { nl: 'nl-NL', en: 'en-GB' }

/** Reading aloud with the voice of the device; `canRead` is false where it has none. */
export interface ReadAloud {
  readonly canRead: boolean
  readonly isReading: boolean
  readonly read: (sentences: readonly string[], language: string) => void
  readonly stop: () => void
}

/** Stops by itself when the page is left. */
export function useReadAloud(): ReadAloud {
  const speech: SpeechSynthesis | undefined = typeof window === 'undefined' ? undefined : window.speechSynthesis
  const [isReading, setReading] = useState(false)

  const stop = useCallback(() => {
    speech?.cancel()
    setReading(false)
  }, [speech])

  const read = useCallback(
    (sentences: readonly string[], language: string) => {
      if (speech === undefined) return
      speech.cancel()
      // One utterance each: some voices fall silent halfway through a long text.
      const utterances = sentences.filter((each) => each !== '').map((each) => new SpeechSynthesisUtterance(each))
      for (const utterance of utterances) {
        utterance.lang = speechTags[language] ?? language
        utterance.rate = 0.9
        speech.speak(utterance)
      }
      const last = utterances.at(-1)
      if (last !== undefined) {
        last.onend = () => setReading(false)
        last.onerror = () => setReading(false)
        setReading(true)
      }
    },
    [speech],
  )

  useEffect(() => () => speech?.cancel(), [speech])
  return { canRead: speech !== undefined, isReading, read, stop }
}
