import type { Extraction, ImprovementAction } from '@samenreis/model/actions/improvementAction'
import {
  basisWords,
  layerWords,
  missingWords,
  moscowWords,
  statusWords,
  typeWords,
  warningWords,
} from './dutchWords.ts'
import { withoutFormula } from './formulaGuard.ts'

/** Excel on Windows reads a file as UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'
const LINE_END = '\r\n'
/** What Excel expects where the decimal sign is a comma. */
const SEPARATOR = ';'

type Cell = string | number | null

/** The columns of actions.md D7, in its order and words. */
const columns: readonly (readonly [header: string, cell: (action: ImprovementAction, number: number) => Cell])[] = [
  ['Nr', (_, number) => number],
  ['Actie', (action) => action.title],
  ['Uitleg', (action) => action.description],
  ['Soort', (action) => typeWords[action.type]],
  ['Wie', (action) => action.owner?.name ?? null],
  ['Organisatie', (action) => action.organisation?.label ?? null],
  ['Doet mee', (action) => joined(action.contributors.map(labelOf))],
  ['Wanneer', (action) => action.deadline?.date ?? action.deadline?.text ?? null],
  ['Stand', (action) => statusWords[action.status]],
  ['Moeite', (action) => action.effort],
  ['Winst', (action) => action.impact],
  ['Voorrang (MoSCoW)', (action) => (action.moscow === null ? null : moscowWords[action.moscow])],
  ['Stemmen', (action) => action.priority.votes],
  ['Stemmen inwoners', (action) => action.priority.byGroup.client],
  ['Fase', (action) => joined(action.phases.map(labelOf))],
  ['Stap', (action) => joined(action.touchpoints.map(labelOf))],
  ['Knelpunt', (action) => joined(action.painPoints.map(labelOf))],
  ['Persona', (action) => joined(action.personas.map(labelOf))],
  ['Uitspraak', (action) => joined(action.quotes.map(labelOf))],
  ['Bewijs', (action) => (action.evidence === null ? null : basisWords[action.evidence])],
  ['Eerst nodig', (action) => joined(action.dependsOn)],
  ['Gevolgen per laag', (action) => joined(action.consequences.map(consequenceLine))],
  ['Thema', (action) => action.theme],
  ['Nog invullen', (action) => joined(action.missing.map((field) => missingWords[field]))],
  ['Let op', (action) => joined(action.warnings.map(({ code }) => warningWords[code]))],
  ['Id', (action) => action.id],
]

/** Actions as CSV for Excel in Dutch setting: one row each, in the order of the extraction (actions.md D7). */
export function actionsAsCsv({ actions }: Pick<Extraction, 'actions'>): string {
  const rows = [
    columns.map(([header]) => header),
    ...actions.map((action, at) => columns.map(([, cell]) => cell(action, at + 1))),
  ]
  return BYTE_ORDER_MARK + rows.map((row) => row.map(written).join(SEPARATOR) + LINE_END).join('')
}

/** Texts are always in quotes (reliability.md F74); a number stays one. */
function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return `"${withoutFormula(cell).replaceAll('"', '""')}"`
}

function joined(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join(' | ')
}

function labelOf({ label }: { readonly label: string }): string {
  return label
}

function consequenceLine({ layer, text }: ImprovementAction['consequences'][number]): string {
  return layer === null ? text : `${layerWords[layer]}: ${text}`
}
