import type { Extraction, ImprovementAction, WarningCode } from '../improvementAction.ts'
import { extractActions } from '../extractActions.ts'
import { exampleInput, inNotation, type ExampleBoard, type ExampleShape } from './exampleInput.ts'

/** A result as tests ask it: every id a plain text. */
type Plain<T> = T extends string
  ? string
  : T extends readonly (infer Each)[]
    ? readonly Plain<Each>[]
    : T extends object
      ? { readonly [Key in keyof T]: Plain<T[Key]> }
      : T
export type PlainAction = Plain<ImprovementAction>
export type PlainExtraction = Plain<Extraction>

/** The actions of a board in the notation of the examples, ids without `shape:`. */
export function extracted(board: ExampleBoard = {}): PlainExtraction {
  return inNotation(extractActions(exampleInput(board))) as PlainExtraction
}

/** The action of one shape; throws when that shape is none. */
export function actionOf(shape: string, board: ExampleBoard): PlainAction {
  const found = extracted(board).actions.find(({ id }) => id === `act:${shape}`)
  if (found === undefined) throw new Error(`${shape} is no action of this board`)
  return found
}

/** What a warning of this code is about, or null when the action has no such warning. */
export function refsOf(action: PlainAction, code: WarningCode): readonly string[] | null {
  return action.warnings.find((warning) => warning.code === code)?.refs ?? null
}

/** Codes of an action's warnings, in their order. */
export function codesOf(action: PlainAction): readonly string[] {
  return action.warnings.map(({ code }) => code)
}

/** Ids of a list of refs. */
export function idsOf(refs: readonly { readonly id: string }[]): string[] {
  return refs.map(({ id }) => id)
}

/** An idea whose centre is at (x, y) of the journey j1, or of another parent. */
export function ideaAt(id: string, x: number, y: number, fields: Readonly<Record<string, unknown>> = {}): ExampleShape {
  return { id, type: 'idea', parentId: 'j1', x: x - 90, y: y - 60, w: 180, h: 120, title: `Idee ${id}`, ...fields }
}
