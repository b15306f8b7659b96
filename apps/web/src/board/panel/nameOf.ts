import { isDomainType } from '@samenreis/model/records/recordKinds'
import type { TLShape } from 'tldraw'
import { shapeDefinitions } from '../../shapes/shapeDefinitions.ts'

/** The words of a shape as a name in lists and chips; '' when it has none (yet) or is no card. */
export function nameOf(shape: TLShape): string {
  if (!isDomainType(shape.type)) return ''
  const value: unknown = (shape.props as unknown as Record<string, unknown>)[shapeDefinitions[shape.type].textField]
  return typeof value === 'string' ? value.trim() : ''
}
