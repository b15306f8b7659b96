import { Language } from '@samenreis/model/api/rooms'

const STORAGE_KEY = 'samenreis.language'

/** The language that this person chose on this device, else the first of her browser's that we speak, else Dutch. */
export function preferredLanguage(): Language {
  const chosen = chosenLanguage()
  if (chosen !== null) return chosen
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages
  for (const tag of wanted) {
    const spoken = Language.safeParse(tag.slice(0, 2).toLowerCase())
    if (spoken.success) return spoken.data
  }
  return 'nl'
}

/** The language that this person chose on this device; null = none yet. */
export function chosenLanguage(): Language | null {
  const chosen = Language.safeParse(readChoice())
  return chosen.success ? chosen.data : null
}

/** Keeps the choice for the next visit. A browser that keeps nothing asks again next time. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language)
  } catch {
    // Storage is switched off: the choice holds for this visit.
  }
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}
