import type { Warning, WarningCode } from './improvementAction.ts'

/** The order in which an action lists its warnings: what it is, where it stands, what it links to, who, when, how, and beside what. */
const order: Readonly<Record<WarningCode, number>> = {
  REMOVED_FROM_BOARD: 0,
  UNTYPED_CARD: 1,
  TITLE_FROM_DESCRIPTION: 2,
  TITLE_SHORTENED: 3,
  PLACED_NEAR_EDGE: 4,
  UNPLACED: 5,
  AMBIGUOUS_ALIGNMENT: 6,
  PHASE_DIFFERS: 7,
  DANGLING_LINK: 8,
  ARROW_UNBOUND: 9,
  QUOTE_WITHHELD: 10,
  OWNER_CONFLICT: 11,
  ORG_FIELD_OVER_ARROW: 12,
  ORG_SUGGESTED: 13,
  OWNER_MULTIPLE: 14,
  OWNER_IS_CLIENT: 15,
  OWNER_GONE: 16,
  DEADLINE_UNPARSED: 17,
  DEADLINE_PAST: 18,
  MATRIX_OVER_FIELD: 19,
  QUICK_WIN_MISMATCH: 20,
  QUICK_WIN_NEEDS_POLICY: 21,
  DEPENDENCY_CYCLE: 22,
  VOTES_OPEN: 23,
  POSSIBLE_DUPLICATE: 24,
  PERSONAL_DATA: 25,
}

/** Warnings in their fixed order; two of one code by what they are about. */
export function inOrder(warnings: readonly Warning[]): Warning[] {
  return warnings.toSorted((a, b) => order[a.code] - order[b.code] || compare(a.refs.join(), b.refs.join()))
}

/** A warning about these, or none when there is nothing to warn about. */
export function warningAbout(code: WarningCode, refs: readonly string[]): Warning[] {
  return refs.length === 0 ? [] : [{ code, refs }]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
