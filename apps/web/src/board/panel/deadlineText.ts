import { readDeadline } from '@samenreis/model/actions/deadline'
import type { Language } from '@samenreis/model/api/rooms'
import { dayInWords } from '../../actions/deadlineDays.ts'

/** What a deadline is taken to mean. */
export type DeadlineReading =
  | { readonly kind: 'empty' }
  /** Says its day already, in the words of the interface. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'day'; readonly day: string }
  /** No day can be read from it: the action will ask for one. */
  | { readonly kind: 'unread' }

/** Reads a deadline as the list of actions will. `sessionDate` is an ISO date. */
export function deadlineReading(text: string, sessionDate: string, language: Language): DeadlineReading {
  const { deadline } = readDeadline(text, sessionDate)
  if (deadline === null) return { kind: 'empty' }
  if (deadline.date === null) return { kind: 'unread' }
  const day = dayInWords(deadline.date, language)
  return day === deadline.text ? { kind: 'plain' } : { kind: 'day', day }
}
