// Starts Samenreis: the one file with side effects.
import { fileURLToPath } from 'node:url'
import { readEnv } from './env.ts'
import { createLog } from './log.ts'
import { startServer } from './server.ts'

const env = readEnv(process.env)
const log = createLog(env.LOG_LEVEL)
const server = await startServer({
  port: env.PORT,
  ...(env.HOST === undefined ? {} : { host: env.HOST }),
  webRoot: fileURLToPath(new URL('../../web/dist', import.meta.url)),
  log,
})
process.stdout.write(`Samenreis staat klaar op ${server.origin}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)))
}
