// The floor: a relay that knows no document and no people. What came in one tick goes to all of the same path as one message.
// No server that relays to everyone can do with less work per frame; what a peer costs beyond it is what its promises cost.
import { WebSocket, WebSocketServer } from 'ws'

const TICK_MS = 16

interface Relay {
  readonly members: Set<WebSocket>
  waiting: Buffer[]
}

const relays = new Map<string, Relay>()
const sockets = new WebSocketServer({
  host: process.env['HOST'] ?? '127.0.0.1',
  port: Number(process.env['PORT']),
  perMessageDeflate: false,
})

sockets.on('connection', (socket, request) => {
  const path = request.url ?? '/'
  const relay = relays.get(path) ?? { members: new Set(), waiting: [] }
  relays.set(path, relay)
  relay.members.add(socket)
  socket.on('message', (data) => {
    if (!Buffer.isBuffer(data)) return
    if (relay.waiting.length === 0) setTimeout(() => tell(relay), TICK_MS)
    relay.waiting.push(data)
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    relay.members.delete(socket)
    if (relay.members.size === 0) relays.delete(path)
  })
})
function tell(relay: Relay): void {
  const frame = Buffer.concat(relay.waiting)
  relay.waiting = []
  for (const member of relay.members) if (member.readyState === WebSocket.OPEN) member.send(frame)
}
