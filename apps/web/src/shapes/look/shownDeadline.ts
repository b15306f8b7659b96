/** A date as the demo boards and date fields write it. */
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** A deadline as people read it: "2026-05-01" is "1 mei 2026"; what was typed in words stays as it was typed. */
export function shownDeadline(deadline: string, language: string): string {
  const match = ISO_DATE.exec(deadline.trim())
  if (match === null) return deadline
  const [year, month, day] = match.slice(1).map(Number)
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day))
  if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return deadline
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    date,
  )
}
