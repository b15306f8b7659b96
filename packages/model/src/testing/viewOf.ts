import type { ShapeId } from '../ids/recordId.ts'
import { LiveBoard } from '../journey/LiveBoard.ts'
import type { View } from '../journey/views/View.ts'
import type { BoardRecord } from '../records/recordKinds.ts'

/** What one view tells about these records, once. */
export function viewOf<Args extends readonly ShapeId[], Result>(
  records: Iterable<BoardRecord>,
  view: View<Args, Result>,
  ...args: Args
): Result {
  return view.compute(new LiveBoard(records), ...args)
}
