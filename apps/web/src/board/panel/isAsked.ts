import type { DomainType } from '@samenreis/model/records/recordKinds'
import type { TLShape } from 'tldraw'
import type { FieldDefinition } from './FieldDefinition.ts'

/** Whether a row means something for this card as it is now: a field that is not asked keeps its value. */
export function isAsked(
  { cardKinds, promotedOnly, withBasis }: Pick<FieldDefinition<DomainType>, 'cardKinds' | 'promotedOnly' | 'withBasis'>,
  { type, props }: TLShape,
): boolean {
  if (withBasis !== undefined && !('basis' in props && props.basis === withBasis)) return false
  if (cardKinds === undefined) return true
  if (type !== 'card' || !cardKinds.includes(props.kind)) return false
  return promotedOnly !== true || props.promoted
}
