import type { ShapeId } from '../ids/recordId.ts'
import { needParts } from '../records/needSentence.ts'
import type { ShapeOf } from '../records/recordKinds.ts'
import { CHARACTER, lineCount } from './cardHeight.ts'
import { personaHeight } from './personaHeight.ts'
import type { LinkedCard } from './Strands.ts'

/** Height of a persona in a layout, where no browser measures words: her fields, and the needs among the cards that are hers. */
export function laidPersonaHeight(persona: ShapeOf<'persona'>, cards: readonly LinkedCard[]): number {
  return personaHeight({ persona, needs: needsOf(persona.id, cards) }, persona.geometry[3], plainLines)
}

/** Words of the needs that belong to a persona. */
function needsOf(personaId: ShapeId, cards: readonly LinkedCard[]): string[] {
  return cards.flatMap(({ shape, targets }) =>
    shape.type === 'card' && shape.kind === 'need' && targets.includes(personaId)
      ? [needParts(shape.text, 'nl').words]
      : [],
  )
}

function plainLines(text: string, width: number): number {
  return lineCount(text, width, CHARACTER)
}
