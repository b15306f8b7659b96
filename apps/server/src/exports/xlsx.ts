import type { Extraction, ImprovementAction } from '@samenreis/model/actions/improvementAction'
import writeExcelFile, { type CellObject, type Row, type SheetData } from 'write-excel-file/node'
import { layerWords, priorityWords, statusWords, warningWords } from './dutchWords.ts'
import { withoutFormula } from './formulaGuard.ts'

/** What a workbook says beside the actions. */
export interface WorkbookContext {
  readonly title: string
  /** Day of the session, ISO date. */
  readonly date: string
  /** Address of the board; opens for whoever has a session. */
  readonly boardUrl: string
  /** How many people of the session vote as residents: below 5 their votes are not shown apart. */
  readonly clients: number
}

/** Fewest residents whose votes may be shown as a group (exports-and-accessibility.md, sheet Acties). */
const SMALLEST_GROUP = 5
/** Excel refuses a file with a longer text in a cell (32,767). */
const CELL_TEXT_LIMIT = 32_000
const DATE_FORMAT = 'dd-mm-yyyy'

type Cell = CellObject | null
interface Column {
  readonly header: string
  /** In characters. */
  readonly width: number
  readonly cell: (action: ImprovementAction, context: WorkbookContext) => Cell
}

/** Not known by this version: no field of the board holds it yet. */
const unknown = (): Cell => null

/** Sheet `Acties`: headers and order of exports-and-accessibility.md, exactly. */
const columns: readonly Column[] = [
  { header: 'Actie-ID', width: 14, cell: ({ id }) => text(id) },
  { header: 'Actie', width: 44, cell: ({ title }) => text(title) },
  { header: 'Omschrijving', width: 50, cell: ({ description }) => text(description) },
  { header: 'Fase', width: 22, cell: ({ phases }) => labels(phases) },
  { header: 'Contactmoment', width: 30, cell: ({ touchpoints }) => labels(touchpoints) },
  { header: 'Laag', width: 18, cell: ({ consequences }) => layers(consequences) },
  { header: 'Knelpunt-ID', width: 14, cell: ({ painPoints }) => list(painPoints.map(({ id }) => id)) },
  { header: 'Knelpunt', width: 36, cell: ({ painPoints }) => labels(painPoints) },
  { header: 'Conclusie-ID', width: 13, cell: unknown },
  { header: 'Persona', width: 18, cell: ({ personas }) => labels(personas) },
  { header: 'Idee van', width: 14, cell: unknown },
  { header: 'Effect voor cliënt 1-5', width: 12, cell: ({ impact }) => number(impact) },
  { header: 'Inspanning 1-5', width: 12, cell: ({ effort }) => number(effort) },
  { header: 'Prioriteit', width: 12, cell: ({ moscow }) => text(moscow === null ? null : priorityWords[moscow]) },
  { header: 'Termijn', width: 18, cell: unknown },
  { header: 'Stemmen totaal', width: 11, cell: ({ priority }) => number(priority.votes) },
  {
    header: 'Stemmen cliënten',
    width: 11,
    cell: ({ priority }, { clients }) => (clients < SMALLEST_GROUP ? null : number(priority.byGroup.client)),
  },
  { header: 'Organisatie', width: 28, cell: ({ organisation }) => text(organisation?.label ?? null) },
  { header: 'Eigenaar', width: 24, cell: ({ owner }) => text(owner?.name ?? null) },
  { header: 'E-mail eigenaar', width: 24, cell: unknown },
  { header: 'Betrokken', width: 28, cell: ({ contributors }) => labels(contributors) },
  { header: 'Startdatum', width: 13, cell: unknown },
  { header: 'Deadline', width: 13, cell: ({ deadline }) => date(deadline) },
  { header: 'Status', width: 13, cell: ({ status }) => text(statusWords[status]) },
  { header: 'Wanneer is het gelukt', width: 30, cell: unknown },
  { header: 'Terugkoppeling aan cliënten', width: 16, cell: unknown },
  { header: 'Terugkoppeling op', width: 14, cell: unknown },
  { header: 'Opmerking', width: 40, cell: ({ warnings }) => list(warnings.map(({ code }) => warningWords[code])) },
  { header: 'Link naar bord', width: 34, cell: (_, { boardUrl }) => text(boardUrl) },
  { header: 'Gewijzigd op', width: 14, cell: unknown },
]

/** The workbook: sheet `Acties` with frozen header and filter, and sheet `Sessie` that says where it comes from. */
export async function actionsAsXlsx(
  extraction: Extraction,
  context: WorkbookContext,
): Promise<Uint8Array<ArrayBuffer>> {
  const { actions } = extraction
  const rows = actions.map((action): Row => columns.map(({ cell }) => cell(action, context)))
  const acties: SheetData = [columns.map(({ header }) => head(header)), ...rows]
  const range = `A1:${columnName(columns.length)}${acties.length}`
  const buffer = await writeExcelFile(
    [
      {
        data: acties,
        sheet: 'Acties',
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
      },
      { data: sessie(extraction, context), sheet: 'Sessie', columns: [{ width: 32 }, { width: 60 }] },
    ],
    {
      features: [
        {
          files: {
            transform: {
              'xl/worksheets/sheet{id}.xml': {
                transform: (xml, _, { sheetIndex }) => (sheetIndex === 0 ? withFilter(xml, range) : xml),
              },
            },
          },
        },
      ],
    },
  ).toBuffer()
  return new Uint8Array(buffer)
}

function sessie({ actions, rejected, boardVersion, extractedAt }: Extraction, context: WorkbookContext): SheetData {
  return [
    [head('Gegeven'), head('Waarde')],
    [text('Naam van de sessie'), text(context.title)],
    [text('Datum van de sessie'), date({ date: context.date, text: context.date })],
    [text('Versie van het bord'), text(String(boardVersion))],
    [text('Bestand gemaakt op'), date({ date: extractedAt.slice(0, 10), text: extractedAt })],
    [text('Ideeën op het bord'), number(actions.length + rejected.length)],
    [text('Acties in dit bestand'), number(actions.length)],
    [text('Link naar bord'), text(context.boardUrl)],
  ]
}

/** Arrows in the header that filter and sort. The library has none, so the element is put where its schema wants it. */
function withFilter(sheet: string, range: string): string {
  return sheet.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`)
}

/** 1 -> A, 27 -> AA. */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + ((at - 1) % 26))
  return at <= 26 ? letter : columnName(Math.floor((at - 1) / 26)) + letter
}

function head(header: string): CellObject {
  return {
    value: header,
    type: String,
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'top',
    backgroundColor: '#E8EEF4',
  }
}

function text(value: string | null): Cell {
  if (value === null || value === '') return null
  return { value: withoutFormula(value).slice(0, CELL_TEXT_LIMIT), type: String, wrap: true, alignVertical: 'top' }
}

function number(value: number | null): Cell {
  return value === null ? null : { value, type: Number, alignVertical: 'top' }
}

/** A real date where it could be read as one, else the words that somebody wrote. */
function date(deadline: { readonly date: string | null; readonly text: string } | null): Cell {
  if (deadline === null) return null
  if (deadline.date === null) return text(deadline.text)
  const value = new Date(`${deadline.date}T00:00:00Z`)
  return { value, type: Date, format: DATE_FORMAT, alignVertical: 'top' }
}

function list(parts: readonly string[]): Cell {
  return text([...new Set(parts)].join(' | '))
}

function labels(refs: readonly { readonly label: string }[]): Cell {
  return list(refs.map(({ label }) => label))
}

function layers(consequences: ImprovementAction['consequences']): Cell {
  return list(consequences.flatMap(({ layer }) => (layer === null ? [] : [layerWords[layer]])))
}
