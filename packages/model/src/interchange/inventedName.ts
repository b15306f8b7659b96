import type { Language } from '../api/rooms.ts'
import type { Role } from '../records/enumerations.ts'

/** What people of a role are called when their names must not travel (domain/language.md 7-12). */
const words: Readonly<Record<Role, Readonly<Record<Language, string>>>> = {
  facilitator: { nl: 'Begeleider', en: 'Facilitator' },
  co_facilitator: { nl: 'Tweede begeleider', en: 'Co-facilitator' },
  client: { nl: 'Inwoner', en: 'Resident' },
  informal_carer: { nl: 'Mantelzorger', en: 'Informal carer' },
  expert_by_experience: { nl: 'Ervaringsdeskundige', en: 'Expert by experience' },
  council_member: { nl: 'Lid adviesraad', en: 'Council member' },
  professional: { nl: 'Medewerker', en: 'Professional' },
  partner: { nl: 'Ketenpartner', en: 'Partner' },
  employer: { nl: 'Werkgever', en: 'Employer' },
  policy: { nl: 'Beleid', en: 'Policy' },
  observer: { nl: 'Kijkt mee', en: 'Observer' },
  screen: { nl: 'Groot scherm', en: 'Screen' },
}

/** A name that says the role and nothing about the person: "Inwoner 2". */
export function inventedName(role: Role, number: number, language: Language): string {
  return `${words[role][language]} ${number}`
}
