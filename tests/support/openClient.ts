import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from './eventually.ts'

export interface ClientOptions {
  readonly token: string
  readonly room?: RoomId
}

/** Somebody with a stock y-websocket client. */
export class StockClient {
  readonly doc: Y.Doc
  readonly board: BoardDocument
  readonly provider: WebsocketProvider
  /** Code with which the server closed for good; null while it did not. */
  closeCode: number | null = null

  constructor(syncUrl: string, { token, room = roomA }: ClientOptions) {
    this.doc = new Y.Doc()
    this.board = new BoardDocument(this.doc)
    this.provider = new WebsocketProvider(syncUrl, room, this.doc, {
      // `ws` in the place of the browser's class, as y-websocket's documentation asks for Node.
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      protocols: ['y-websocket', `bearer.${token}`],
      disableBc: true,
      maxBackoffTime: 200,
    })
    this.provider.on('connection-close', (event) => {
      this.closeCode = event?.code ?? null
    })
  }

  async synced(): Promise<this> {
    await eventually(() => {
      if (!this.provider.synced) throw new Error('The client has not synced')
    })
    return this
  }

  /** Ids of the records on this client's board. */
  ids(): string[] {
    return [...readBoard(this.board).records.keys()].toSorted()
  }

  destroy(): void {
    this.provider.destroy()
    this.doc.destroy()
  }
}

/** A stock client that is in the room and synced, gone when the test is over. */
export async function openClient(server: { readonly syncUrl: string }, options: ClientOptions): Promise<StockClient> {
  return await connectClient(server, options).synced()
}

/** A stock client that tries to get in. */
export function connectClient(server: { readonly syncUrl: string }, options: ClientOptions): StockClient {
  const client = new StockClient(server.syncUrl, options)
  onTestFinished(() => client.destroy())
  return client
}
