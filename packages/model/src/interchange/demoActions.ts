import { ShapeId } from '../ids/recordId.ts'
import { DemoError } from './DemoError.ts'
import type { Demo, DemoAction } from './demoSchema.ts'

/** Who waits for what: the card or idea `before` must be done before the idea `after`. Demo ids. */
export interface DemoDependency {
  readonly before: string
  readonly after: string
  /** How the extraction knows it (actions.md D2 `dependsOn`): a promoted card belongs to the idea, an idea has an arrow. */
  readonly as: 'belongs_to' | 'arrow'
}

/**
 * What the demo's actions say, as fields of the shape they come from, by demo id. A card named by an action is promoted.
 * `type` is left out: the extraction derives it.
 *
 * @throws DemoError when an action names no idea or card of the demo, or two actions name the same one
 */
export function actionFieldsOf(demo: Demo): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const fields = new Map<string, Record<string, unknown>>()
  for (const action of demo.actions) {
    const source = sourceOf(demo, action)
    if (fields.has(source.id)) throw new DemoError(`actions: ${source.id} is named twice`)
    const { owner, organisationId, deadline, status, moscow, title } = action
    const shared = { owner, organisationId: ShapeId.parse(`shape:${organisationId}`), deadline, status, moscow }
    fields.set(source.id, source.isCard ? { ...shared, promoted: true, title: title ?? '' } : shared)
  }
  return fields
}

/** @throws DemoError when a dependency names no action of the demo, or a card would have to wait */
export function dependenciesOf(demo: Demo): DemoDependency[] {
  const sources = new Map(demo.actions.map((action) => [action.id, sourceOf(demo, action)]))
  return demo.actions.flatMap((action) =>
    action.dependsOn.map((id): DemoDependency => {
      const before = sources.get(id)
      const after = sourceOf(demo, action)
      if (before === undefined) throw new DemoError(`actions: ${action.id} waits for ${id}, which is no action here`)
      if (after.isCard) throw new DemoError(`actions: ${action.id} is a card; only an idea can wait for another action`)
      return { before: before.id, after: after.id, as: before.isCard ? 'belongs_to' : 'arrow' }
    }),
  )
}

function sourceOf(demo: Demo, action: DemoAction): { id: string; isCard: boolean } {
  const { ideaId, cardId } = action
  if (ideaId !== null && demo.ideas.some((idea) => idea.id === ideaId)) return { id: ideaId, isCard: false }
  const card = demo.cards.find((each) => each.id === cardId && each.kind === 'consequence')
  if (card === undefined) throw new DemoError(`actions: ${action.id} names no idea and no consequence of this demo`)
  return { id: card.id, isCard: true }
}
