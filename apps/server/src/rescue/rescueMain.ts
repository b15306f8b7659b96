// Puts rescue files back (reliability.md C2): `npm run rescue -- <file> …` with DATA_DIR and RESCUE_KEY as the server has them. The
// server must not run.
import { databasePath } from '../dataFolder.ts'
import { readEnv } from '../env.ts'
import { SqliteDatabase } from '../storage/SqliteDatabase.ts'
import { putBack } from './putBack.ts'
import { RescueFiles } from './RescueFiles.ts'

const paths = process.argv.slice(2)

async function putAllBack(): Promise<void> {
  const { DATA_DIR, RESCUE_DIR, RESCUE_KEY } = readEnv(process.env)
  if (paths.length === 0 || RESCUE_DIR === undefined || RESCUE_KEY === undefined) {
    throw new Error('Name the files, and set DATA_DIR, RESCUE_DIR and RESCUE_KEY as they are for the server.')
  }
  const files = new RescueFiles({ folder: RESCUE_DIR, key: RESCUE_KEY })
  const database = new SqliteDatabase(databasePath(DATA_DIR))
  try {
    for (const path of paths) {
      const { added, records } = putBack(database, await files.read(path))
      process.stdout.write(`${path}: ${added} of ${records} records were not in the database, and are now.\n`)
    }
  } finally {
    database.close()
  }
}

await putAllBack().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'Unknown error.'}\n`)
  process.exitCode = 1
})
