import type { TLStore } from 'tldraw'
import type { SharedRecord } from './tldrawRecord.ts'

/** Who follows a store. */
export interface StoreFollower {
  /** A shared record came (`before` null), changed or went (`after` null) by the user's doing, or by tldraw's rules. */
  readonly handleChange: (before: SharedRecord | null, after: SharedRecord | null) => void
  /** Everything that belongs together was changed. */
  readonly handleComplete: () => void
}

/** Tells of the changes of shared records that are not merged in from elsewhere. Returns what ends it. */
export function followStore({ sideEffects }: TLStore, { handleChange, handleComplete }: StoreFollower): () => void {
  const stops = (['shape', 'binding', 'page'] as const).flatMap((type) => [
    sideEffects.registerAfterCreateHandler(type, (record, source) => {
      if (source === 'user') handleChange(null, record)
    }),
    sideEffects.registerAfterChangeHandler(type, (before, after, source) => {
      if (source === 'user') handleChange(before, after)
    }),
    sideEffects.registerAfterDeleteHandler(type, (record, source) => {
      if (source === 'user') handleChange(record, null)
    }),
  ])
  stops.push(sideEffects.registerOperationCompleteHandler(handleComplete))
  return () => {
    for (const stop of stops) stop()
  }
}
