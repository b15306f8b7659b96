import { createTLStore, type TLShape, type TLStore } from 'tldraw'
import type { DomainType } from '@samenreis/model/records/recordKinds'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { boardSchema } from '../../canvas/boardSchema.ts'
import { RoomConnection } from '../RoomConnection.ts'
import { StoreBinding } from '../StoreBinding.ts'
import { canvasShape } from './canvasShape.ts'

/** One person's tab without its screen: a connection to a server, tldraw's store, and the binding between them. */
export class ConnectedCanvas {
  readonly connection: RoomConnection
  readonly store: TLStore = createTLStore({ schema: boardSchema() })
  readonly binding: StoreBinding

  constructor(serverUrl: string, roomId: RoomId, token: string) {
    this.connection = new RoomConnection({ roomId, serverUrl, subprotocols: [`bearer.${token}`] })
    this.binding = new StoreBinding({ board: this.connection.board, store: this.store })
    this.connection.followPending(this.binding.pending)
  }

  /** Resolves when the board is on the canvas. */
  async open(): Promise<this> {
    const { ready } = this.connection
    const opened = new Promise<void>((resolve) => {
      const stop = ready.subscribe(() => {
        stop()
        resolve()
      })
    })
    this.connection.connect()
    await opened
    this.binding.connect()
    return this
  }

  close(): void {
    this.binding.disconnect()
    this.connection.destroy()
  }

  create(type: DomainType, id: string, props: Record<string, unknown>): void {
    this.store.put([canvasShape(type, id, props)])
  }

  change(id: string, change: Partial<TLShape>, props: Record<string, unknown> = {}): void {
    this.store.update(
      id as TLShape['id'],
      (shape) => ({ ...shape, ...change, props: { ...shape.props, ...props } }) as TLShape,
    )
  }

  /** A prop of a shape, or `x` or `y`; null when it is not on the canvas. */
  value(id: string, name: string): unknown {
    const shape = this.store.get(id as TLShape['id'])
    if (shape === undefined) return null
    return name === 'x' || name === 'y' ? shape[name] : Reflect.get(shape.props, name)
  }
}
