import type { TLShape } from 'tldraw'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { domainKinds, type DomainType } from '@samenreis/model/records/recordKinds'

/** A new shape of the domain as the canvas would make it: at the origin of the first page, with its kind's own values. */
export function canvasShape(
  type: DomainType,
  id: string,
  props: Readonly<Record<string, unknown>> = {},
  place: Partial<TLShape> = {},
): TLShape {
  const { defaults, size } = domainKinds[type]
  return {
    typeName: 'shape',
    id,
    type,
    parentId: FIRST_PAGE_ID,
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    ...place,
    props: { ...defaults, ...size, ...props },
  } as unknown as TLShape
}
