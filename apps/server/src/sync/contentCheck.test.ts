import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readRecord } from '@samenreis/model/document/read'
import { putRecord } from '@samenreis/model/document/write'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { newShape } from '@samenreis/model/interchange/newShape'
import { Geometry } from '@samenreis/model/records/envelope'
import { shapeKinds } from '@samenreis/model/records/recordKinds'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkContent, type SoundRecords } from './contentCheck.ts'
import { defaultLimits } from './limits.ts'

const id = ShapeId.parse('shape:a')

/** A board with one step, and what each change of its fields is judged as. */
function judgedBoard() {
  const board = new BoardDocument(new Y.Doc())
  const sound: SoundRecords = new WeakSet()
  let last: ReturnType<typeof checkContent> | null = null
  board.doc.on('afterTransaction', (transaction) => {
    last = checkContent(board, transaction, sound, defaultLimits)
  })
  putRecord(board, newShape('touchpoint', id, { title: 'Bellen' }))
  return {
    board,
    sound,
    set: (field: string, value: unknown) => {
      board.records.get(id)?.set(field, value as never)
      return last as ReturnType<typeof checkContent> | null
    },
  }
}

test('[RM19] a place judged by itself is judged as the whole record would be', () => {
  const number = fc.oneof(
    fc.integer({ min: -2_000_000, max: 2_000_000 }),
    fc.constantFrom(-1, 0, 101, 1_000_000, 1_000_001, 0.5),
  )
  const value = fc.oneof(
    fc.array(number, { minLength: 4, maxLength: 6 }),
    fc.constantFrom<unknown>(null, 'x', {}, [0, 0, 0, 1, '1'], [0, 0, 0, 200, 150]),
  )
  const verdicts = new Set<boolean>()
  fc.assert(
    fc.property(value, (geometry) => {
      const { board, sound, set } = judgedBoard()
      expect(sound.has(board.records.get(id) as object)).toBe(true)
      const verdict = set('geometry', geometry)
      expect(verdict?.ok).toBe(readRecord(id, board.records.get(id)).ok)
      verdicts.add(verdict?.ok ?? false)
    }),
  )
  expect(verdicts).toEqual(new Set([true, false]))
})

test('[RM19] a place alone says nothing for a record that was judged no good, or that changed elsewhere', () => {
  const { board, set } = judgedBoard()
  const fields = board.records.get(id)
  board.doc.transact(() => {
    fields?.set('geometry', [1, 1, 0, 200, 150])
    fields?.set('channel', 'pigeon')
  })
  expect(set('geometry', [3, 3, 0, 200, 150])).toEqual({ ok: false, detail: 'shape:a: invalid channel' })
  expect(set('channel', null)).toMatchObject({ ok: true })
  expect(set('geometry', [4, 4, 0, 200, 150])).toMatchObject({ ok: true })
})

test('[RM19] every kind of shape judges a place by the same schema, and no field together with another', () => {
  for (const [name, { schema }] of Object.entries(shapeKinds)) {
    expect(schema.shape.geometry, name).toBe(Geometry)
    expect(schema.def.checks ?? [], name).toEqual([])
  }
})
