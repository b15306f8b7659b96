import { Crowd } from '@samenreis/model/protocol/Crowd'
import { decodeServerMessage, encodeMove, messageTypes } from '@samenreis/model/protocol/messages'
import { CURSOR_MOVED } from '@samenreis/model/protocol/presenceFrames'
import { presenceIntervalMs } from '@samenreis/model/protocol/presenceInterval'
import type * as decoding from 'lib0/decoding'
import type { Sightings } from '../Wire.ts'

/** Most cursor frames that one of our clients sends a second in a room of so many people, as the server tells them. */
export function cursorFramesPerSecond(people: number): number {
  return 1000 / presenceIntervalMs(people)
}

/** How our own client shows a cursor, and reads those of others. All of the benches that knows the form of our presence. */
export class SamenreisPresence {
  readonly #person: number
  readonly #sightings: Sightings
  readonly #crowd = new Crowd()

  constructor(person: number, sightings: Sightings) {
    this.#person = person
    this.#sightings = sightings
  }

  /** One frame: the cursor at its `number`-th place. */
  at(number: number): Uint8Array {
    return encodeMove({ keys: CURSOR_MOVED, values: { c: [1000 + number, 1000 + this.#person] } })
  }

  /** Reads the body of a message of this type; passes over what is no presence. */
  receive(type: number, body: decoding.Decoder): void {
    if (type !== messageTypes.presence) return
    const message = decodeServerMessage(type, body)
    if (message?.type !== 'presence') return
    for (const connection of this.#crowd.take(message.presence).shown) {
      const cursor = this.#crowd.present.get(connection)?.state.c
      if (cursor !== undefined) this.#sightings.cursor(cursor[1] - 1000, cursor[0] - 1000)
    }
  }
}
