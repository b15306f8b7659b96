import { decodeServerMessage, messageTypes } from '@samenreis/model/protocol/messages'
import * as decoding from 'lib0/decoding'
import type { WireOptions } from '../Wire.ts'
import { SamenreisPresence } from './SamenreisPresence.ts'
import { YjsWire } from './YjsWire.ts'

/** Our own client: y-websocket's protocol with our messages beside it. Whoever writes counts what is stored. */
export class SamenreisWire extends YjsWire {
  readonly #presence: SamenreisPresence

  constructor(options: WireOptions) {
    super(options)
    this.#presence = new SamenreisPresence(options.seat.person, options.sightings)
  }

  override get listens(): boolean {
    return super.listens || this.options.seat.writes
  }

  open(): void {
    this.askForAll()
  }

  receive(payload: Buffer): void {
    const decoder = decoding.createDecoder(payload)
    const kind = decoding.readVarUint(decoder)
    if (kind === messageTypes.durable) {
      const message = decodeServerMessage(kind, decoder)
      if (message?.type === 'durable') this.options.onDurable(message.durable.frames)
    } else if (kind === messageTypes.sync && (super.listens || !this.isSynced)) this.receiveSync(decoder)
    else if (super.listens) this.#presence.receive(kind, decoder)
  }

  cursor(number: number): void {
    this.options.send(this.#presence.at(number))
  }

  protected override sendSync(frame: Uint8Array): void {
    this.options.send(frame)
  }
}
