import type { LaneKey } from '@samenreis/model/records/enumerations'
import type { BelongingKind } from './canBelongTo.ts'

const lanes: Readonly<Partial<Record<BelongingKind, LaneKey>>> = {
  touchpoint: 'touchpoints',
  quote: 'quotes',
  need: 'needs',
  'pain-point': 'pain_points',
  idea: 'ideas',
  consequence: 'consequences',
  good_practice: 'good_practices',
}

/** The lane in which one looks for this kind; null for what has none. */
export function usualLane(kind: BelongingKind | null): LaneKey | null {
  return kind === null ? null : (lanes[kind] ?? null)
}
