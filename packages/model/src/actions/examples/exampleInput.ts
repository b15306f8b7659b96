import { z } from 'zod'
import { judgeRecord } from '../../document/read.ts'
import { FIRST_PAGE_ID } from '../../document/seed.ts'
import { ActionId } from '../../ids/actionId.ts'
import { ParticipantId } from '../../ids/participantId.ts'
import { parseRecordId, ShapeId, type RecordId } from '../../ids/recordId.ts'
import { Role } from '../../records/enumerations.ts'
import type { BoardRecord } from '../../records/recordKinds.ts'
import type { Vote, VoteRound } from '../../api/votes.ts'
import type { Attendee, ExtractionInput, ImprovementAction } from '../improvementAction.ts'
import base from './base.json' with { type: 'json' }

/**
 * Boards in the notation of the worked examples (actions.md D6), for tests. `x, y` are relative to `parentId`, `w, h` are sizes,
 * ids are without `shape:`, `start` and `end` of an arrow stand for its two bindings (left out = that end is free), `belongs_to`
 * lists card and target. A board is the base board, plus `add`, minus `deleted`.
 */
export interface ExampleBoard {
  readonly add?: readonly ExampleShape[]
  /** Shapes of the base board or of `add` that somebody deleted; links to them stay behind. */
  readonly deleted?: readonly string[]
  readonly belongs_to?: readonly (readonly string[])[]
  readonly votes?: readonly ExampleVote[]
  /** Round id -> fields; added to the round of the base board, or in its place. */
  readonly rounds?: Readonly<Record<string, Partial<VoteRound>>>
  /** Participants beside those of the base board, or in their place. */
  readonly attendees?: readonly (Partial<Attendee> & { readonly id: ParticipantId })[]
  readonly exported?: readonly ImprovementAction[]
  /** Pages beside the first one. */
  readonly pages?: readonly string[]
}

export type ExampleShape = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string }
export interface ExampleVote {
  readonly round: string
  readonly by: string
  readonly target: string
  readonly count: number
}

const BASE_ROUND = { status: 'closed', votesEach: 3, maxPerTarget: 2, target: 'idea' } as const

/** `i1` -> `shape:i1`. */
export function shapeId(id: string): ShapeId {
  return ShapeId.parse(`shape:${id}`)
}

/** `pa1`, as the examples write it -> `pa_1`, as the product does. */
export function participantId(id: string): ParticipantId {
  return ParticipantId.parse(id.replace(/^pa(\d+)$/u, 'pa_$1'))
}

/** What the extraction reads of a board in this notation. Throws when a record does not hold to its schema. */
export function exampleInput(board: ExampleBoard = {}): ExtractionInput {
  const deleted = new Set(board.deleted)
  const records = new Map<RecordId, BoardRecord>()
  const put = (id: string, fields: Readonly<Record<string, unknown>>): void => {
    const read = judgeRecord(id, fields)
    if (!read.ok) throw new Error(`The example's ${id} does not hold: ${read.quarantined.fields.join(', ')}`)
    records.set(read.record.id, read.record)
  }
  put(FIRST_PAGE_ID, { type: 'page', name: '', index: 'a1' })
  for (const page of board.pages ?? []) put(page, { type: 'page', name: '', index: 'a2' })
  const shapes: readonly ExampleShape[] = [...base.shapes, ...(board.add ?? [])]
  for (const shape of shapes) if (!deleted.has(shape.id)) put(`shape:${shape.id}`, shapeFields(shape))
  for (const arrow of shapes.filter(({ type, id }) => type === 'arrow' && !deleted.has(id))) {
    for (const terminal of ['start', 'end'] as const) {
      const target = arrow[terminal]
      const [fromId, toId] = [`shape:${arrow.id}`, `shape:${String(target)}`]
      if (typeof target === 'string') put(`binding:${arrow.id}-${terminal}`, { type: 'arrow', fromId, toId, terminal })
    }
  }
  for (const [card = '', target = ''] of [...base.belongs_to, ...(board.belongs_to ?? [])]) {
    if (deleted.has(card)) continue
    const ends = { fromId: `shape:${card}`, toId: `shape:${target}` }
    put(`binding:${card}-${target}`, { type: 'belongs_to', ...ends })
  }
  return {
    roomId: 'example',
    boardVersion: 1,
    extractedAt: '2026-03-12T16:00:00Z',
    sessionDate: base.session.date,
    records,
    attendees: attendeesOf(board),
    rounds: roundsOf(board),
    votes: (board.votes ?? []).map(({ round, by, target, count }): Vote => ({
      roundId: round,
      participantId: participantId(by),
      targetId: shapeId(target),
      count,
    })),
    exported: board.exported ?? [],
  }
}

const Defaulted = z.looseObject({ x: z.number(), y: z.number(), w: z.number(), h: z.number(), rotation: z.number() })

function shapeFields(shape: ExampleShape): Record<string, unknown> {
  const { x = 0, y = 0, w = 0, h = 0, rotation = 0, parentId = 'page', start: _s, end: _e, lanes, ...own } = shape
  const box = Defaulted.parse({ x, y, w, h, rotation })
  const fields: Record<string, unknown> = {
    ...own,
    parentId: parentIdOf(String(parentId)),
    index: 'a1',
    geometry: [box.x, box.y, box.rotation, box.w, box.h],
  }
  for (const [name, value] of Object.entries(fields)) {
    if (name.endsWith('Id') && name !== 'parentId' && typeof value === 'string') fields[name] = idOf(value)
    if (name.endsWith('Ids') && Array.isArray(value)) fields[name] = value.map((id) => `shape:${String(id)}`)
  }
  if (typeof shape['mergedInto'] === 'string') fields['mergedInto'] = `shape:${shape['mergedInto']}`
  if (Array.isArray(lanes)) fields['lanes'] = lanes.map(([key, height]) => ({ key, h: height }))
  if (['note', 'text', 'geo'].includes(shape.type)) {
    fields['richText'] = richText(String(shape['text'] ?? ''))
    delete fields['text']
  }
  if (shape.type === 'frame' && shape['title'] !== undefined) {
    fields['name'] = shape['title']
    delete fields['title']
  }
  return fields
}

function idOf(id: string): string {
  return id.startsWith('pa') ? participantId(id) : `shape:${id}`
}

function parentIdOf(id: string): string {
  if (id === 'page') return FIRST_PAGE_ID
  return parseRecordId(id) === null ? `shape:${id}` : id
}

function richText(words: string): unknown {
  const paragraphs = words.split('\n').map((text) => ({
    type: 'paragraph',
    ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  }))
  return { type: 'doc', content: paragraphs }
}

function roundsOf(board: ExampleBoard): VoteRound[] {
  const rounds: Record<string, Partial<VoteRound>> = { r2: {}, ...board.rounds }
  return Object.entries(rounds).map(([id, fields]) => ({
    ...BASE_ROUND,
    closedAt: fields.status === 'open' ? null : '2026-03-12T14:00:00Z',
    ...fields,
    id,
  }))
}

function attendeesOf(board: ExampleBoard): Attendee[] {
  const attendees = new Map<ParticipantId, Attendee>()
  for (const { id, name, role } of base.participants) {
    const known = { id: participantId(id), name, role: Role.parse(role), gone: false, test: false }
    attendees.set(known.id, known)
  }
  for (const changed of board.attendees ?? []) {
    const stranger: Attendee = { id: changed.id, name: 'Gast', role: 'observer', gone: false, test: false }
    attendees.set(changed.id, { ...(attendees.get(changed.id) ?? stranger), ...changed })
  }
  return [...attendees.values()]
}

/** An expected record: what differs from the defaults of the examples, in their notation. */
export type ExpectedAction = Readonly<Record<string, unknown>> & { readonly id: string }

/** The whole record that an example expects: its differences put on the defaults that D6 names. */
export function expectedAction(difference: ExpectedAction): unknown {
  const shape = ActionId.parse(difference.id).slice('act:'.length)
  return {
    description: null,
    status: 'proposed',
    type: 'improvement',
    typeSource: 'default',
    theme: null,
    owner: null,
    organisation: null,
    contributors: [],
    deadline: null,
    effort: null,
    impact: null,
    quadrant: null,
    moscow: null,
    priority: { votes: 0, voters: 0, byGroup: { client: 0, professional: 0, policy: 0, other: 0 }, rank: 1 },
    journey: { id: 'j1', kind: 'joint' },
    phases: [],
    touchpoints: [],
    painPoints: [],
    personas: [{ id: 'per1', label: 'Riet (78)', via: 'inherited' }],
    quotes: [],
    consequences: [],
    evidence: null,
    dependsOn: [],
    mergedFrom: [],
    possibleDuplicateOf: [],
    missing: [],
    ready: false,
    warnings: [],
    ...difference,
    source: { shapeId: shape, kind: 'idea', ...(difference['source'] as object | undefined) },
  }
}

/** A result in the notation of the examples: ids without `shape:`, participants as `pa1`. */
export function inNotation(result: unknown): unknown {
  const shortened = JSON.stringify(result, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(/^shape:/u, '').replace(/^pa_(\d+)$/u, 'pa$1') : value,
  )
  return JSON.parse(shortened) as unknown
}
