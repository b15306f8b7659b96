import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import { WebFiles } from './http/WebFiles.ts'
import type { Log } from './log.ts'

export interface ServerOptions {
  /** 0 = any free port. */
  readonly port: number
  /** Without it every address of this machine. */
  readonly host?: string
  /** Folder of the built web app; null where something else serves it. */
  readonly webRoot: string | null
  readonly log: Log
}

export interface RunningServer {
  readonly port: number
  /** Where a browser on this machine finds it. */
  readonly origin: string
  /** Takes no more work, ends what is open, and resolves when all is stored. */
  close(): Promise<void>
}

/** Starts Samenreis on a port. @throws what `listen` gives, e.g. EADDRINUSE */
export async function startServer({ port, host, webRoot, log }: ServerOptions): Promise<RunningServer> {
  let stopping = false
  const app = createApp({ web: webRoot === null ? null : new WebFiles(webRoot), ready: () => !stopping })
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => void answer(request, response))
  await listen(server, port, host)
  const { port: actual } = server.address() as AddressInfo
  log.info('listening', { numbers: { port: actual } })
  return {
    port: actual,
    origin: `http://localhost:${actual}`,
    async close() {
      stopping = true
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await closed
      log.info('closed')
    },
  }
}

async function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
