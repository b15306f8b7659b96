import type { share as dutch } from '../nl/share.ts'
import type { Translation } from '../Translation.ts'

export const share: Translation<typeof dutch> = {}
