import { onTestFinished } from 'vitest'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { RoomConnection } from '../../apps/web/src/sync/RoomConnection.ts'
import type { RoomConnectionOptions } from '../../apps/web/src/sync/RoomConnectionOptions.ts'
import { RoomOpening } from '../../apps/web/src/sync/RoomOpening.ts'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from './eventually.ts'

export interface WebClientOptions extends Partial<RoomConnectionOptions> {
  readonly token: string
  readonly room?: RoomId
}

function optionsOf(
  at: { readonly syncUrl: string },
  { token, room = roomA, ...others }: WebClientOptions,
): RoomConnectionOptions {
  return { roomId: room, serverUrl: at.syncUrl, subprotocols: [`bearer.${token}`], ...others }
}

/** The browser's own connection without a screen: connecting, and gone when the test is over. */
export function connectWeb(at: { readonly syncUrl: string }, options: WebClientOptions): RoomConnection {
  const connection = new RoomConnection(optionsOf(at, options))
  onTestFinished(() => connection.destroy())
  connection.connect()
  return connection
}

/** The same with everything of it stored. */
export async function openWeb(at: { readonly syncUrl: string }, options: WebClientOptions): Promise<RoomConnection> {
  const connection = connectWeb(at, options)
  await saved(() => connection)
  return connection
}

/** A room as the board's page opens it: what is refused is begun anew by itself. */
export async function openRoomPage(
  at: { readonly syncUrl: string },
  options: WebClientOptions,
): Promise<{ opening: RoomOpening; now: () => RoomConnection }> {
  const opening = new RoomOpening(optionsOf(at, options))
  onTestFinished(opening.subscribe(() => undefined))
  const now = (): RoomConnection => {
    const connection = opening.get()
    if (connection === null) throw new Error('The room is not open')
    return connection
  }
  await saved(now)
  return { opening, now }
}

/** Resolves when the label says so. */
export async function saved(now: () => RoomConnection, timeoutMs?: number): Promise<void> {
  await eventually(() => {
    const { kind } = now().state.get()
    if (kind !== 'saved') throw new Error(`The label says ${kind}`)
  }, timeoutMs)
}
