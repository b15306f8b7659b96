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
      {lines.map(({ id, path, end }) => (
        <g key={id}>
          <path className="belongs-to__halo" d={path} />
          <path className="belongs-to__line" d={path} />
          <circle className="belongs-to__end" cx={end.x} cy={end.y} />
        </g>
      ))}
    </svg>
  )
})
