/** What a spreadsheet takes for the start of a formula (actions.md D7, reliability.md F74). */
const formulaStart = /^[=+\-@\t\r\n]/

/** A text that no spreadsheet runs: an apostrophe goes before what would start a formula. Quoting alone does not help. */
export function withoutFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}
