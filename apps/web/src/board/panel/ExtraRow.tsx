import type { TLShape } from 'tldraw'
import { CopyRow } from '../journey/CopyRow.tsx'
import { LanesRow } from '../journey/LanesRow.tsx'
import { StackRow } from '../journey/StackRow.tsx'
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
    case 'lanes':
      return <LanesRow journeyId={shape.id} />
    case 'copyJourney':
      return <CopyRow journeyId={shape.id} />
    case 'stackJourneys':
      return <StackRow journeyId={shape.id} />
  }
}
