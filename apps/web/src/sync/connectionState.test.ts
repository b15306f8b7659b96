import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RoomState } from '@samenreis/model/protocol/messages'
import {
  afterEvent,
  connectionState,
  hasUnsavedEdits,
  noConnectionYet,
  SILENCE_LIMIT_MS,
  SLOW_AFTER_MS,
  type ConnectionEvent,
} from './connectionState.ts'

type Timed = ConnectionEvent
const ok: RoomState = { storage: 'ok', readOnly: false, restartingInMs: null }

function after(...events: readonly Timed[]) {
  return events.reduce(afterEvent, noConnectionYet)
}

const joined: readonly Timed[] = [
  { kind: 'opened', at: 0 },
  { kind: 'welcomed', mayEdit: true, isAhead: false, at: 10 },
  { kind: 'received', at: 15 },
  { kind: 'sent', frame: 'step2', at: 20 },
]
const proven: readonly Timed[] = [...joined, { kind: 'durable', frames: 1, at: 30 }]

/** A page that is newer than the board: it sends nothing. */
const ahead: readonly Timed[] = [
  { kind: 'opened', at: 0 },
  { kind: 'welcomed', mayEdit: false, isAhead: true, at: 10 },
  { kind: 'received', at: 15 },
]

test('[CN16, F17] what a page has that is newer than the board counts as not stored, until it is stored', () => {
  const kept = [...ahead, { kind: 'kept', at: 20 }] as const
  expect(connectionState(after(...ahead), 20)).toEqual({ kind: 'ahead', unsaved: false })
  expect(connectionState(after(...kept), 20)).toEqual({ kind: 'ahead', unsaved: true })
  const updated = [...kept, { kind: 'closed', reason: 'restarting', final: false, at: 30 }, ...joined] as const
  expect(connectionState(after(...updated), 40).kind).toBe('saving')
  expect(connectionState(after(...updated, { kind: 'durable', frames: 1, at: 50 }), 50).kind).toBe('saved')
})

test('[CN1] the truth table: each situation has its own word', () => {
  const table: readonly (readonly [string, readonly Timed[], number])[] = [
    ['connecting', [], 0],
    ['connecting', [{ kind: 'opened', at: 0 }], 1],
    ['connecting', joined, 25],
    ['saved', proven, 30],
    ['saving', [...proven, { kind: 'sent', frame: 'update', at: 100 }], 100 + SLOW_AFTER_MS],
    ['slow', [...proven, { kind: 'sent', frame: 'update', at: 100 }], 101 + SLOW_AFTER_MS],
    ['saved', [...proven, { kind: 'sent', frame: 'update', at: 100 }, { kind: 'durable', frames: 2, at: 200 }], 200],
    ['offline', [...proven, { kind: 'closed', reason: null, final: false, at: 100 }], 100],
    ['offline', [{ kind: 'closed', reason: null, final: false, at: 100 }], 100],
    [
      'offline',
      [
        { kind: 'closed', reason: null, final: false, at: 100 },
        { kind: 'hindered', by: 'blocked', at: 101 },
        { kind: 'opened', at: 102 },
      ],
      103,
    ],
    [
      'offline',
      [
        { kind: 'closed', reason: 'server-too-old', final: false, at: 100 },
        { kind: 'hindered', by: 'server-too-old', at: 100 },
      ],
      100,
    ],
    ['ahead', ahead, 20],
    // Before the next HELLO nobody knows better.
    ['ahead', [...ahead, { kind: 'closed', reason: null, final: false, at: 30 }, { kind: 'opened', at: 40 }], 41],
    ['failing', [...proven, { kind: 'room', state: { ...ok, storage: 'failing' }, at: 100 }], 100],
    ['failing', [...proven, { kind: 'room', state: { ...ok, readOnly: true }, at: 100 }], 100],
    ['reset', [...proven, { kind: 'closed', reason: 'invalid-content', final: true, at: 100 }], 100],
    ['refused', [...proven, { kind: 'closed', reason: 'not-signed-in', final: true, at: 100 }], 100],
    ['reset', [...proven, { kind: 'closed', reason: 'resync', final: true, at: 100 }], 100],
    ['reset', [...proven, { kind: 'closed', reason: 'epoch-changed', final: true, at: 100 }], 100],
    [
      'viewing',
      [
        { kind: 'opened', at: 0 },
        { kind: 'welcomed', mayEdit: false, isAhead: false, at: 1 },
      ],
      2,
    ],
  ]
  for (const [kind, events, at] of table)
    expect(connectionState(after(...events), at).kind, JSON.stringify(events)).toBe(kind)
})

test('[CN2, F90] "saved" ends with a missed heartbeat, and returns when the server is heard and has proven it', () => {
  const facts = after(...proven)
  expect(connectionState(facts, SILENCE_LIMIT_MS).kind).toBe('saved')
  expect(connectionState(facts, SILENCE_LIMIT_MS + 1).kind).toBe('offline')
  expect(connectionState(afterEvent(facts, { kind: 'heard', at: 40_000 }), 40_001).kind).toBe('saved')
})

test('[CN19, F16] much work says how far it is, and is slow only when it comes no further', () => {
  const stretch = { kind: 'sent', frame: 'update', isStretch: true } as const
  const sent: readonly Timed[] = [
    ...proven,
    { kind: 'closed', reason: null, final: false, at: 100 },
    { kind: 'kept', at: 110 },
    { kind: 'opened', at: 200 },
    { kind: 'received', at: 210 },
    ...Array.from({ length: 4 }, () => ({ ...stretch, at: 220 })),
    { kind: 'sent', frame: 'step2', at: 220 },
    // Made while it goes: behind the rest in the line.
    { kind: 'sent', frame: 'update', at: 230 },
  ]
  const late = (frames: number, at: number, from: readonly Timed[]): readonly Timed[] => [
    ...from,
    { kind: 'durable', frames, at },
  ]
  expect(connectionState(after(...sent), 300)).toEqual({ kind: 'catching-up', percent: 0 })
  const [one, three, four] = [late(1, 3000, sent), late(3, 5500, late(1, 3000, sent)), late(4, 8000, sent)]
  expect(connectionState(after(...one), 3000 + SLOW_AFTER_MS)).toEqual({ kind: 'catching-up', percent: 25 })
  expect(connectionState(after(...one), 3001 + SLOW_AFTER_MS)).toEqual({ kind: 'slow' })
  expect(connectionState(after(...three), 5600)).toEqual({ kind: 'catching-up', percent: 75 })
  expect(connectionState(after(...four), 8001)).toEqual({ kind: 'saving' })
  expect(hasUnsavedEdits(after(...four))).toBe(true)
  const done = after(...late(6, 8100, four))
  expect([connectionState(done, 8100), hasUnsavedEdits(done)]).toEqual([{ kind: 'saved' }, false])
})

test('[CN2] what was made without a connection is saved only when the next step 2 is', () => {
  const offline = after(...proven, { kind: 'closed', reason: null, final: false, at: 100 }, { kind: 'kept', at: 200 })
  expect(connectionState(offline, 200)).toEqual({ kind: 'offline', why: 'lost', unsaved: true })
  const back = [
    { kind: 'opened', at: 300 },
    { kind: 'received', at: 300 },
    { kind: 'sent', frame: 'update', at: 301 },
    { kind: 'durable', frames: 1, at: 310 },
    { kind: 'sent', frame: 'step2', at: 320 },
  ] as const
  const halfway = back.reduce<ReturnType<typeof after>>(afterEvent, offline)
  expect(connectionState(halfway, 330).kind).toBe('saving')
  expect(hasUnsavedEdits(halfway)).toBe(true)
  const done = afterEvent(halfway, { kind: 'durable', frames: 2, at: 340 })
  expect(connectionState(done, 340).kind).toBe('saved')
  expect(hasUnsavedEdits(done)).toBe(false)
})

test('[CN2] work that is not in the document yet is not saved, and survives a lost connection', () => {
  const pending = after(...proven, { kind: 'pending', pending: true, at: 40 })
  expect(connectionState(pending, 40)).toEqual({ kind: 'saving' })
  expect(hasUnsavedEdits(pending)).toBe(true)
  const back = [
    { kind: 'closed', reason: null, final: false, at: 50 },
    { kind: 'opened', at: 60 },
    { kind: 'received', at: 65 },
    { kind: 'sent', frame: 'step2', at: 70 },
    { kind: 'durable', frames: 1, at: 80 },
  ] as const
  const again = back.reduce<ReturnType<typeof after>>(afterEvent, pending)
  expect(connectionState(again, 80).kind).toBe('saving')
  expect(connectionState(afterEvent(again, { kind: 'pending', pending: false, at: 90 }), 90).kind).toBe('saved')
})

test('[CN5] a newcomer who did nothing has nothing to lose; who typed has, until it is stored', () => {
  expect(hasUnsavedEdits(after(...joined))).toBe(false)
  const typed = after(...joined, { kind: 'sent', frame: 'update', at: 50 })
  expect(hasUnsavedEdits(typed)).toBe(true)
  expect(hasUnsavedEdits(afterEvent(typed, { kind: 'durable', frames: 2, at: 60 }))).toBe(false)
})

/** What truly happened, kept beside the label by other means: which edits the server stored. */
class Witness {
  /** Edits of this tab, true = the server said that it is stored. */
  readonly edits: boolean[] = []
  private frames: number[][] = []
  private open = false
  private stored = 0
  /** Whether this person did something that is not in the document yet. */
  pending = false

  take(event: Timed): void {
    if (event.kind === 'opened') {
      this.open = true
      this.frames = []
      this.stored = 0
    } else if (event.kind === 'closed') this.open = false
    else if (event.kind === 'kept') this.edits.push(false)
    else if (event.kind === 'pending') this.pending = event.pending
    else if (event.kind === 'sent' && event.frame === 'update') this.frames.push([this.edits.push(false) - 1])
    else if (event.kind === 'sent') this.frames.push(this.edits.map((_, index) => index))
    else if (event.kind === 'durable' && this.open) {
      this.stored = Math.max(this.stored, Math.min(event.frames, this.frames.length))
      for (const frame of this.frames.slice(0, this.stored)) for (const edit of frame) this.edits[edit] = true
    }
  }
}

/** A next event that can happen, as one of several numbers chooses it. */
function nextEvent(open: boolean, choice: number, at: number): Timed {
  if (choice % 11 === 0) return { kind: 'pending', pending: choice % 2 === 0, at }
  if (!open) return choice % 3 === 0 ? { kind: 'opened', at } : { kind: 'kept', at }
  const events: readonly Timed[] = [
    { kind: 'sent', frame: 'update', at },
    { kind: 'sent', frame: 'step2', at },
    { kind: 'sent', frame: 'update', isStretch: true, at },
    { kind: 'durable', frames: choice % 7, at },
    { kind: 'heard', at },
    { kind: 'welcomed', mayEdit: true, isAhead: false, at },
    { kind: 'received', at },
    { kind: 'closed', reason: null, final: false, at },
    { kind: 'room', state: choice % 2 === 0 ? ok : { ...ok, storage: 'slow' }, at },
  ]
  return events[choice % events.length] ?? { kind: 'heard', at }
}

test('[CN2] the label never claims more than was acknowledged, whatever happens in whatever order', () => {
  let saved = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1000), fc.nat(9000)), { maxLength: 60 }), (choices) => {
      const witness = new Witness()
      let facts = noConnectionYet
      let at = 0
      for (const [choice, pause] of choices) {
        at += pause
        const event = nextEvent(facts.link === 'open', choice, at)
        witness.take(event)
        facts = afterEvent(facts, event)
        const everythingStored = witness.edits.every(Boolean) && !witness.pending
        expect(hasUnsavedEdits(facts) || everythingStored).toBe(true)
        if (connectionState(facts, at).kind !== 'saved') continue
        saved += 1
        expect(everythingStored).toBe(true)
        expect(facts.link).toBe('open')
        expect(facts.durable).toBeGreaterThan(0)
      }
    }),
    { numRuns: 6000, seed: 22 },
  )
  expect(saved).toBeGreaterThan(50)
})
