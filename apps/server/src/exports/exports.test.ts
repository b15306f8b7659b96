import { actionIdOf } from '@samenreis/model/ids/actionId'
import type { Extraction, ImprovementAction } from '@samenreis/model/actions/improvementAction'
import type { CreatedRoom } from '@samenreis/model/api/rooms'
import { judgeRecord } from '@samenreis/model/document/read'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { changeRecord, putRecord, removeRecord } from '@samenreis/model/document/write'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { isBinding } from '@samenreis/model/records/recordClass'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { StorageUnavailableError } from '../storage/StorageUnavailableError.ts'
import { problemOf, TestApi } from '../testing/TestApi.ts'
import { actionsAsCsv } from './csv.ts'
import { fileName } from './fileName.ts'
import { withoutFormula } from './formulaGuard.ts'
import { actionsAsXlsx } from './xlsx.ts'

const header =
  'Nr;Actie;Uitleg;Soort;Wie;Organisatie;Doet mee;Wanneer;Stand;Moeite;Winst;Voorrang (MoSCoW);Stemmen;Stemmen inwoners;' +
  'Fase;Stap;Knelpunt;Persona;Uitspraak;Bewijs;Eerst nodig;Gevolgen per laag;Thema;Nog invullen;Let op;Id'
const sheetHeader =
  'Actie-ID;Actie;Omschrijving;Fase;Contactmoment;Laag;Knelpunt-ID;Knelpunt;Conclusie-ID;Persona;Idee van;' +
  'Effect voor cliënt 1-5;Inspanning 1-5;Prioriteit;Termijn;Stemmen totaal;Stemmen cliënten;Organisatie;Eigenaar;' +
  'E-mail eigenaar;Betrokken;Startdatum;Deadline;Status;Wanneer is het gelukt;Terugkoppeling aan cliënten;' +
  'Terugkoppeling op;Opmerking;Link naar bord;Gewijzigd op'

/** Characters that files stumble over: signs of formulas and markup, controls, half a surrogate pair, other scripts. */
const awkward = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ' ',
  'a',
  'Z',
  '0',
  '"',
  "'",
  ';',
  '|',
  '<',
  '&',
  ']]>',
  '/',
  '.',
  '\\',
  '\0',
  '\u0008',
  '\u001F',
  '\uD800',
  '\uDC00',
  '\uFFFE',
  '\u202E',
  'é',
  'ш',
  '語',
  '😀',
]
const anything = fc.constantFrom(...awkward)
const ideaId = ShapeId.parse('shape:i1')
let demo: Extraction
let firstAction: ImprovementAction

async function opened(start: 'empty' | 'demo-riet' = 'demo-riet') {
  const api = new TestApi()
  const made = await api.createRoom({ title: 'Hulp in huis: de reis van Riet', start })
  const { token } = await api.join(made, 'facilitator')
  return { api, made, token }
}

function download(api: TestApi, made: CreatedRoom, file: string, token: string): Promise<Response> {
  return api.ask('GET', `/api/v1/rooms/${made.room.id}/exports/${file}`, { token })
}

async function actionsOf(api: TestApi, made: CreatedRoom, token: string): Promise<Extraction> {
  return (await (await api.ask('GET', `/api/v1/rooms/${made.room.id}/actions`, { token })).json()) as Extraction
}

beforeAll(async () => {
  const { api, made, token } = await opened()
  demo = await actionsOf(api, made, token)
  const [first] = demo.actions
  if (first === undefined) throw new Error('The demo gives no actions')
  firstAction = first
})

/** Cells of a CSV file, read as RFC 4180 with `;`. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 1)
}

test('[EX1] the demo gives its six actions, agreed or proposed, to everyone in the room but screens', async () => {
  const { api, made, token } = await opened()
  const { actions, boardVersion } = await actionsOf(api, made, token)
  const expected = {
    'act:i1': 'agreed',
    'act:i7': 'agreed',
    'act:k2': 'agreed',
    'act:i3': 'agreed',
    'act:i2': 'agreed',
  }
  const byId = new Map(actions.map((action) => [String(action.id), action]))
  for (const [id, status] of Object.entries(expected)) expect(byId.get(id)).toMatchObject({ status, ready: true })
  expect(byId.get('act:i6')).toMatchObject({ status: 'proposed', deadline: { date: '2026-12-31' } })
  expect(boardVersion).toBe(2)
  const guest = await api.join(made)
  expect((await actionsOf(api, made, guest.token)).actions).toHaveLength(actions.length)
  const screen = await api.join(made, 'screen')
  const path = `/api/v1/rooms/${made.room.id}/actions`
  expect(await problemOf(await api.ask('GET', path, { token: screen.token }))).toMatchObject({ code: 'forbidden' })
})

test('[EX2] the CSV has a mark, semicolons, CRLF and the columns of actions.md D7', () => {
  const csv = actionsAsCsv(demo)
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(csv.endsWith('\r\n')).toBe(true)
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const [columns, ...rows] = cellsOf(csv)
  expect(columns?.join(';')).toBe(header)
  expect(rows).toHaveLength(demo.actions.length)
  const first = Object.fromEntries((columns ?? []).map((name, at) => [name, rows[0]?.[at]]))
  expect(first).toMatchObject({
    Nr: '1',
    Soort: 'snel te doen',
    Wie: 'Teamleider Wmo-loket',
    Organisatie: 'Wmo-loket Lindervelde',
    Wanneer: '2026-05-01',
    Stand: 'afgesproken',
    'Voorrang (MoSCoW)': 'moet',
    Stemmen: '9',
    'Stemmen inwoners': '4',
    Bewijs: 'zelf meegemaakt',
    'Nog invullen': '',
    Id: 'act:i1',
  })
  expect(first['Uitspraak']).toContain(' | ')
  expect(rows.find((row) => row.at(-1) === 'act:i3')?.[columns?.indexOf('Eerst nodig') ?? -1]).toBe('act:k2')
})

test('[EX3, F74] no text of a file starts a formula, whatever somebody typed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ''),
      fc.string({ unit: anything }),
      (start, rest) => {
        const guarded = withoutFormula(start + rest)
        expect(guarded).not.toMatch(/^[=+\-@\t\r\n]/)
        expect(guarded.endsWith(start + rest)).toBe(true)
      },
    ),
  )
})

test('[EX3, F74] a CSV cell comes back as it was typed, guard aside: no text breaks out of its cell', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', ';', '\r', '\n', '=', 'a', ' ', '|', 'é') }), (title) => {
      const [, row] = cellsOf(actionsAsCsv({ actions: [{ ...firstAction, title }] }))
      expect(row).toHaveLength(26)
      expect(row?.[1]).toBe(withoutFormula(title))
    }),
  )
})

test('[EX3, F74] a formula typed as a title is a text in both files', async () => {
  const { api, made, token } = await opened()
  const title = '=HYPERLINK("http://evil.example";"Klik")'
  await api.rooms.write(made.room.id, (board) => changeRecord(board, ideaId, { title }))
  const csv = await (await download(api, made, 'acties.csv', token)).text()
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"";""Klik"")"`)
  const sheet = await sheetsOf(new Uint8Array(await (await download(api, made, 'acties.xlsx', token)).arrayBuffer()))
  expect(sheet.strings.some((text) => text.startsWith("'=HYPERLINK("))).toBe(true)
  expect(sheet.acties).not.toContain('<f>')
})

interface Workbook {
  readonly acties: string
  readonly workbook: string
  readonly styles: string
  readonly strings: readonly string[]
}

async function sheetsOf(bytes: Uint8Array): Promise<Workbook> {
  const files = unzipSync(bytes)
  const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  const unescaped = (xml: string): string =>
    xml
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
  return {
    acties: read('xl/worksheets/sheet1.xml'),
    workbook: read('xl/workbook.xml'),
    styles: read('xl/styles.xml'),
    strings: [...read('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) =>
      unescaped(text),
    ),
  }
}

const context = { title: 'Sessie', date: '2026-03-12', boardUrl: 'http://localhost:8787/r/x', clients: 6 }

test('[EX4] the workbook has sheet Acties with its columns, a filter, a frozen header and widths', async () => {
  const { acties, workbook, strings } = await sheetsOf(await actionsAsXlsx(demo, context))
  expect(workbook).toMatch(/<sheet [^>]*name="Acties"/)
  expect(strings.slice(0, 30).join(';')).toBe(sheetHeader)
  expect(acties).toContain(`<autoFilter ref="A1:AD${demo.actions.length + 1}"/>`)
  expect(acties).toMatch(/<pane ySplit="1"[^>]*state="frozen"/)
  expect([...acties.matchAll(/<col min="\d+" max="\d+" width="\d+" customWidth="1"\/>/g)]).toHaveLength(30)
  // The schema of the format wants its elements in this order.
  const order = ['<sheetViews>', '<cols>', '<sheetData>', '<autoFilter'].map((element) => acties.indexOf(element))
  expect(order).toEqual([...order].sort((a, b) => a - b))
})

test('[EX4] a deadline is a real date cell; one that could not be read stays the words that were written', async () => {
  const asap = {
    ...firstAction,
    id: actionIdOf(ShapeId.parse('shape:x')),
    deadline: { date: null, text: 'na de zomer' },
  }
  const { acties, styles, strings } = await sheetsOf(
    await actionsAsXlsx({ ...demo, actions: [firstAction, asap] }, context),
  )
  const cell = (address: string): RegExpMatchArray | null =>
    new RegExp(`<c r="${address}"([^>]*)><v>([^<]*)</v>`).exec(acties)
  // Days since 1899-12-30: 1 May 2026.
  const [, attributes = '', serial] = cell('W2') ?? []
  expect(serial).toBe('46143')
  const style = Number(/s="(\d+)"/.exec(attributes)?.[1])
  const formats = [...(/<cellXfs.*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf ([^>]*)>/g)]
  const formatId = /numFmtId="(\d+)"/.exec(formats[style]?.[1] ?? '')?.[1]
  expect(styles).toContain(`<numFmt numFmtId="${formatId}" formatCode="dd-mm-yyyy"/>`)
  expect(strings[Number(cell('W3')?.[2])]).toBe('na de zomer')
})

test('[EX4] votes of residents are left out where they are fewer than five people', async () => {
  const few = await sheetsOf(await actionsAsXlsx(demo, { ...context, clients: 4 }))
  const enough = await sheetsOf(await actionsAsXlsx(demo, context))
  expect(enough.acties).toMatch(/<c r="Q2"[^>]*><v>4<\/v>/)
  expect(few.acties).not.toMatch(/<c r="Q2"[^>]*><v>/)
})

test('[EX4] any text makes a workbook that can be read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: anything, maxLength: 50 }), async (title) => {
      const { acties, strings } = await sheetsOf(
        await actionsAsXlsx(
          { ...demo, actions: [{ ...firstAction, title: `A${title}`, description: 'x'.repeat(40_000) }] },
          context,
        ),
      )
      expect(acties).toContain('<autoFilter ref="A1:AD2"/>')
      // XML has no place for these characters at all.
      for (const character of ['\0', '\u0008', '\u001F', '\uFFFE']) expect(strings.join('')).not.toContain(character)
      expect(Math.max(...strings.map((text) => text.length))).toBeLessThanOrEqual(32_767)
    }),
    { numRuns: 10 },
  )
})

test('[EX5] the JSON is klantreis.actions/1 and the extraction', async () => {
  const { api, made, token } = await opened()
  const extraction = await actionsOf(api, made, token)
  const file: unknown = await (await download(api, made, 'acties.json', token)).json()
  expect(file).toEqual({ schema: 'klantreis.actions/1', ...extraction })
})

test('[EX6] downloads are for facilitators, have a safe name, and an unknown file is no file', async () => {
  const { api, made, token } = await opened()
  const csv = await download(api, made, 'acties.csv', token)
  expect(csv.headers.get('Content-Disposition')).toBe(
    'attachment; filename="acties-hulp-in-huis-de-reis-van-riet-2026-03-12.csv"',
  )
  expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  const guest = await api.join(made)
  for (const file of ['acties.csv', 'acties.xlsx', 'acties.json', 'board.json']) {
    expect(await problemOf(await download(api, made, file, guest.token))).toMatchObject({ code: 'forbidden' })
  }
  expect(await problemOf(await download(api, made, 'acties.pdf', token))).toMatchObject({ code: 'not-found' })
})

test('[EX6] no title makes a name with anything but letters, digits and dashes', () => {
  fc.assert(
    fc.property(fc.string({ unit: anything }), (title) => {
      expect(fileName(title, '2026-03-12', 'acties.csv')).toMatch(/^acties-([a-z0-9-]+-)?2026-03-12\.csv$/)
    }),
  )
  expect(fileName('Één reis', '2026-03-12', 'board.json')).toBe('board-een-reis-2026-03-12.json')
})

test('[EX7] an action that was exported and is gone from the board comes back as dropped', async () => {
  const { api, made, token } = await opened()
  await download(api, made, 'acties.csv', token)
  await api.rooms.write(made.room.id, (board) => removeRecord(board, ideaId))
  const { actions, dropped } = await actionsOf(api, made, token)
  expect(actions.map(({ id }) => String(id))).not.toContain('act:i1')
  expect(dropped.map(({ id }) => String(id))).toEqual(['act:i1'])
})

test('[EX7, F25] a store that can write nothing keeps no file back; only the note of what was exported is not made', async () => {
  const { api, made, token } = await opened()
  api.storage.directory.saveExportedActions = () =>
    Promise.reject(new StorageUnavailableError('save', { cause: new Error('The disk is full') }))
  for (const file of ['acties.csv', 'acties.xlsx', 'board.json']) {
    expect((await download(api, made, file, token)).status).toBe(200)
  }
  expect(api.logged.join('')).toContain('"event":"export-not-noted"')
})

test('[EX8] a board that was exported comes back equal in an empty room', async () => {
  const { api, made, token } = await opened()
  const file = await (await download(api, made, 'board.json', token)).text()
  const empty = await api.createRoom()
  const leader = await api.join(empty, 'facilitator')
  const path = `/api/v1/rooms/${empty.room.id}/imports`
  const answer = await api.ask('POST', path, { token: leader.token, body: file })
  expect(answer.status).toBe(201)
  const before = await api.rooms.read(made.room.id)
  expect(new Map((await api.rooms.read(empty.room.id)).records)).toEqual(new Map(before.records))
  const [one, other] = [await actionsOf(api, made, token), await actionsOf(api, empty, leader.token)]
  const numbers = ({ actions }: Extraction): unknown[] => actions.map(({ id, priority }) => [id, priority])
  expect(numbers(other)).toEqual(numbers(one))
  expect(JSON.stringify(await api.storage.directory.participantsOf(empty.room.id))).not.toContain('Lindervelde')
})

test('[EX9] an import beside what is there changes nothing of it and lies on top of nothing', async () => {
  const { api, made, token } = await opened()
  const file = await (await download(api, made, 'board.json', token)).text()
  const before = new Map((await api.rooms.read(made.room.id)).records)
  const path = `/api/v1/rooms/${made.room.id}/imports`
  expect((await api.ask('POST', path, { token, body: file })).status).toBe(201)
  const after = (await api.rooms.read(made.room.id)).records
  for (const [id, record] of before) expect(after.get(id)).toEqual(record)
  expect(after.size).toBe(2 * before.size - 1)
  const lefts = [...after.values()].flatMap((record) =>
    record.type === 'journey' && 'geometry' in record ? [record.geometry[0]] : [],
  )
  expect(new Set(lefts).size).toBe(2)
})

test('[EX9] an arrow comes along with what it holds on to', async () => {
  const { api, made, token } = await opened()
  const arrow = { type: 'arrow', parentId: FIRST_PAGE_ID, index: 'a9', geometry: [0, 0, 0, 0, 0] }
  const hold = { type: 'arrow', fromId: 'shape:arrow', toId: ideaId, terminal: 'end' }
  const drawn = Object.entries({ 'shape:arrow': arrow, 'binding:hold': hold }).map(([id, fields]) => {
    const judged = judgeRecord(id, fields)
    if (!judged.ok) throw new Error(`${id} cannot be read`)
    return judged.record
  })
  await api.rooms.write(made.room.id, (board) => {
    for (const record of drawn) putRecord(board, record)
  })
  const file = await (await download(api, made, 'board.json', token)).text()
  const path = `/api/v1/rooms/${made.room.id}/imports`
  expect((await api.ask('POST', path, { token, body: file })).status).toBe(201)
  const { records } = await api.rooms.read(made.room.id)
  const holds = [...records.values()].filter(isBinding).filter(({ type }) => type === 'arrow')
  expect(holds).toHaveLength(2)
  for (const { fromId, toId } of holds) {
    expect(records.get(fromId)?.type).toBe('arrow')
    expect(records.get(toId)?.type).toBe('idea')
  }
})

test('[EX10] a file that is no board is refused with what was wrong, and nothing of it is kept', async () => {
  const { api, made, token } = await opened('empty')
  const path = `/api/v1/rooms/${made.room.id}/imports`
  const version = (await api.rooms.read(made.room.id)).version
  const bodies = ['no json', '{}', '[]', JSON.stringify({ schema: 'klantreis.board/9', records: [] })]
  for (const body of bodies) {
    expect(await problemOf(await api.ask('POST', path, { token, body }))).toMatchObject({
      status: 422,
      code: 'wrong-format',
    })
  }
  const wrong = { schema: 'klantreis.board/1', records: 'none', setAside: [] }
  const { fields } = await problemOf(await api.ask('POST', path, { token, body: wrong }))
  expect(fields).toContain('records')
  const guest = await api.join(made)
  expect(await problemOf(await api.ask('POST', path, { token: guest.token, body: {} }))).toMatchObject({
    code: 'forbidden',
  })
  expect((await api.rooms.read(made.room.id)).version).toBe(version)
})
