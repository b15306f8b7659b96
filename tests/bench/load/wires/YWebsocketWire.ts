import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WireOptions } from '../Wire.ts'
import { AwarenessOut, kinds, YjsWire } from './YjsWire.ts'

/**
 * The provider of y-websocket, without its echo: the real one sends everything back that it hears of others' presence, which
 * its server then reads once per person and cursor. Sparing it that is a gift to this peer.
 */
export class YWebsocketWire extends YjsWire {
  readonly #presence: AwarenessOut

  constructor(options: WireOptions, isWholeRecord: boolean) {
    super(options)
    this.#presence = new AwarenessOut(this.clientId, options.seat.person, isWholeRecord)
  }

  open(): void {
    this.askForAll()
  }

  receive(payload: Buffer): void {
    const decoder = decoding.createDecoder(payload)
    const kind = decoding.readVarUint(decoder)
    if (kind === kinds.sync) this.receiveSync(decoder)
    else if (kind === kinds.awareness) this.receiveCursors(decoder)
  }

  cursor(number: number): void {
    const frame = encoding.createEncoder()
    encoding.writeVarUint(frame, kinds.awareness)
    encoding.writeVarUint8Array(frame, this.#presence.at(number))
    this.options.send(encoding.toUint8Array(frame))
  }

  protected override sendSync(frame: Uint8Array): void {
    this.options.send(frame)
  }
}
