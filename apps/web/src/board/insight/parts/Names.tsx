import { Fragment } from 'react'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { Label } from './Label.tsx'

/** Several of the board by their words, in one line. */
export function Names({ ids }: { readonly ids: readonly ShapeId[] }) {
  return ids.map((id, at) => (
    <Fragment key={id}>
      {at === 0 ? null : ', '}
      <Label id={id} />
    </Fragment>
  ))
}
