/** What every control of the panel gets. Its label stands above it, drawn by the row. */
export interface ControlProps {
  /** Id of the label, for `aria-labelledby`. */
  readonly labelId: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  /** Shown, and not to be changed. */
  readonly readOnly: boolean
}
