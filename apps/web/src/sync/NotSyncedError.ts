/** A binding was asked to connect to a document that was not received yet: its emptiness means nothing. */
export class NotSyncedError extends Error {
  override readonly name = 'NotSyncedError'

  constructor() {
    super('connect() before the document was received: wait for RoomConnection.ready')
  }
}
