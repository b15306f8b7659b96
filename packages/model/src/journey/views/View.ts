import type { ShapeId } from '../../ids/recordId.ts'
import type { ShapeOf, ShapeType } from '../../records/recordKinds.ts'
import type { BoardOutline, OutlinePart } from '../BoardOutline.ts'
import type { LiveBoard, ShapesOf, Topic } from '../LiveBoard.ts'

/** A stored shape without the fields of other versions that its schema lets through. */
type Known<Shape> = {
  [Name in keyof Shape as string extends Name ? never : number extends Name ? never : Name]: Shape[Name]
}
type FieldOf<Type extends ShapeType> = keyof Known<ShapeOf<Type>>

/** Everything of a board that a view reads. Whatever else changes, its result stays. */
export interface ViewReads {
  /** Where cards stand: the only way by which a view knows of geometry. */
  readonly outline: readonly OutlinePart[]
  /** What is bound to what. */
  readonly links: boolean
  /** Fields of shapes, by kind; also which shapes of the kind there are. */
  readonly fields: { readonly [Type in ShapeType]?: readonly FieldOf<Type>[] }
}

type ReadType<Reads extends ViewReads> = keyof Reads['fields'] & ShapeType
type ReadField<
  Reads extends ViewReads,
  Type extends ReadType<Reads>,
> = Reads['fields'][Type] extends readonly (infer Name)[] ? Name : never

/** A shape as a view sees it: the fields that it declared, and which one it is. */
export type Seen<Reads extends ViewReads, Type extends ReadType<Reads>> = Pick<
  Known<ShapeOf<Type>>,
  Extract<ReadField<Reads, Type> | 'id' | 'type', FieldOf<Type>>
>

/** A board as a view sees it: what the view declared, and nothing else. */
export interface ViewBoard<Reads extends ViewReads> {
  readonly outline: Pick<BoardOutline, Reads['outline'][number]>
  /** The shapes of every kind that the view declared. */
  readonly shapes: { readonly [Type in ReadType<Reads>]: ShapesOf<Seen<Reads, Type>> }
  /** Ids of everything of one kind that is bound to a shape, by id. Only for a view that declared `links`. */
  linkedIds: Reads['links'] extends true ? (id: ShapeId, type: ShapeType) => readonly ShapeId[] : never
}

/**
 * Something that the map tells by itself (model.md B5): a pure function of the board, with the ids of the journeys that it is
 * about. It never throws, also when those journeys are gone, and names only what is on the board. Its result is plain data
 * and holds ids, not words: `labelOf` names a card.
 */
export interface View<Args extends readonly ShapeId[], Result> {
  readonly name: string
  readonly reads: ViewReads
  compute(board: LiveBoard, ...args: Args): Result
}

/** A view from its declaration. What it does not declare, it cannot reach: the compiler sees to that. */
export function defineView<const Reads extends ViewReads, Args extends readonly ShapeId[], Result>(declared: {
  readonly name: string
  readonly reads: Reads
  compute(board: ViewBoard<Reads>, ...args: Args): Result
}): View<Args, Result> {
  const { name, reads } = declared
  // A live board has all that any view may declare; only its type is narrowed here.
  return { name, reads, compute: (board, ...args) => declared.compute(board as unknown as ViewBoard<Reads>, ...args) }
}

/** Topics of a board about which a view wants to know, apart from the outline. */
export function topicsOf({ reads }: { readonly reads: ViewReads }): readonly Topic[] {
  const fields = Object.entries(reads.fields).flatMap(([type, names]) =>
    ['*', ...names].map((name): Topic => `${type as ShapeType}.${name}`),
  )
  return reads.links ? [...fields, 'links'] : fields
}
