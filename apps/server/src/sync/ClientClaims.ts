import type { ParticipantId } from '@samenreis/model/ids/participantId'
import { SEED_CLIENT_ID } from '@samenreis/model/document/seed'

/**
 * Which participant each Yjs client id belongs to (reliability.md F09). Who writes first under an id has it for good; two
 * people under one id would split the board without anybody noticing.
 */
export class ClientClaims {
  readonly #owners: Map<number, ParticipantId>
  readonly #unsaved = new Map<number, ParticipantId>()

  constructor(stored: ReadonlyMap<number, ParticipantId>) {
    this.#owners = new Map(stored)
  }

  ownerOf(clientId: number): ParticipantId | undefined {
    return this.#owners.get(clientId)
  }

  /**
   * Whether this person may write under the id.
   * @param known whether the document has structs of this id: an id with history and no owner is the server's or the seed's
   */
  permits(clientId: number, participantId: ParticipantId, known: boolean): boolean {
    const owner = this.#owners.get(clientId)
    return owner === undefined ? clientId !== SEED_CLIENT_ID && !known : owner === participantId
  }

  claim(clientId: number, participantId: ParticipantId): void {
    if (this.#owners.has(clientId)) return
    this.#owners.set(clientId, participantId)
    this.#unsaved.set(clientId, participantId)
  }

  /** Claims that are in no stored batch yet; the caller stores them, or gives them back. */
  takeUnsaved(): Map<number, ParticipantId> {
    const taken = new Map(this.#unsaved)
    this.#unsaved.clear()
    return taken
  }

  putBack(claims: ReadonlyMap<number, ParticipantId>): void {
    for (const [clientId, participantId] of claims) this.#unsaved.set(clientId, participantId)
  }
}
