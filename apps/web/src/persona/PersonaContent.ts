import type { Persona } from '@samenreis/model/records/persona'

/** What a persona's card and poster tell of her, whichever way it was read. */
export type PersonaContent = Pick<
  Persona,
  | 'age'
  | 'perspective'
  | 'situation'
  | 'drivers'
  | 'insecurities'
  | 'dreams'
  | 'communicationWishes'
  | 'channelPreferences'
  | 'digitalSkill'
  | 'readingLevel'
  | 'basis'
  | 'coCreatedWith'
  | 'status'
>
