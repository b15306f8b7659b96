// What the derived views cost on a board of 1,000 records: each view computed anew, and what one edit costs with all of them
// kept. Bar (issue "The journey as the field knows it"): any view under 10 ms, and not computed again when nothing that it
// reads has changed.
//
// `workshop` is a crowded session: two journeys of 150 steps, a curve from six people, cards that belong to something.
// `random` is the board of the fuzz tests: every kind, every field, and links to what is gone.
//
//   node tests/bench/derivedViews.ts [rounds]
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { judgeRecord } from '@samenreis/model/document/read'
import { ShapeId, type RecordId } from '@samenreis/model/ids/recordId'
import { DerivedViews } from '@samenreis/model/journey/views/DerivedViews'
import { LiveBoard } from '@samenreis/model/journey/LiveBoard'
import { Basis, CardKind, Channel, Friction, Layer, PhaseKey, Verdict } from '@samenreis/model/records/enumerations'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import { everyQuestion } from '@samenreis/model/testing/everyView'
import { randomBoard } from '@samenreis/model/testing/randomBoard'
import { RandomSource } from '@samenreis/model/testing/RandomSource'

const RECORDS = 1000
const ROUNDS = Number(process.argv[2] ?? 200)
const BAR_MS = 10

const random = new RandomSource(2026)
const words =
  'bellen met de gemeente brief krijgen wachten op antwoord gesprek aan tafel formulier invullen besluit hulp thuis'.split(
    ' ',
  )
const sentence = (): string => Array.from({ length: 5 }, () => random.pick(words)).join(' ')

function record(id: string, fields: Readonly<Record<string, unknown>>): BoardRecord {
  const read = judgeRecord(id, id.startsWith('shape:') ? { index: 'a1', ...fields } : fields)
  if (!read.ok) throw new Error(`${id}: ${read.quarantined.fields.join()}`)
  return read.record
}

function workshop(): BoardRecord[] {
  const records = [record(FIRST_PAGE_ID, { type: 'page', name: '', index: 'a1' })]
  const add = (id: string, fields: Readonly<Record<string, unknown>>): string => {
    records.push(record(id, { parentId: FIRST_PAGE_ID, geometry: [0, 0, 0, 200, 120], ...fields }))
    return id
  }
  const actors = Array.from({ length: 20 }, (_, at) => add(`shape:actor${at}`, { type: 'actor', name: sentence() }))
  const personas = ['shape:riet', 'shape:yonas'].map((id) =>
    add(id, {
      type: 'persona',
      name: id,
      channelPreferences: PhaseKey.options.map((phase) => ({
        channel: 'phone',
        phase,
        rank: 1,
        motive: '',
        expectation: '',
      })),
    }),
  )
  const steps = ['paper', 'lived'].map((name, row) => {
    const journey = `shape:${name}`
    const width = 30 * 212
    add(journey, {
      type: 'journey',
      kind: row === 0 ? 'shadow' : 'joint',
      personaIds: [personas[row]],
      geometry: [0, row * 2000, 0, 5 * width, 1500],
    })
    return PhaseKey.options.slice(0, 5).flatMap((key, column) => {
      add(`${journey}-${key}`, {
        type: 'phase',
        parentId: journey,
        key,
        order: column,
        geometry: [column * width, 0, 0, width, 48],
      })
      return Array.from({ length: 30 }, (_, at) =>
        add(`${journey}-${column}-${at}`, {
          type: 'touchpoint',
          parentId: journey,
          geometry: [column * width + at * 212, 60, 0, 200, 150],
          title: sentence(),
          channel: random.pick(Channel.options),
          actorIds: random.some(actors, 3),
          waitDays: random.chance(0.5) ? random.between(0, 30) : null,
          friction: random.some(Friction.options, 3),
          seenByOrg: random.chance(0.7),
          basis: random.pick(Basis.options),
          sameAs: row === 1 && random.chance(0.4) ? `shape:paper-${column}-${random.below(30)}` : null,
        }),
      )
    })
  })
  for (const [row, of] of steps.entries()) {
    for (const voice of ['client', 'client', 'informal_carer', 'professional', 'partner', 'policy']) {
      const points = Object.fromEntries(of.map((id) => [id, random.between(-2, 2)]))
      const journeyId = row === 0 ? 'shape:paper' : 'shape:lived'
      add(`shape:curve${records.length}`, { type: 'curve', voice, journeyId, parentId: journeyId, points })
    }
  }
  const pains: string[] = []
  while (records.length < RECORDS) {
    const lane = { parentId: 'shape:lived', geometry: [random.below(30_000), random.between(250, 1400), 0, 200, 120] }
    const kind = random.pick(['pain-point', 'card', 'card', 'idea'])
    const about = random.pick(kind === 'pain-point' || pains.length === 0 ? steps.flat() : pains)
    const id = add(`shape:card${records.length}`, {
      ...lane,
      type: kind,
      ...(kind === 'card'
        ? {
            kind: random.pick(CardKind.options),
            text: sentence(),
            layer: random.pick(Layer.options),
            verdict: random.pick(Verdict.options),
          }
        : { title: sentence() }),
      ...(kind === 'pain-point' ? { actorIds: random.some(actors, 2) } : {}),
    })
    if (kind === 'pain-point') pains.push(id)
    const toId = random.chance(0.2) ? random.pick(personas) : about
    records.push(record(`binding:${records.length}`, { type: 'belongs_to', fromId: id, toId }))
  }
  return records
}

function timed(run: (round: number) => void): { median: number; p95: number } {
  for (let round = 0; round < 20; round += 1) run(round)
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const start = performance.now()
    run(round)
    return performance.now() - start
  }).sort((a, b) => a - b)
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}

const ms = (value: number): string => `${value.toFixed(3)} ms`
let dearest = { name: '', p95: 0 }

function report(name: string, { median, p95 }: { median: number; p95: number }): void {
  console.log(`  ${name.padEnd(46)} median ${ms(median).padStart(10)}   p95 ${ms(p95).padStart(10)}`)
}

function measure(name: string, records: readonly BoardRecord[]): void {
  const steps = records.filter(({ type }) => type === 'touchpoint').length
  console.log(`\n${name}: ${records.length} records, ${steps} steps`)
  const [first, second] = records.filter(({ type }) => type === 'journey').map(({ id }) => ShapeId.parse(id))
  if (first === undefined || second === undefined) throw new Error('two journeys are needed')
  const board = new LiveBoard(records)
  const { outline } = board
  console.log(`  ${outline.journeys.map(({ stepIds }) => stepIds.length).join(' + ')} steps in journeys\n`)
  const questions = everyQuestion([first, second])
  for (const { view, args } of questions) {
    const question = `${view.name}(${args.map((id) => id.slice(6, 11)).join(', ')})`
    const cost = timed(() => void view.compute(board, ...args))
    if (cost.p95 > dearest.p95) dearest = { name: question, p95: cost.p95 }
    report(question, cost)
  }

  console.log('\n  one edit, with all of these views kept and read')
  const views = new DerivedViews(records)
  const readAll = (): void => {
    for (const { view, args } of questions) views.read(view, ...args)
  }
  const edit = (what: string, id: RecordId, fields: (round: number) => object): void => {
    const start = records.find((each) => each.id === id)
    if (start === undefined) throw new Error(`${id} is not there`)
    readAll()
    report(
      what,
      timed((round) => {
        views.apply([[id, { ...start, ...fields(round) } as BoardRecord]])
        readAll()
      }),
    )
    views.apply([[id, start]])
  }
  const step = outline.journeys.flatMap(({ stepIds }) => stepIds)[0]
  const card = outline.cards.find(({ id, phaseId }) => phaseId !== null && board.shapes.card.get(id) !== null)
  if (step === undefined || card === undefined) throw new Error('steps and cards are needed')
  const [x, y, turn, w, h] = board.shapes.card.get(card.id)?.geometry ?? [0, 0, 0, 0, 0]
  const [jx, jy, ...size] = board.shapes.journey.get(first)?.geometry ?? [0, 0, 0, 0, 0]
  edit('unrelated: a description that is typed', step, (round) => ({ description: `typed ${round}` }))
  edit('unrelated: a card dragged inside its cell', card.id, (round) => ({
    geometry: [x, y + (round % 3), turn, w, h],
  }))
  edit('a journey dragged with all that is in it', first, (round) => ({ geometry: [jx + (round % 5), jy, ...size] }))
  edit('related: days of waiting at one step', step, (round) => ({ waitDays: round }))
  edit('related: the title of one step', step, (round) => ({ title: `Bellen ${round}` }))
  console.log('')
  report(
    'the board read in, once',
    timed(() => void new LiveBoard(records).outline),
  )
}

measure('workshop', workshop())
measure('random', randomBoard(new RandomSource(7), 720))
console.log(`\nthe dearest view: ${dearest.name}, p95 ${ms(dearest.p95)}; the bar for each is ${BAR_MS} ms`)
