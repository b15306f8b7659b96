import type { actions as dutch } from '../nl/actions.ts'
import type { Translation } from '../Translation.ts'

export const actions: Translation<typeof dutch> = {}
