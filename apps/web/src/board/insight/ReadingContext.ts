import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { labelOf } from '@samenreis/model/journey/label'
import type { View } from '@samenreis/model/journey/views/View'
import { isShape } from '@samenreis/model/records/recordClass'
import type { BoardShape } from '@samenreis/model/records/recordKinds'
import type { JourneyChoice } from './JourneyChoices.ts'
import type { Reading } from './Reading.ts'

export const ReadingContext = createContext<Reading | null>(null)

/** @throws when used outside the sheet. */
function useReading(): Reading {
  const reading = useContext(ReadingContext)
  if (reading === null) throw new Error('useReading outside the sheet')
  return reading
}

/** What a view tells now, followed. Nothing is rendered again while it tells the same. */
export function useView<Args extends readonly ShapeId[], Result>(view: View<Args, Result>, ...args: Args): Result {
  const { views } = useReading()
  const key = args.join(' ')
  const source = useMemo(
    () => ({
      subscribe: (listener: () => void) => views.subscribe(view, args, listener),
      read: () => views.read(view, ...args),
    }),
    // oxlint-disable-next-line react/exhaustive-deps -- the key says which arguments; their array is a new one each time
    [views, view, key],
  )
  return useSyncExternalStore(source.subscribe, source.read)
}

/**
 * Something of a shape as it is now, followed: a text or a number, so that nothing is rendered again while it stays. null when
 * the shape is gone.
 */
export function useOfShape<Value extends string | number | boolean>(
  id: ShapeId,
  pick: (shape: BoardShape) => Value | null,
): Value | null {
  const { live } = useReading()
  return useSyncExternalStore(live.subscribe, () => {
    const record = live.get().records.get(id)
    return record !== undefined && isShape(record) ? pick(record) : null
  })
}

/** The words of a shape, followed; '' when it has none, null when it is gone. */
export function useLabel(id: ShapeId): string | null {
  return useOfShape(id, labelOf)
}

/** The journeys to choose from, followed. */
export function useJourneyChoices(): readonly JourneyChoice[] {
  const { live, journeys } = useReading()
  return useSyncExternalStore(live.subscribe, journeys)
}
