// `npm run inspect -- <data dir>`: what is in a database and whether it is whole. Changes nothing.
// Ends with 0 when all is whole, 1 when something is damaged, 2 when it cannot be read.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { databasePath } from '../dataFolder.ts'
import { isDamage } from '../storage/sqliteErrors.ts'
import { holderOfDatabase } from '../storage/SqliteLock.ts'
import { inspectDatabase, isWhole } from './inspectDatabase.ts'
import { reportText } from './reportText.ts'

const DAMAGED = 1
const UNREADABLE = 2

function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(UNREADABLE)
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { ids: { type: 'boolean' } } })
const [folder] = positionals
if (folder === undefined || positionals.length > 1) end('Usage: npm run inspect -- <data dir> [--ids]')
const path = databasePath(folder)
if (!existsSync(path)) end(`There is no database in ${folder}.`)

try {
  const holder = holderOfDatabase(path)
  if (holder !== null) process.stdout.write(`A server has it open (${holder}); each room is read as it is now.\n`)
  const report = inspectDatabase(path)
  process.stdout.write(reportText(report, values.ids === true))
  if (!isWhole(report)) process.exitCode = DAMAGED
} catch (error) {
  if (isDamage(error)) {
    process.stderr.write('The file is damaged, or no database: SQLite cannot read all of it. Restore a backup.\n')
    process.exit(DAMAGED)
  }
  end(`The database cannot be read: ${error instanceof Error ? error.message : 'unknown error'}`)
}
