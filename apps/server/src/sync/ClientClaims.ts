import type { ParticipantId } from '@samenreis/model/ids/participantId'
import { SEED_CLIENT_ID } from '@samenreis/model/document/seed'

/**
 * Which participant each Yjs client id belongs to (reliability.md F09). Who writes first under an id has it for good; two
 * people under one id would split the board without anybody noticing.
 */
export class ClientClaims {
  readonly #owners: Map<number, ParticipantId>
  readonly #retired: ReadonlySet<number>
  readonly #unsaved = new Map<number, ParticipantId>()

  /** @param retired ids that wrote in an earlier epoch of the room */
  constructor(stored: ReadonlyMap<number, ParticipantId>, retired: ReadonlySet<number> = new Set()) {
    this.#owners = new Map(stored)
    this.#retired = retired
  }

  ownerOf(clientId: number): ParticipantId | undefined {
    return this.#owners.get(clientId)
  }

  /**
   * Whether this person may write under the id. Nobody may under one of an earlier epoch: what was written under it then would come
   * back beside what the board was made anew from, twice (reliability.md F02).
   * @param known whether the document has structs of this id: an id with history and no owner is the server's or the seed's
   */
  permits(clientId: number, participantId: ParticipantId, known: boolean): boolean {
    if (this.#retired.has(clientId)) return false
    const owner = this.#owners.get(clientId)
    return owner === undefined ? clientId !== SEED_CLIENT_ID && !known : owner === participantId
  }

  claim(clientId: number, participantId: ParticipantId): void {
    if (this.#owners.has(clientId)) return
    this.#owners.set(clientId, participantId)
    this.#unsaved.set(clientId, participantId)
  }

  /** Every claim, stored or not. */
  all(): ReadonlyMap<number, ParticipantId> {
    return new Map(this.#owners)
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
