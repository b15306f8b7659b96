import rietJson from '../../demo/demo-riet.json' with { type: 'json' }
import yonasJson from '../../demo/demo-yonas.json' with { type: 'json' }
import { FIRST_PAGE_ID } from '../document/seed.ts'
import type { ShapeId } from '../ids/recordId.ts'
import { contentOfDemo } from '../interchange/demoContent.ts'
import { shapeIdOf } from '../interchange/demoRecords.ts'
import { Demo } from '../interchange/demoSchema.ts'
import { shippedDemo } from '../interchange/shippedDemos.ts'
import type { BoardRecord } from '../records/recordKinds.ts'

const page: BoardRecord = { id: FIRST_PAGE_ID, type: 'page', name: '', index: 'a1', meta: {} }

/** The board that the demo of Riet becomes, its page first. */
export function boardOfRiet(): BoardRecord[] {
  return [page, ...contentOfDemo(Demo.parse(rietJson)).records]
}

/** The board of a room that starts with Riet: her journey on paper above the lived one. */
export function boardOfRietOnPaper(): BoardRecord[] {
  return [page, ...contentOfDemo(shippedDemo('demo-riet')).records]
}

/** The board that the demo of Yonas becomes, its page first. */
export function boardOfYonas(): BoardRecord[] {
  return [page, ...contentOfDemo(Demo.parse(yonasJson)).records]
}

/** Ids of a demo, as its file writes them, as ids of the board. */
export function demoIds(ids: string): ShapeId[] {
  return ids.split(' ').filter(Boolean).map(shapeIdOf)
}

/** Id of a demo, as its file writes it. */
export function demoId(id: ShapeId): string {
  return id.slice('shape:'.length)
}
