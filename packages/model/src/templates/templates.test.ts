import { describe, expect, test } from 'vitest'
import { judgeRecord } from '../document/read.ts'
import { FIRST_PAGE_ID } from '../document/seed.ts'
import { extractActions } from '../actions/extractActions.ts'
import type { RecordId } from '../ids/recordId.ts'
import { Context, PhaseKey, Template } from '../records/enumerations.ts'
import { isShape } from '../records/recordClass.ts'
import type { BoardRecord, BoardShape, ShapeOf, ShapeType } from '../records/recordKinds.ts'
import { phaseHint } from './phaseHints.ts'
import { contentOfTemplate } from './templateContent.ts'
import { templateFile } from './templateFiles.ts'
import { NOTE_SIDE } from './templateLayout.ts'
import { plainTextOf } from '../records/drawing.ts'

const boards = Template.options.flatMap((template) =>
  Context.options.flatMap((context) => (['nl', 'en'] as const).map((language) => ({ template, context, language }))),
)

function shapesOf<Type extends ShapeType>(records: readonly BoardRecord[], type: Type): ShapeOf<Type>[] {
  return records.filter((record): record is ShapeOf<Type> => record.type === type)
}

describe.each(boards)('the start of $template about $context in $language', ({ template, context, language }) => {
  const records = contentOfTemplate(template, context, language)
  const shapes = records.filter(isShape)

  test('[TP1] is records that hold to their schemas, each once, and always the same', () => {
    for (const record of records) expect(judgeRecord(record.id, record)).toEqual({ ok: true, record })
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
    expect(contentOfTemplate(template, context, language)).toEqual(records)
  })

  test('[TP1] names only what is there', () => {
    const ids = new Set<string>([FIRST_PAGE_ID, ...records.map(({ id }) => id)])
    for (const record of records) {
      if (record.type === 'belongs_to') expect([ids.has(record.fromId), ids.has(record.toId)]).toEqual([true, true])
      if (isShape(record)) expect(ids).toContain(record.parentId)
      if (record.type === 'journey') {
        for (const id of [...record.personaIds, ...record.comparesWith]) expect(ids).toContain(id)
      }
    }
  })

  test('[TP2] nothing overlaps, and whatever is drawn later has a higher index', () => {
    for (const parent of new Set(shapes.map(({ parentId }) => parentId))) {
      const here = shapes.filter((shape) => shape.parentId === parent)
      const boxes = here.filter(({ type }) => type !== 'phase').map(boxOf)
      const clashes = boxes.flatMap((one, n) =>
        boxes.slice(n + 1).flatMap((other) => (overlap(one, other) ? [`${one.id} ${other.id}`] : [])),
      )
      expect(clashes).toEqual([])
      const keys = here.map(({ index }) => index)
      expect(keys).toEqual(keys.toSorted())
    }
  })

  test('[TP3] every instruction is one sentence, short enough for its note, above what it is about', () => {
    const { notes } = templateFile(template)
    const placed = shapesOf(records, 'note')
    expect(placed).toHaveLength(notes.length)
    for (const note of placed) {
      const words = plainTextOf(note.richText)
      expect(words.match(/[.?!](?= |$)/g), words).toHaveLength(1)
      expect(words.length, words).toBeLessThanOrEqual(80)
    }
  })

  test('[TP4] has no actions, and nothing that would become one by itself', () => {
    const page: BoardRecord = { id: FIRST_PAGE_ID, type: 'page', name: '', index: 'a1', meta: {} }
    const { actions, rejected } = extractActions({
      roomId: 'start',
      boardVersion: 1,
      extractedAt: '2026-03-12T16:00:00Z',
      sessionDate: '2026-03-12',
      records: new Map<RecordId, BoardRecord>([page, ...records].map((record) => [record.id, record])),
      attendees: [],
      rounds: [],
      votes: [],
      exported: [],
    })
    expect([actions, rejected]).toEqual([[], []])
  })

  test('[TP5] its journeys are about what the session is about, with the five phases in order', () => {
    for (const journey of shapesOf(records, 'journey')) {
      expect(journey.context).toBe(context)
      const phases = shapesOf(records, 'phase').filter(({ parentId }) => parentId === journey.id)
      expect(phases.map(({ key }) => key)).toEqual(PhaseKey.exclude(['custom']).options)
      expect(phases.map(({ geometry }) => geometry[0])).toEqual(
        phases.map(({ geometry }) => geometry[0]).toSorted((a, b) => a - b),
      )
    }
    for (const { perspective } of shapesOf(records, 'persona')) {
      expect(perspective).toBe(context === 'internal' ? 'employee' : 'client')
    }
  })
})

test('[TP5] what to ask in a phase differs by what the session is about, in both languages', () => {
  for (const key of PhaseKey.exclude(['custom']).options) {
    for (const language of ['nl', 'en'] as const) {
      const hints = Context.options.map((context) => phaseHint(key, context, language))
      expect(new Set(hints).size).toBe(3)
      for (const hint of hints) expect(hint).toMatch(/\?$/)
    }
  }
  expect(phaseHint('custom', 'service', 'nl')).toBeNull()
})

test('[TP6] every kind of session starts with what it is for', () => {
  const of = (template: Template): BoardRecord[] => contentOfTemplate(template, 'service', 'nl')
  const kinds = (template: Template): string[] => shapesOf(of(template), 'journey').map(({ kind }) => kind)
  expect(Template.options.map((template) => [template, kinds(template)])).toEqual([
    ['persona_workshop', []],
    ['shadow_mapping', ['shadow']],
    ['interview', ['individual']],
    ['joint_session', ['shadow', 'joint']],
    ['ideal_and_blueprint', ['ideal']],
    ['practice', ['ideal']],
    ['policy_test', []],
    ['blank', []],
  ])
  expect(shapesOf(of('shadow_mapping'), 'touchpoint')).toMatchObject([{ basis: 'designed' }])
  expect(shapesOf(of('interview'), 'touchpoint')).toMatchObject([{ basis: 'lived' }])
  expect(shapesOf(of('ideal_and_blueprint'), 'touchpoint')).toMatchObject([{ basis: 'assumption' }])
  expect(shapesOf(of('persona_workshop'), 'persona')).toHaveLength(3)
  expect(shapesOf(of('joint_session'), 'matrix')).toHaveLength(1)
  const rules = shapesOf(of('policy_test'), 'card').filter(({ kind }) => kind === 'policy_rule')
  expect(rules.map(({ text, verdict }) => [text, verdict])).toEqual(
    [1, 2, 3].flatMap(() => [
      ['Regel 1', 'unknown'],
      ['Regel 2', 'unknown'],
    ]),
  )
  expect(of('blank')).toEqual([])
})

interface Box {
  readonly id: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function boxOf({ id, type, geometry: [x, y, , w, h] }: BoardShape): Box {
  const size = type === 'note' ? { w: NOTE_SIDE, h: NOTE_SIDE } : { w, h }
  return { id, left: x, top: y, right: x + size.w, bottom: y + size.h }
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
