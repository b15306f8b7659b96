import { contentOfDemo } from '@samenreis/model/interchange/demoContent'
import type { Demo } from '@samenreis/model/interchange/demoSchema'
import type { RoomContent } from '@samenreis/model/interchange/roomContent'
import { shippedDemo, type DemoStart } from '@samenreis/model/interchange/shippedDemos'

/** The content of a room that starts with a demo, and what such a session is for. */
export function demoJourney(start: DemoStart): RoomContent & Pick<Demo['room'], 'template' | 'context'> {
  const demo = shippedDemo(start)
  return { ...contentOfDemo(demo), template: demo.room.template, context: demo.room.context }
}
