import type { join as dutch } from '../nl/join.ts'
import type { Translation } from '../Translation.ts'

export const join: Translation<typeof dutch> = {}
