import { expect, test } from 'vitest'
import { Fullness, type BoardSize } from './Fullness.ts'
import { defaultLimits } from './limits.ts'

/** What is told while a board has these sizes, one after the other. */
function told(sizes: readonly Partial<BoardSize>[]): (number | null)[] {
  const fullness = new Fullness(defaultLimits)
  return sizes.flatMap(({ records = 1, bytes = 1000, structs = 20, parts = 0 }) =>
    fullness.review({ records, bytes, structs, parts }) ? [fullness.percent] : [],
  )
}

const {
  recordsWarning,
  records: most,
  documentBytesWarning,
  documentBytes,
  documentStructsWarning,
  documentStructs,
} = defaultLimits

test('[RM24, F56] a board is told to be large above the warning, in steps, and full when nothing more goes on it', () => {
  expect(told([{ records: recordsWarning }])).toEqual([])
  expect(told([{ records: recordsWarning }, { records: recordsWarning + 1 }])).toEqual([60])
  expect(told([3100, 3400, 3600, 4400, most - 1, most].map((records) => ({ records })))).toEqual([60, 70, 80, 90, 100])
  expect(told([documentBytesWarning, documentBytesWarning + 1, documentBytes + 1].map((bytes) => ({ bytes })))).toEqual(
    [50, 100],
  )
  expect(
    told([documentStructsWarning, documentStructsWarning + 1, documentStructs].map((structs) => ({ structs }))),
  ).toEqual([50, 100])
  const { valuePartsWarning, valueParts } = defaultLimits
  expect(told([valuePartsWarning, valuePartsWarning + 1, valueParts].map((parts) => ({ parts })))).toEqual([60, 100])
})

test('[RM24] who makes and takes away one card at a border is not told each time; that there is room again is told', () => {
  expect(told([3001, 3000, 3001, 3500, 3499, 3500].map((records) => ({ records })))).toEqual([60, 70])
  expect(told([most, 4900, 3900, 2900, 2000].map((records) => ({ records })))).toEqual([100, 90, 70, 50, null])
})

test('[RM24, F56] it is told whether cards fill a board, or what was on it before', () => {
  const fullness = new Fullness(defaultLimits)
  fullness.review({ records: most, bytes: documentBytesWarning, structs: documentStructsWarning, parts: 0 })
  expect(fullness.by).toBe('cards')
  fullness.review({ records: most / 2, bytes: 1000, structs: documentStructs, parts: 0 })
  expect(fullness.by).toBe('history')
})
