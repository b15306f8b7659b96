/** The store says that there is no such room. Never thrown because reading failed. */
export class RoomNotFoundError extends Error {
  override readonly name = 'RoomNotFoundError'

  constructor() {
    super('There is no such room')
  }
}
