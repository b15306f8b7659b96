// `npm run restore -- <file> <data dir> [--erased <list>]`: a data folder of a backup, with new epochs.
// Ends with 0, with 1 when rooms in it are damaged, with 2 when nothing was restored.
import { parseArgs } from 'node:util'
import { endWith, sentenceOf } from './ending.ts'
import { restore } from './restore.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { erased: { type: 'string' } } })
const [file, folder, ...more] = positionals
if (file === undefined || folder === undefined || more.length > 0) {
  endWith(2, 'Usage: npm run restore -- <file> <data dir> [--erased <list>]')
}
const restored = await restore(file, folder, values.erased ?? null).catch((error: unknown) =>
  endWith(2, sentenceOf(error)),
)
const { rooms } = restored.report
const erased =
  values.erased !== undefined || restored.erasedList === null
    ? ''
    : ' What was erased since the backup is known only from the erased.jsonl of the folder that it replaces: give it with --erased.'
if (!restored.whole)
  endWith(1, `${folder}: ${rooms.length} rooms, but not all are whole. See npm run inspect.${erased}`)
endWith(0, `${folder}: ${rooms.length} rooms, each under a new epoch.${erased}`)
