import type { TLShape } from 'tldraw'
import { MergeRow } from '../merge/MergeRow.tsx'
import { BelongsToRow } from './BelongsToRow.tsx'
import { FeelingRow } from './FeelingRow.tsx'
import type { Extra } from './FieldDefinition.ts'

interface Props {
  readonly extra: Extra
  readonly shape: TLShape
}

/** A row of the panel that is no field of the record. */
export function ExtraRow({ extra, shape }: Props) {
  switch (extra) {
    case 'feeling':
      return <FeelingRow touchpointId={shape.id} />
    case 'belongsTo':
      return <BelongsToRow shape={shape} />
    case 'merge':
      return shape.type === 'idea' ? <MergeRow idea={shape} /> : null
  }
}
