import riet from '../../demo/demo-riet.json' with { type: 'json' }
import conversations from '../../demo/demo-riet-gesprekken.json' with { type: 'json' }
import paper from '../../demo/demo-riet-papier.json' with { type: 'json' }
import session from '../../demo/demo-riet-sessie.json' with { type: 'json' }
import yonas from '../../demo/demo-yonas.json' with { type: 'json' }
import type { Start } from '../api/rooms.ts'
import { castOf, joinDemos } from './demoJoin.ts'
import { Demo } from './demoSchema.ts'

export type DemoStart = Exclude<Start, 'empty'>

/** What stands on the board of each demo start, journeys from top to bottom. */
const starts: Readonly<Record<DemoStart, () => Demo>> = {
  /** The journey on paper above the lived one. */
  'demo-riet': () => joinDemos(Demo.parse(riet).room, [Demo.parse(paper), Demo.parse(riet)]),
  'demo-yonas': () => Demo.parse(yonas),
  /** A session as it stands ready at minute 0:24 of facilitation.md: paper, two people's own journeys, and room for the joint one. */
  'demo-session': () =>
    joinDemos(Demo.parse(session).room, [
      castOf(Demo.parse(riet)),
      Demo.parse(paper),
      Demo.parse(conversations),
      Demo.parse(session),
    ]),
}

/**
 * The demo that a room may start with. Made anew each time: it is small, and nobody can change another's.
 *
 * @throws ZodError never with the files we ship; a test holds them to the schema
 */
export function shippedDemo(start: DemoStart): Demo {
  return starts[start]()
}
