import { messageTypes } from '@samenreis/model/protocol/messages'
import { Presence } from '@samenreis/model/protocol/presence'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { presenceInterval } from '../../../../apps/web/src/sync/presenceCadence.ts'
import type { Sightings } from '../Wire.ts'
import { awarenessUpdate } from './awareness.ts'

/** Most cursor frames that one of our clients sends a second in a room of so many people. */
export function cursorFramesPerSecond(people: number): number {
  return 1000 / presenceInterval(people)
}

/** How our own client shows a cursor, and reads those of others. All of the benches that knows the form of our presence. */
export class SamenreisPresence {
  readonly #clientId: number
  readonly #person: number
  readonly #sightings: Sightings
  #clock = 0

  constructor(clientId: number, person: number, sightings: Sightings) {
    this.#clientId = clientId
    this.#person = person
    this.#sightings = sightings
  }

  /** One frame: the cursor at its `number`-th place. */
  at(number: number): Uint8Array {
    this.#clock += 1
    const frame = encoding.createEncoder()
    encoding.writeVarUint(frame, messageTypes.awareness)
    const state = { c: [1000 + number, 1000 + this.#person] }
    encoding.writeVarUint8Array(frame, awarenessUpdate(this.#clientId, this.#clock, state))
    return encoding.toUint8Array(frame)
  }

  /** Reads the body of a message of this type; passes over what is no presence. */
  receive(type: number, body: decoding.Decoder): void {
    if (type !== messageTypes.awareness) return
    const update = decoding.createDecoder(decoding.readVarUint8Array(body))
    for (let left = decoding.readVarUint(update); left > 0; left -= 1) {
      decoding.readVarUint(update)
      decoding.readVarUint(update)
      const state = Presence.safeParse(JSON.parse(decoding.readVarString(update)))
      const cursor = state.success ? state.data.c : undefined
      if (cursor !== undefined) this.#sightings.cursor(cursor[1] - 1000, cursor[0] - 1000)
    }
  }
}
