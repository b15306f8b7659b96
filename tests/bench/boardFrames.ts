// How long a frame of the board takes in headless Chromium at 1440x900, whole board in view, as a ratio to the same number of
// the canvas's own plain notes, measured by turns in one run:
//   demos   both demo journeys on one board: pan, and zoom in and out around the middle
//   cards   1,000 cards of the domain, 30 of them moved by ten others 20 times a second; and pan, with nobody moving
// Bars (issue "The journey as the field knows it"): demos p95 <= 1.3 times notes; cards with movers p95 < 33 ms and <= 1.3 times.
//
//   node tests/bench/boardFrames.ts [rounds] [demos | cards]
import { setTimeout as pause } from 'node:timers/promises'
import { newShape } from '@samenreis/model/interchange/newShape'
import { contentOfDemo } from '@samenreis/model/interchange/demoContent'
import { Demo } from '@samenreis/model/interchange/demoSchema'
import { indexKey } from '@samenreis/model/interchange/indexKey'
import yonas from '@samenreis/model/demo/demo-yonas.json' with { type: 'json' }
import { ShapeId } from '@samenreis/model/ids/recordId'
import { changeRecord } from '@samenreis/model/document/write'
import type { BoardShape } from '@samenreis/model/records/recordKinds'
import type { Browser, Page } from 'playwright-core'
import { RunningSamenreis } from '../e2e/RunningSamenreis.ts'
import { Workshop } from '../e2e/Workshop.ts'
import { launchChromium } from '../support/chromium.ts'
import { importRecords, Mover } from './BenchRoom.ts'

const ROUNDS = Math.min(9, Number(process.argv[2] ?? 3))
const ONLY = process.argv[3] ?? ''
const MEASURE_MS = 4000
const SETTLE_MS = 1500
const CARDS = 1000
const COLUMNS = 40
const MOVERS = 10
const MOVED_EACH = 3
const MOVES_PER_SECOND = 20
const WORDS = 'Bellen met de gemeente en weer wachten'

type Gesture = 'pan' | 'zoom' | 'still'

/** Places in rows, with the pitch of a map. */
function place(at: number): [number, number, number, number, number] {
  return [(at % COLUMNS) * 212, Math.floor(at / COLUMNS) * 212, 0, 200, 150]
}

function cards(): BoardShape[] {
  return Array.from({ length: CARDS }, (_, at) => {
    const id = ShapeId.parse(`shape:bench${at}`)
    const common = { geometry: place(at), index: indexKey(at + 1) }
    switch (at % 4) {
      case 0:
        return newShape('touchpoint', id, {
          ...common,
          title: WORDS,
          channel: 'phone',
          seenByOrg: at % 8 === 0,
          basis: 'lived',
          friction: ['waiting', 'new_form'],
        })
      case 1:
        return newShape('pain-point', id, { ...common, title: WORDS, severity: 2, basis: 'lived' })
      case 2:
        return newShape('card', id, { ...common, kind: 'quote', text: WORDS, voice: 'client', basis: 'lived' })
      default:
        return newShape('idea', id, { ...common, title: WORDS, effort: 2, impact: 4 })
    }
  })
}

function notes(count: number): BoardShape[] {
  const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: WORDS }] }] }
  return Array.from({ length: count }, (_, at) => {
    const [x, y] = place(at)
    return newShape('note', ShapeId.parse(`shape:bench${at}`), {
      geometry: [x, y, 0, 0, 0],
      index: indexKey(at + 1),
      richText,
    })
  })
}

/** Lengths of frames in milliseconds while the canvas is moved with the wheel, or left alone. */
async function frames(page: Page, gesture: Gesture): Promise<number[]> {
  return page.evaluate(
    ([kind, lastsMs]) =>
      new Promise<number[]>((resolve) => {
        const canvas = document.querySelector('.tl-canvas')
        const lengths: number[] = []
        let last: number | null = null
        let started: number | null = null
        const step = (now: number): void => {
          started ??= now
          if (last !== null) lengths.push(now - last)
          last = now
          if (now - started > lastsMs) {
            resolve(lengths)
            return
          }
          // There and back, so that the whole board stays in view.
          const sign = Math.floor((now - started) / 500) % 2 === 0 ? 1 : -1
          const wheel = { clientX: 720, clientY: 450, bubbles: true, cancelable: true }
          if (kind === 'pan')
            canvas?.dispatchEvent(new WheelEvent('wheel', { ...wheel, deltaX: sign * 4, deltaY: sign * 2 }))
          if (kind === 'zoom')
            canvas?.dispatchEvent(new WheelEvent('wheel', { ...wheel, deltaY: sign * 3, ctrlKey: true }))
          requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
    [gesture, MEASURE_MS] as const,
  )
}

function p95(lengths: readonly number[]): number {
  const sorted = lengths.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** One look at a board: opened anew, whole in view, measured with each gesture, closed. */
async function look(workshop: Workshop, gestures: readonly Gesture[], moved: boolean): Promise<Map<string, number>> {
  const person = await workshop.enter({ name: 'Gerda', role: 'facilitator', right: 'facilitator' })
  await person.saved()
  await person.page.getByRole('button', { name: /Alles in beeld/ }).click()
  await pause(SETTLE_MS)
  const found = new Map<string, number>()
  for (const gesture of gestures) found.set(gesture, p95(await frames(person.page, gesture)))
  if (moved) found.set('moved', await withMovers(workshop, () => frames(person.page, 'still')))
  await person.leave()
  return found
}

async function withMovers(workshop: Workshop, measure: () => Promise<number[]>): Promise<number> {
  const movers: Mover[] = []
  for (let count = 0; count < MOVERS; count++) movers.push(await Mover.join(workshop))
  const ids = [...(movers[0]?.board.records.keys() ?? [])].filter((id) => id.startsWith('shape:'))
  let turn = 0
  const timer = setInterval(() => {
    turn += 1
    for (const [number, { board }] of movers.entries()) {
      board.transact(() => {
        for (let each = 0; each < MOVED_EACH; each++) {
          const id = ids[(number * MOVED_EACH + each) * 31]
          const geometry: unknown = id === undefined ? undefined : board.records.get(id)?.get('geometry')
          if (id === undefined || !Array.isArray(geometry)) continue
          const dx = Math.floor(turn / 10) % 2 === 0 ? 4 : -4
          changeRecord(board, ShapeId.parse(id), { geometry: [Number(geometry[0]) + dx, ...geometry.slice(1)] })
        }
      }, 'bench')
    }
  }, 1000 / MOVES_PER_SECOND)
  try {
    return p95(await measure())
  } finally {
    clearInterval(timer)
    for (const mover of movers) mover.leave()
  }
}

interface Board {
  readonly name: string
  readonly workshop: Workshop
  readonly gestures: readonly Gesture[]
  readonly moved: boolean
}

async function boards(origin: string, browser: Browser): Promise<readonly (readonly [Board, Board])[]> {
  const demos = await Workshop.make(origin, browser, { start: 'demo-riet' })
  const second = contentOfDemo(Demo.parse(yonas)).records
  await importRecords(demos, second)
  const mover = await Mover.join(demos)
  const count = [...mover.board.records.keys()].filter((id) => id.startsWith('shape:')).length
  mover.leave()
  const demoNotes = await Workshop.make(origin, browser)
  await importRecords(demoNotes, notes(count))
  const full = await Workshop.make(origin, browser)
  await importRecords(full, cards())
  const fullNotes = await Workshop.make(origin, browser)
  await importRecords(fullNotes, notes(CARDS))
  const few = { gestures: ['pan', 'zoom'], moved: false } as const
  const many = { gestures: ['pan'], moved: true } as const
  return [
    [
      { name: `demos (${count} shapes)`, workshop: demos, ...few },
      { name: `${count} notes`, workshop: demoNotes, ...few },
    ],
    [
      { name: `${CARDS} cards`, workshop: full, ...many },
      { name: `${CARDS} notes`, workshop: fullNotes, ...many },
    ],
  ]
}

const server = await RunningSamenreis.start()
const browser = await launchChromium()
try {
  for (const pair of await boards(server.origin, browser)) {
    if (!pair[0].name.includes(ONLY)) continue
    const figures = pair.map(() => new Map<string, number[]>())
    for (let round = 0; round < ROUNDS; round++) {
      for (const [at, { workshop, gestures, moved }] of pair.entries()) {
        for (const [what, value] of await look(workshop, gestures, moved)) {
          figures[at]?.set(what, [...(figures[at].get(what) ?? []), value])
        }
      }
    }
    for (const [what, ours] of figures[0] ?? []) {
      const [cardsMs, notesMs] = [median(ours), median(figures[1]?.get(what) ?? [])]
      console.log(
        JSON.stringify({
          board: pair[0].name,
          against: pair[1].name,
          what,
          p95Ms: Math.round(cardsMs * 10) / 10,
          notesP95Ms: Math.round(notesMs * 10) / 10,
          ratio: Math.round((cardsMs / notesMs) * 100) / 100,
        }),
      )
    }
  }
} finally {
  await browser.close()
  await server.stop()
}
