import { plainTextOf } from '../records/drawing.ts'
import type { BoardShape } from '../records/recordKinds.ts'

/** The words by which a shape is named in a list; '' when it has none. */
export function labelOf(shape: BoardShape): string {
  switch (shape.type) {
    case 'journey':
    case 'phase':
    case 'touchpoint':
    case 'pain-point':
    case 'idea':
    case 'matrix':
      return collapsed(shape.title)
    case 'persona':
    case 'actor':
    case 'frame':
      return collapsed(shape.name)
    case 'card':
      return collapsed(shape.text)
    case 'curve':
      return collapsed(shape.label)
    case 'note':
    case 'text':
    case 'geo':
    case 'arrow':
      return collapsed(plainTextOf(shape.richText))
    case 'group':
    case 'draw':
    case 'highlight':
    case 'line':
      return ''
  }
}

/** One line, single spaces: as a label or a title shows it. */
export function collapsed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
