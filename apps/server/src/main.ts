// Starts Samenreis: of the server itself the one file with side effects.
import { fileURLToPath } from 'node:url'
import { databasePath, erasedListPath, prepareFolder, prepareRescueFolder } from './dataFolder.ts'
import { readEnv, type Env } from './env.ts'
import { ErasedList } from './erasure/ErasedList.ts'
import { createLog } from './log.ts'
import { RescueFiles } from './rescue/RescueFiles.ts'
import { startServer } from './server.ts'
import { stopOnSignals } from './stopOnSignals.ts'
import { SqliteStorage } from './storage/SqliteStorage.ts'
import { defaultLimits } from './sync/limits.ts'

/** Room that is laid aside for when the disk is full: the largest board, in the log and in the database (limits.ts). */
const RESERVE_BYTES = 32 * 1024 * 1024

/** Errors whose message is written for the person who starts the server. */
const tellingErrors = [
  'InvalidSettingError',
  'DataFolderError',
  'StorageInUseError',
  'StorageTooNewError',
  'DatabaseDamagedError',
]

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

/** Where boards go that cannot be stored; null where no place is set. @throws DataFolderError */
async function prepareRescue({ DATA_DIR, RESCUE_DIR: folder, RESCUE_KEY: key }: Env): Promise<RescueFiles | null> {
  if (folder === undefined || key === undefined) return null
  await prepareRescueFolder(folder, DATA_DIR)
  return new RescueFiles({ folder, key })
}

async function start() {
  const env = readEnv(process.env)
  const log = createLog(env.LOG_LEVEL)
  await prepareFolder('DATA_DIR', env.DATA_DIR)
  const rescueFiles = await prepareRescue(env)
  if (rescueFiles === null) log.warn('rescue-not-set')
  const storage = await SqliteStorage.open({
    path: databasePath(env.DATA_DIR),
    log,
    reserveBytes: RESERVE_BYTES,
  })
  const server = await startServer({
    port: env.PORT,
    ...(env.HOST === undefined ? {} : { host: env.HOST }),
    storage,
    rescueFiles,
    erasedList: await ErasedList.open(erasedListPath(env.DATA_DIR)),
    webRoot: env.SERVE_WEB ? fileURLToPath(new URL('../../web/dist', import.meta.url)) : null,
    log,
    origins: env.PUBLIC_ORIGIN ?? null,
    trustedProxies: env.TRUSTED_PROXIES,
    roomsPerHour: env.ROOMS_PER_HOUR,
    limits: {
      ...defaultLimits,
      connectionsPerRoom: env.CONNECTIONS_PER_ROOM,
      connections: Math.max(defaultLimits.connections, 2 * env.CONNECTIONS_PER_ROOM),
    },
    tldrawLicenseKey: env.TLDRAW_LICENSE_KEY ?? null,
    metricsToken: env.METRICS_TOKEN ?? null,
  }).catch(async (error: unknown) => {
    await storage.close()
    throw error
  })
  return { server, log, storage, servesWeb: env.SERVE_WEB }
}

const { server, log, storage, servesWeb } = await start().catch(cannotStart)

stopOnSignals({ log, close: (options) => server.close(options), broken: storage.broken })

// Where something else serves the web app, that has the address to open.
if (servesWeb) process.stdout.write(`Samenreis staat klaar op ${server.origin}\n`)
