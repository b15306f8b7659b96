import type { RoomId } from '@samenreis/model/ids/roomId'
import { mySessionsHere } from '../share/mySessionsHere.ts'
import { clearRoom } from '../sync/device/clearRoom.ts'

/** What was done before the start page is shown: it says so. */
export const departures = ['left', 'erased', 'roomErased'] as const
export type Departure = (typeof departures)[number]
export const DEPARTURE_PARAM = 'klaar'

/**
 * Takes away everything that this device has of a session, and goes to the start with a fresh page: nothing of the session is left in
 * memory, and the board's own place in the history is taken (reliability.md F89).
 */
export async function leaveDevice(roomId: RoomId, departure: Departure): Promise<void> {
  mySessionsHere.forget(roomId)
  await clearRoom(roomId)
  window.location.replace(`/?${DEPARTURE_PARAM}=${departure}`)
}
