import { BelongsToLines } from './belongsTo/BelongsToLines.tsx'
import { CurveStroke } from './curve/CurveStroke.tsx'
import { LevelOfDetail } from './detail/LevelOfDetail.tsx'
import { MapMarks } from './mapMarks/MapMarks.tsx'
import { TypingMarks } from './typingMarks/TypingMarks.tsx'

/** What the shapes need beside themselves. For tldraw's `OnTheCanvas`, once a board. */
export function ShapeMarks() {
  return (
    <>
      <LevelOfDetail />
      <BelongsToLines />
      <CurveStroke />
      <TypingMarks />
      <MapMarks />
    </>
  )
}
