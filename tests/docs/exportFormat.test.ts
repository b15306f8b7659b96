import { readFileSync } from 'node:fs'
import { readBoardFile } from '@samenreis/model/interchange/readBoardFile'
import { BoardFile } from '@samenreis/model/interchange/boardFileSchema'
import { expect, test } from 'vitest'

const page = readFileSync(new URL('../../docs/export-format.md', import.meta.url), 'utf8')

test('the example of docs/export-format.md is read whole', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? []
  const json: unknown = JSON.parse(example)
  const reading = readBoardFile(json)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  const { records, setAside, votes, attendees } = reading.content
  expect(setAside).toEqual([])
  expect(records).toHaveLength(BoardFile.parse(json).records.length)
  expect(votes).toHaveLength(1)
  expect(attendees).toMatchObject([{ id: 'pa_1', role: 'client', name: 'Inwoner 1' }])
  expect(records.map(({ id }) => id)).toEqual(records.map(({ id }) => id).sort())
})

test('docs/export-format.md names every key of the file', () => {
  for (const key of Object.keys(BoardFile.shape)) expect(page).toContain(`| \`${key}\` |`)
})
