import { useEffect, useState } from 'react'
import { createTLStore, type Editor, type TLStore } from 'tldraw'
import { boardSchema } from '../canvas/boardSchema.ts'
import { JourneyLock } from '../shapes/lock/JourneyLock.ts'
import { DeletedWhileTyping } from '../sync/DeletedWhileTyping.ts'
import { inNextFrame } from '../sync/inNextFrame.ts'
import { LocalPresence } from '../sync/LocalPresence.ts'
import { Presences } from '../sync/Presences.ts'
import type { RoomConnection } from '../sync/RoomConnection.ts'
import { StoreBinding } from '../sync/StoreBinding.ts'
import { useWatched } from '../sync/useRoomConnection.ts'
import { isFacilitator } from './BoardSession.ts'

/** A store that shows the room's document and the people in it. */
export interface BoundStore {
  readonly store: TLStore
  readonly lock: JourneyLock
  readonly binding: StoreBinding
  readonly presences: Presences
  readonly deleted: DeletedWhileTyping
}

/** The board's store, bound to the document; null until the whole board was received. A new connection gets a new store. */
export function useBoardStore(connection: RoomConnection): BoundStore | null {
  const ready = useWatched(connection.ready)
  const [bound, setBound] = useState<BoundStore | null>(null)
  useEffect(() => {
    if (!ready) return undefined
    const { board, people, roster } = connection
    const store = createTLStore({ schema: boardSchema() })
    const leads = () => isFacilitator(connection.me.get()?.role ?? 'observer')
    const lock = new JourneyLock({ store, leads })
    lock.start()
    const binding = new StoreBinding({ board, store, inNextFrame })
    binding.connect()
    const stopPending = connection.followPending(binding.pending)
    const me = () => connection.me.get()?.participantId ?? null
    const presences = new Presences({ store, people, roster, me })
    presences.connect()
    const deleted = new DeletedWhileTyping({ board, binding, holderOf: (id) => presences.holderOf(id) })
    // oxlint-disable-next-line react/set-state-in-effect -- the store is connected here and let go of below
    setBound({ store, lock, binding, presences, deleted })
    return () => {
      setBound(null)
      deleted.stop()
      presences.disconnect()
      binding.disconnect()
      // After the binding, which wrapped the history that the lock wrapped before it.
      lock.stop()
      stopPending()
    }
  }, [connection, ready])
  return bound
}

/**
 * Connects the editor to the room: gestures to the binding, cursor and selection to the others. `leave` ends it.
 * @param isSeen false on the big screen, which nobody sees pointing
 */
export function joinEditor(
  editor: Editor,
  { binding }: BoundStore,
  connection: RoomConnection,
  isSeen: boolean,
): { readonly presence: LocalPresence; readonly leave: () => void } {
  const detach = binding.attach(editor)
  const presence = new LocalPresence({ editor, people: connection.people })
  if (isSeen) presence.start()
  const leave = (): void => {
    presence.stop()
    detach()
  }
  return { presence, leave }
}
