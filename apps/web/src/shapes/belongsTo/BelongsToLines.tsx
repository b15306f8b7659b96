import { memo } from 'react'
import { useEditor, useValue } from 'tldraw'
import { belongingLines } from './belongingLines.ts'
import './belongsTo.css'

/** Thin lines from what is selected to what it belongs to, and from what belongs to it. Stands on the canvas, in page space. */
export const BelongsToLines = memo(function BelongsToLines() {
  const editor = useEditor()
  const lines = useValue('belonging lines', () => belongingLines(editor), [editor])
  if (lines.length === 0) return null
  return (
    <svg className="belongs-to" aria-hidden>
      {lines.map(({ id, x1, y1, x2, y2 }) => (
        <g key={id}>
          <line className="belongs-to__halo" x1={x1} y1={y1} x2={x2} y2={y2} />
          <line className="belongs-to__line" x1={x1} y1={y1} x2={x2} y2={y2} />
          <circle className="belongs-to__end" cx={x2} cy={y2} />
        </g>
      ))}
    </svg>
  )
})
