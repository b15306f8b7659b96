/** A change that the board does not accept. Nothing of it was kept. */
export class InvalidContentError extends Error {
  override readonly name = 'InvalidContentError'
  /** Records and fields that were wrong: names only. */
  readonly detail: string

  constructor(detail: string) {
    super('The board does not accept this change')
    this.detail = detail
  }
}
