import type * as Y from 'yjs'
import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { Quietly } from '../../actions/Quietly.ts'
import { documentChanges } from '../../sync/documentToStore.ts'
import { Cell, type Watchable } from '../../sync/Watchable.ts'
import { boardActions } from './boardActions.ts'

/** Ideas that look alike: each with the others. Both ways. */
export type Alike = ReadonlyMap<ShapeId, readonly ShapeId[]>

/** Fields of an idea that decide whether it looks like another; links and places are asked again with them. */
const TELLING: ReadonlySet<string> = new Set(['title', 'description', 'mergedInto', 'parentId'])

/**
 * Finds ideas that may be the same one twice (actions.md D5.14), after a quiet moment and only when an idea or a link changed.
 * Runs at the screens of facilitators, who alone decide about it. @see stop
 */
export class LookAlikes {
  private readonly board: BoardDocument
  private readonly cell = new Cell<Alike>(new Map())
  private readonly quietly = new Quietly(() => this.cell.set(alikeIdeas(boardActions(readBoard(this.board).records))))

  constructor(board: BoardDocument) {
    this.board = board
    board.records.observeDeep(this.handleEvents)
    this.quietly.now()
  }

  get alike(): Watchable<Alike> {
    return this.cell
  }

  stop(): void {
    this.board.records.unobserveDeep(this.handleEvents)
    this.quietly.stop()
  }

  private readonly handleEvents = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const [id, fields] of documentChanges(events)) {
      const type = this.board.records.get(id)?.get('type')
      const isTold = type === undefined || type === 'idea' || type === 'belongs_to' || type === 'arrow'
      if (isTold && (fields === 'all' || [...fields].some((field) => TELLING.has(field)))) this.quietly.soon()
    }
  }
}

/** Only ideas can be merged; what is promoted or typed on a note is told in the list of actions. */
function alikeIdeas(actions: readonly ImprovementAction[]): Alike {
  const ideas = new Map(
    actions.filter(({ source }) => source.kind === 'idea').map(({ id, source }) => [id, source.shapeId]),
  )
  const alike = new Map<ShapeId, readonly ShapeId[]>()
  for (const { id, possibleDuplicateOf } of actions) {
    const shapeId = ideas.get(id)
    const others = possibleDuplicateOf.flatMap((other) => ideas.get(other) ?? [])
    if (shapeId !== undefined && others.length > 0) alike.set(shapeId, others)
  }
  return alike
}
