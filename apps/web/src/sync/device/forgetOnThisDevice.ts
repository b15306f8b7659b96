import type { RoomId } from '@samenreis/model/ids/roomId'
import { sayOwnDevice } from './deviceConsent.ts'
import { DeviceStore } from './DeviceStore.ts'
import { UnstoredMark } from './UnstoredMark.ts'

/**
 * Takes away from this device everything that is kept of a session's unstored work, and the word that it is an own device. Resolves
 * when it is gone. @throws when the browser cannot: then it may still be there
 */
export async function forgetOnThisDevice(roomId: RoomId): Promise<void> {
  sayOwnDevice(roomId, null)
  new UnstoredMark(roomId).write(null)
  if (typeof indexedDB !== 'undefined') await new DeviceStore().wipe(roomId)
}
