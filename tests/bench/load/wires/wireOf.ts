import { roomName } from '../doors.ts'
import type { Peer } from '../ServerUnderTest.ts'
import type { Wire, WireOptions } from '../Wire.ts'
import { FloorWire } from './FloorWire.ts'
import { HocuspocusWire } from './HocuspocusWire.ts'
import { SamenreisWire } from './SamenreisWire.ts'
import { TldrawWire } from './TldrawWire.ts'
import { YWebsocketWire } from './YWebsocketWire.ts'

/**
 * The client that belongs to a server.
 * @param schema tldraw's, for its client
 */
export function wireOf(
  peer: Peer,
  options: WireOptions,
  { room, wholePresence, schema }: { room: number; wholePresence: boolean; schema: unknown },
): Wire {
  switch (peer) {
    case 'samenreis':
      return new SamenreisWire(options)
    case 'hocuspocus':
      return new HocuspocusWire(options, roomName(room), wholePresence)
    case 'y-websocket':
      return new YWebsocketWire(options, wholePresence)
    case 'tldraw-sync':
      return new TldrawWire(options, schema)
    case 'floor':
      return new FloorWire(options)
  }
}
