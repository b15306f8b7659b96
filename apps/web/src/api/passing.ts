import type { ProblemReason } from './ProblemError.ts'

const passing: ReadonlySet<ProblemReason> = new Set<ProblemReason>([
  'unreachable',
  'room-unavailable',
  'internal',
  'too-many',
  'unexpected-answer',
])

/** Whether the same question may get another answer a moment later. */
export function mayPass(reason: ProblemReason): boolean {
  return passing.has(reason)
}
