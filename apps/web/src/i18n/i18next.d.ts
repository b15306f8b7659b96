import type { dutch } from './dutch.ts'

/** Makes an unknown key a type error. Dutch comes first, so its tables say which keys there are. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof dutch
    returnNull: false
  }
}
