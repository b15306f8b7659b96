import type { board as dutch } from '../nl/board.ts'
import type { Translation } from '../Translation.ts'

export const board: Translation<typeof dutch> = {}
