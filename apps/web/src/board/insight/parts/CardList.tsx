import type { ShapeId } from '@samenreis/model/ids/recordId'
import { CardRow } from './CardRow.tsx'

/** Cards by their words, each leading to its place. */
export function CardList({ ids }: { readonly ids: readonly ShapeId[] }) {
  return (
    <ul className="row-list">
      {ids.map((id) => (
        <li key={id}>
          <CardRow id={id} />
        </li>
      ))}
    </ul>
  )
}
