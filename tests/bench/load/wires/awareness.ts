import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'

/** What a client of a plain Yjs application shows of its person: name, colour, cursor; about 120 bytes on the wire. */
const State = z.object({ cursor: z.object({ x: z.number(), y: z.number() }), user: z.looseObject({}) })

/**
 * A canvas application on Yjs shows its whole presence record at every move of the cursor, because awareness knows no parts
 * (design.md, Bytes: 477 bytes). The fields are tldraw's.
 */
function wholeRecord(person: number, number: number): object {
  return {
    presence: {
      id: `instance_presence:person${person}`,
      typeName: 'instance_presence',
      userId: `user:person${person}`,
      userName: `Deelnemer ${person}`,
      color: '#30bced',
      camera: { x: -120, y: -80, z: 1 },
      screenBounds: { x: 0, y: 0, w: 1440, h: 900 },
      currentPageId: 'page:board',
      selectedShapeIds: [`shape:mover${person}`],
      brush: null,
      scribbles: [],
      chatMessage: '',
      meta: {},
      followingUserId: null,
      lastActivityTimestamp: 1_790_000_000_000 + number,
    },
  }
}

/** Presence of y-protocols, as its own clients send it. `number` is told in the cursor's x, who it is in its y. */
export function awarenessUpdate(clientId: number, clock: number, state: object | null): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify(state))
  return encoding.toUint8Array(encoder)
}

/** The state of one person at one place. */
export function stateAt(person: number, number: number, isWholeRecord: boolean): object {
  const cursor = { x: 1000 + number, y: 1000 + person }
  const user = { name: `Deelnemer ${person}`, color: '#30bced', colorLight: '#30bced33' }
  return isWholeRecord ? { user, cursor, ...wholeRecord(person, number) } : { user, cursor }
}

/** Reads an awareness update; tells every cursor in it. */
export function readCursors(update: Uint8Array, tell: (person: number, number: number) => void): void {
  const decoder = decoding.createDecoder(update)
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    const state = State.safeParse(JSON.parse(decoding.readVarString(decoder)))
    if (state.success) tell(state.data.cursor.y - 1000, state.data.cursor.x - 1000)
  }
}
