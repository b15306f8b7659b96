// Hocuspocus as it comes, in memory: no hooks, no store.
import { Server } from '@hocuspocus/server'

const server = new Server({
  address: process.env['HOST'] ?? '127.0.0.1',
  port: Number(process.env['PORT']),
  quiet: true,
})
await server.listen()
