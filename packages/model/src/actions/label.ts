import { plainTextOf } from '../records/drawing.ts'
import type { BoardShape } from '../records/recordKinds.ts'
import type { Ref, Via } from './improvementAction.ts'
import { collapsed } from './words.ts'

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

/** A shape as an action refers to it. */
export function refOf(shape: BoardShape, via: Via): Ref {
  return { id: shape.id, label: labelOf(shape), via }
}
