import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WireOptions } from '../Wire.ts'
import { AwarenessOut, kinds, YjsWire } from './YjsWire.ts'

/** Message types of Hocuspocus beside those of y-protocols. */
const hocuspocusKinds = { auth: 2, syncReply: 4 } as const
/** The first thing that a provider says: a token, and its version. */
const AUTH_TOKEN = 0
const PROVIDER_VERSION = '4.7.0'

/** The provider of Hocuspocus: every frame begins with the name of the document. */
export class HocuspocusWire extends YjsWire {
  readonly #room: string
  readonly #presence: AwarenessOut

  constructor(options: WireOptions, room: string, isWholeRecord: boolean) {
    super(options)
    this.#room = room
    this.#presence = new AwarenessOut(this.clientId, options.seat.person, isWholeRecord)
  }

  open(): void {
    const auth = this.#frame(hocuspocusKinds.auth)
    encoding.writeVarUint(auth, AUTH_TOKEN)
    encoding.writeVarString(auth, '')
    encoding.writeVarString(auth, PROVIDER_VERSION)
    this.options.send(encoding.toUint8Array(auth))
    this.askForAll()
  }

  receive(payload: Buffer): void {
    const decoder = decoding.createDecoder(payload)
    decoding.readVarString(decoder)
    switch (decoding.readVarUint(decoder)) {
      case kinds.sync:
      case hocuspocusKinds.syncReply:
        this.receiveSync(decoder)
        break
      case kinds.awareness:
        this.receiveCursors(decoder)
        break
    }
  }

  cursor(number: number): void {
    const frame = this.#frame(kinds.awareness)
    encoding.writeVarUint8Array(frame, this.#presence.at(number))
    this.options.send(encoding.toUint8Array(frame))
  }

  protected override sendSync(sync: Uint8Array): void {
    const frame = encoding.createEncoder()
    encoding.writeVarString(frame, this.#room)
    encoding.writeUint8Array(frame, sync)
    this.options.send(encoding.toUint8Array(frame))
  }

  #frame(kind: number): encoding.Encoder {
    const frame = encoding.createEncoder()
    encoding.writeVarString(frame, this.#room)
    encoding.writeVarUint(frame, kind)
    return frame
  }
}
