import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import type { putRecord } from '@samenreis/model/document/write'
import { shapeKinds } from '@samenreis/model/records/recordKinds'

/** A step on the first page, with its defaults and these fields. */
export function step(part: string, fields: Record<string, unknown> = {}): Parameters<typeof putRecord>[1] {
  return shapeKinds.touchpoint.schema.parse({
    ...shapeKinds.touchpoint.defaults,
    id: `shape:${part}`,
    type: 'touchpoint',
    parentId: FIRST_PAGE_ID,
    index: 'a1',
    geometry: [0, 0, 0, 200, 150],
    isLocked: false,
    opacity: 1,
    meta: {},
    ...fields,
  })
}
