// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import rietJson from '@samenreis/model/demo/demo-riet.json' with { type: 'json' }
import yonasJson from '@samenreis/model/demo/demo-yonas.json' with { type: 'json' }
import { putRecord } from '@samenreis/model/document/write'
import { contentOfDemo } from '@samenreis/model/interchange/demoContent'
import { Demo } from '@samenreis/model/interchange/demoSchema'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import { randomBoard } from '@samenreis/model/testing/randomBoard'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { headlessEditor } from './testing/headlessEditor.ts'
import { connectedPeers, endOfTurn } from './testing/Peers.ts'

const fixtures: readonly (readonly [string, readonly BoardRecord[]])[] = [
  ['the demo of Riet', contentOfDemo(Demo.parse(rietJson)).records],
  ['the demo of Yonas', contentOfDemo(Demo.parse(yonasJson)).records],
  ...[1, 2, 3, 4, 5].map(
    (seed) => [`a made-up board (seed ${seed})`, randomBoard(new RandomSource(seed), 60)] as const,
  ),
]

describe.each(fixtures)('%s', (_name, records) => {
  test('[BD7] is joined, with the editor and all its rules, and nothing is written', async () => {
    const [anna] = connectedPeers(1, (board) => {
      for (const record of records) putRecord(board, record)
    })
    if (anna === undefined) throw new Error('one peer expected')
    const editor = headlessEditor(anna.store)
    anna.binding.attach(editor)
    editor.selectAll()
    editor.selectNone()
    await endOfTurn()
    anna.binding.flush()
    expect(anna.sent).toEqual([])
    expect(anna.binding.quarantined.get()).toEqual([])
    editor.dispose()
  })

  test('[BD8] has every shape of the document on the canvas, and every binding whose ends are there', () => {
    const [anna] = connectedPeers(1, (board) => {
      for (const record of records) putRecord(board, record)
    })
    const ids = new Set(records.map(({ id }) => String(id)))
    const hasEnds = (record: BoardRecord): boolean =>
      !record.id.startsWith('binding:') || ['fromId', 'toId'].every((end) => ids.has(String(Reflect.get(record, end))))
    const expected = records.filter(hasEnds)
    const shown = Object.keys(anna?.shown() ?? {}).filter((id) => ids.has(id))
    expect(shown.sort()).toEqual(expected.map(({ id }) => String(id)).sort())
  })
})

test('[BD6] leaving in the middle of a gesture writes it, and asks first', async () => {
  const [anna] = connectedPeers(1)
  if (anna === undefined) throw new Error('one peer expected')
  anna.create('card', 'shape:a')
  await endOfTurn()
  anna.gesturing = true
  const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  expect(leave()).toBe(false)
  anna.change('shape:a', { x: 5.5 })
  expect(leave()).toBe(true)
  expect(anna.written()['shape:a']).toMatchObject({ geometry: [5.5, 0, 0, 200, 120] })
  anna.binding.disconnect()
})
