import type { TLShape, TLShapeUtilCanBindOpts } from 'tldraw'
import { isDomainType } from '@samenreis/model/records/recordKinds'
import { canBelongTo, type BelongingKind } from './canBelongTo.ts'

/** Answer of every domain shape to tldraw's `canBind`: arrows always, `belongs_to` where it has a meaning. */
export function bindsDomainShape({ bindingType, fromShape, toShape }: TLShapeUtilCanBindOpts): boolean {
  if (bindingType !== 'belongs_to') return true
  const from = belongingKindOf(fromShape)
  return from !== null && isDomainType(toShape.type) && canBelongTo(from, toShape.type)
}

/** What the shape counts as when it belongs to something: for a card its own kind; null for what never belongs. */
export function belongingKindOf(shape: TLShape | { type: TLShape['type'] }): BelongingKind | null {
  if (!isDomainType(shape.type)) return null
  if (shape.type !== 'card') return shape.type
  return 'props' in shape && shape.type === 'card' ? shape.props.kind : null
}
