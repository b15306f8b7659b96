import { contentOfDemo } from '@samenreis/model/interchange/demoContent'
import type { RoomContent } from '@samenreis/model/interchange/roomContent'
import { shippedDemo, type DemoStart } from '@samenreis/model/interchange/shippedDemos'

/** The content of a room that starts with a demo. */
export function demoJourney(start: DemoStart): RoomContent {
  return contentOfDemo(shippedDemo(start))
}
