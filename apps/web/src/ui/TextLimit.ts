import { createContext } from 'react'
import type { SharedTextOptions } from '../sync/SharedText.ts'

/** Is told when something did not fit in a text field and the field itself has no answer to it. null = nobody is. */
export const TextLimitContext = createContext<NonNullable<SharedTextOptions['onLimit']> | null>(null)
