// tldraw's sync server in memory: one room a path, every socket a session of it. Any HTTP request is answered with the schema
// that clients must bring.
import { TLSocketRoom } from '@tldraw/sync-core'
import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas, type TLRecord } from '@tldraw/tlschema'
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const schema = createTLSchema({ shapes: defaultShapeSchemas, bindings: defaultBindingSchemas })
const rooms = new Map<string, TLSocketRoom<TLRecord>>()
let sessions = 0

const server = createServer((_, response) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(schema.serialize()))
})
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket, request) => {
  const path = request.url ?? '/'
  const room = rooms.get(path) ?? new TLSocketRoom<TLRecord>({ schema })
  rooms.set(path, room)
  sessions += 1
  room.handleSocketConnect({ sessionId: `session-${sessions}`, socket })
})
server.listen(Number(process.env['PORT']), process.env['HOST'])
