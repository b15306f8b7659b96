import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import { STORAGE_SCHEMA } from '@samenreis/server/storage/sqliteSchema'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { MainProcess, type MainOptions } from '../support/MainProcess.ts'
import { apartCommand, needs } from '../support/privilege.ts'
import { Tracer } from '../support/SyscallTrace.ts'

/** What it says when it does not start. */
async function refusal(folder: string, options: MainOptions = {}): Promise<string> {
  const server = new MainProcess(folder, options)
  const failure = await server.start().then(
    () => 'It started',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  )
  expect(failure).toMatch(/^The server ended \(1\)/)
  expect(failure).toContain('Samenreis cannot start.')
  return failure
}

/** `main.ts` with calls to the kernel that fail. */
function failing(inject: string): MainOptions {
  return { within: ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `inject=${inject}`] }
}

test('[HT11, F38] a path that leads nowhere, or no folder at all, ends the start with the name of the setting', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a-file'), '')
  for (const place of [join(folder, 'not-mounted', 'boards'), join(folder, 'a-file'), ':memory:']) {
    expect(await refusal(folder, { settings: { DATA_DIR: place } })).toContain('DATA_DIR')
  }
  const elsewhere = { RESCUE_KEY: '5a'.repeat(32) }
  const inside = { ...elsewhere, RESCUE_DIR: join(folder, 'data', 'rescue') }
  expect(await refusal(folder, { settings: inside })).toContain('RESCUE_DIR')
  expect(await refusal(folder, { settings: elsewhere })).toContain('RESCUE_DIR')
  const wrongKey = { RESCUE_DIR: join(folder, 'rescue'), RESCUE_KEY: 'short' }
  expect(await refusal(folder, { settings: wrongKey })).toContain('RESCUE_KEY')
})

test('[HT11, F38] wrong rights, a disk that cannot sync, and a network share end the start', async (context) => {
  needs(context, 'trace')
  const cases = [
    ['mkdir,mkdirat:error=EACCES', 'EACCES'],
    ['fsync,fdatasync:error=EIO', 'EIO'],
    // The number of NFS in the place of the true one.
    ['statfs:poke_exit=@arg2=6969000000000000', 'NFS'],
  ] as const
  for (const [inject, word] of cases) {
    const said = await refusal(temporaryFolder(), failing(inject))
    expect(said).toContain('DATA_DIR')
    expect(said).toContain(word)
  }
})

test('[HT11, F38] a file system that only reads ends the start', async (context) => {
  needs(context, 'mount')
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  mkdirSync(data)
  const mount = ['sh', '-c', 'mount -t tmpfs -o ro disk "$0" && exec "$@"', data]
  const said = await refusal(folder, { within: [...apartCommand(), ...mount] })
  expect(said).toContain('DATA_DIR')
  expect(said).toContain('EROFS')
})

test('[ST17, F39] a database of a newer server ends the start, and stays as it is', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'data'))
  const path = join(folder, 'data', 'samenreis.sqlite')
  new SqliteDatabase(path).close()
  const newer = new DatabaseSync(path)
  newer.exec(`UPDATE metadata SET value = '${STORAGE_SCHEMA + 1}' WHERE name = 'schema'`)
  newer.close()
  expect(await refusal(folder)).toContain(`schema ${STORAGE_SCHEMA + 1}`)
  const after = new DatabaseSync(path)
  expect({ ...after.prepare("SELECT value FROM metadata WHERE name = 'schema'").get() }).toEqual({
    value: String(STORAGE_SCHEMA + 1),
  })
  after.close()
})

test('[ST16, F31] a second server on the same folder does not start, and says who has it; the first goes on', async () => {
  const folder = temporaryFolder()
  const first = new MainProcess(folder)
  await first.start()
  expect(await refusal(folder)).toContain(`process ${first.pid}`)
  expect((await first.ask('POST', '/rooms', { body: { title: 'Proef' } })).status).toBe(201)
})

test('[HT7, F38] /health says that storage fails while nothing can be written, and no longer', async (context) => {
  needs(context, 'trace')
  const server = new MainProcess(temporaryFolder())
  await server.start()
  const health = async (): Promise<unknown> => (await fetch(`${server.origin}/health`)).json()
  expect(await health()).toEqual({ status: 'ok' })
  const inject = ['-e', 'inject=fsync,fdatasync:error=EIO']
  const tracer = await Tracer.attach(server.pid, join(temporaryFolder(), 'trace'), ['fsync', 'fdatasync'], inject)
  expect((await server.ask('POST', '/rooms', { body: { title: 'Proef' } })).status).toBe(503)
  expect(await health()).toEqual({ status: 'storage-failing' })
  await tracer.detach()
  await eventually(async () => {
    expect((await server.ask('POST', '/rooms', { body: { title: 'Proef' } })).status).toBe(201)
  })
  expect(await health()).toEqual({ status: 'ok' })
})
