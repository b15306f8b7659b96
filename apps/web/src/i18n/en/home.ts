import type { home as dutch } from '../nl/home.ts'
import type { Translation } from '../Translation.ts'

export const home: Translation<typeof dutch> = {}
