import { SCHEMA_VERSION } from '@samenreis/model/document/BoardDocument'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { CloseReason } from '@samenreis/model/protocol/closeCodes'
import type { Hello } from '@samenreis/model/protocol/messages'
import type { Role } from '@samenreis/model/records/enumerations'
import { Cell } from './Watchable.ts'

/** Who this tab's person is, as the server says. */
export interface Me {
  readonly participantId: ParticipantId
  readonly role: Role
  /** false for screens and observers, and for everyone while the room is read-only or older than this page. */
  readonly mayEdit: boolean
}

/** The server's HELLO, its first message: which board this is, and who this person is on it. */
export class Welcome {
  readonly hello = new Cell<Hello | null>(null)
  readonly me = new Cell<Me | null>(null)

  /** Takes a HELLO in. Returns why this document must end, or null: nothing of it is taken then. */
  accept(hello: Hello): CloseReason | null {
    const known = this.hello.get()
    // Both ends before any byte of the document is exchanged: HELLO is the server's first message.
    if (known !== null && known.epoch !== hello.epoch) return 'epoch-changed'
    if (hello.schemaVersion > SCHEMA_VERSION) return 'client-too-old'
    this.hello.set(hello)
    return null
  }

  /** Whether this page is newer than the board, which is so while the server is not brought up to date (reliability.md F17). */
  get isAhead(): boolean {
    const hello = this.hello.get()
    return hello !== null && hello.schemaVersion < SCHEMA_VERSION
  }

  /** Tells who this person is, when that is news. @param readOnly whether nobody may edit at this moment */
  updateMe(readOnly: boolean): void {
    const hello = this.hello.get()
    if (hello === null) return
    const mayEdit = hello.mayEdit && !readOnly && !this.isAhead
    const me = this.me.get()
    if (me?.participantId === hello.participantId && me.role === hello.role && me.mayEdit === mayEdit) return
    this.me.set({ participantId: hello.participantId, role: hello.role, mayEdit })
  }
}
