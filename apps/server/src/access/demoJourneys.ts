import riet from '@samenreis/model/demo/demo-riet.json' with { type: 'json' }
import yonas from '@samenreis/model/demo/demo-yonas.json' with { type: 'json' }
import type { Start } from '@samenreis/model/api/rooms'
import { contentOfDemo } from '@samenreis/model/interchange/demoContent'
import { Demo } from '@samenreis/model/interchange/demoSchema'
import type { RoomContent } from '@samenreis/model/interchange/roomContent'

const files = { 'demo-riet': riet, 'demo-yonas': yonas } as const satisfies Record<Exclude<Start, 'empty'>, unknown>

/** The demo journey that a room may start with. Made anew each time: it is small, and nobody can change another's. */
export function demoJourney(start: Exclude<Start, 'empty'>): RoomContent {
  return contentOfDemo(Demo.parse(files[start]))
}
