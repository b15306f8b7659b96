// `npm run backup -- <data dir> <file>`: one file of a folder, also while a server serves it.
// Ends with 0, with 1 when what was backed up is damaged, with 2 when there is no backup.
import { backUp } from './backUp.ts'
import { endWith, sentenceOf } from './ending.ts'

const [folder, file, ...more] = process.argv.slice(2)
if (folder === undefined || file === undefined || more.length > 0) {
  endWith(2, 'Usage: npm run backup -- <data dir> <file>')
}
const made = await backUp(folder, file).catch((error: unknown) => endWith(2, sentenceOf(error)))
const { rooms } = made.report
if (!made.whole) endWith(1, `${file}: ${rooms.length} rooms, but not all of it is whole. See npm run inspect.`)
endWith(0, `${file}: ${rooms.length} rooms, all whole.`)
