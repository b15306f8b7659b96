import type { CardKind } from '@samenreis/model/records/enumerations'
import type { CardKindDefinition } from './ShapeDefinition.ts'
import { cardTool } from './card/CardTool.ts'
import { cardKindIcons } from './look/icons.ts'

function define<Kind extends CardKind>(kind: Kind, kbd: string): CardKindDefinition {
  const tool = cardTool(kind)
  return {
    kind,
    tool,
    toolId: tool.id,
    icon: cardKindIcons[kind],
    wordKey: `kinds:cardKind.${kind}`,
    kbd,
    family: kind,
  }
}

/** Each kind of card with its own tool, icon, word, colour and shortcut. */
export const cardKindDefinitions: Readonly<Record<CardKind, CardKindDefinition>> = {
  quote: define('quote', 'u'),
  need: define('need', 'shift+b'),
  good_practice: define('good_practice', 'shift+w'),
  consequence: define('consequence', 'shift+n'),
  policy_rule: define('policy_rule', 'shift+r'),
  question: define('question', 'y'),
}
