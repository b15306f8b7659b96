// Starts Samenreis: the one file with side effects.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareDataFolder } from './dataFolder.ts'
import { readEnv } from './env.ts'
import { createLog } from './log.ts'
import { startServer } from './server.ts'
import { SqliteStorage } from './storage/SqliteStorage.ts'

const DATABASE_FILE = 'samenreis.sqlite'
/** On SIGTERM a proxy gets this long to see in `/health` that no new work should be sent here (reliability.md C9). */
const NOTICE_MS = 2000
/** A stop that takes longer is forced: platforms kill after 10 s or more (F32). */
const STOP_DEADLINE_MS = 9500
/** One Ctrl+C reaches this process directly and through its parents: signals this close together are one. */
const SAME_PRESS_MS = 1000

/** Errors whose message is written for the person who starts the server. */
const tellingErrors = ['InvalidSettingError', 'DataFolderError', 'StorageInUseError', 'StorageTooNewError']

function cannotStart(error: unknown): never {
  process.stderr.write(`Samenreis cannot start. ${explain(error)}\n`)
  process.exit(1)
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown error.'
  if (tellingErrors.includes(error.name)) return error.message
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return 'The port is taken by another program: stop that one, or choose another PORT.'
  if (code === 'EACCES') return 'This port may not be used: choose a PORT above 1023.'
  if (code === 'EADDRNOTAVAIL') return 'HOST is no address of this machine.'
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}

async function start() {
  const env = readEnv(process.env)
  const log = createLog(env.LOG_LEVEL)
  await prepareDataFolder(env.DATA_DIR)
  const storage = await SqliteStorage.open({ path: join(env.DATA_DIR, DATABASE_FILE) })
  const server = await startServer({
    port: env.PORT,
    ...(env.HOST === undefined ? {} : { host: env.HOST }),
    storage,
    webRoot: env.SERVE_WEB ? fileURLToPath(new URL('../../web/dist', import.meta.url)) : null,
    log,
    origins: env.PUBLIC_ORIGIN ?? null,
    trustedProxies: env.TRUSTED_PROXIES,
    roomsPerHour: env.ROOMS_PER_HOUR,
    tldrawLicenseKey: env.TLDRAW_LICENSE_KEY ?? null,
    metricsToken: env.METRICS_TOKEN ?? null,
  }).catch(async (error: unknown) => {
    await storage.close()
    throw error
  })
  return { server, log, servesWeb: env.SERVE_WEB }
}

const { server, log, servesWeb } = await start().catch(cannotStart)

let stoppingSinceMs: number | null = null
function stop(signal: 'SIGINT' | 'SIGTERM'): void {
  const nowMs = performance.now()
  if (stoppingSinceMs !== null) {
    if (nowMs - stoppingSinceMs > SAME_PRESS_MS) process.exit(1)
    return
  }
  stoppingSinceMs = nowMs
  log.info('stopping', { reason: signal })
  setTimeout(() => {
    log.error('stop-forced')
    process.exit(1)
  }, STOP_DEADLINE_MS).unref()
  server.close({ noticeMs: signal === 'SIGTERM' ? NOTICE_MS : 0 }).then(
    () => process.exit(0),
    (error: unknown) => {
      log.error('stop-failed', { error })
      process.exit(1)
    },
  )
}
process.on('SIGINT', stop).on('SIGTERM', stop)

// What nobody caught may have left anything half done: say so without its message (F86) and begin again.
process.on('uncaughtException', (error) => {
  log.error('uncaught', { error })
  process.exit(1)
})

// Where something else serves the web app, that has the address to open.
if (servesWeb) process.stdout.write(`Samenreis staat klaar op ${server.origin}\n`)
