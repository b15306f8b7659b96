import { voiceLines } from '../../../shapes/look/voiceLines.ts'
import { FaceDrawing } from '../../../shapes/look/Face.tsx'
import { nearestFeeling } from '../numbers.ts'

const WIDTH = 240
const HEIGHT = 34
const EDGE = 15
const FACE = 24

interface Props {
  /** Means, -2 … 2. */
  readonly client: number
  readonly staff: number
}

/** A client's face and the staff's dot on one line from very bad to very good, with the gap between them. The words beside it say the same. */
export function GapScale({ client, staff }: Props) {
  const at = (mean: number): number => EDGE + ((mean + 2) / 4) * (WIDTH - 2 * EDGE)
  const middle = HEIGHT / 2
  return (
    <svg className="gap-scale" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      <line x1={EDGE} x2={WIDTH - EDGE} y1={middle} y2={middle} stroke="var(--line)" strokeWidth={2} />
      {[-2, -1, 0, 1, 2].map((each) => (
        <circle key={each} cx={at(each)} cy={middle} r={2.5} fill="var(--edge)" />
      ))}
      <line
        x1={at(client)}
        x2={at(staff)}
        y1={middle}
        y2={middle}
        stroke={voiceLines.client.colour}
        strokeOpacity={0.28}
        strokeWidth={12}
      />
      <circle
        cx={at(staff)}
        cy={middle}
        r={7}
        fill="var(--sheet)"
        stroke={voiceLines.professional.colour}
        strokeWidth={3.5}
      />
      <g transform={`translate(${at(client) - FACE / 2} ${middle - FACE / 2})`}>
        <FaceDrawing feeling={nearestFeeling(client)} />
      </g>
    </svg>
  )
}
