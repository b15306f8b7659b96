import type { z } from 'zod'
import { actor } from './actor.ts'
import type { BoardBinding } from './binding.ts'
import { card } from './card.ts'
import { curve } from './curve.ts'
import { arrow, draw, frame, geo, group, highlight, line, note, text } from './drawing.ts'
import type { Page } from './envelope.ts'
import { idea } from './idea.ts'
import { journey } from './journey.ts'
import { matrix } from './matrix.ts'
import { painPoint } from './painPoint.ts'
import { persona } from './persona.ts'
import { phase } from './phase.ts'
import { touchpoint } from './touchpoint.ts'

/** The kinds of the domain: what a client journey is made of. Everything about kinds derives from this table. */
export const domainKinds = {
  persona,
  journey,
  phase,
  touchpoint,
  curve,
  'pain-point': painPoint,
  card,
  idea,
  actor,
  matrix,
} as const
export type DomainType = keyof typeof domainKinds

/** The canvas's own kinds that the board allows beside them. */
export const drawingKinds = { note, text, arrow, frame, group, draw, highlight, geo, line } as const
export type DrawingType = keyof typeof drawingKinds

export const shapeKinds = { ...domainKinds, ...drawingKinds } as const
export type ShapeType = keyof typeof shapeKinds

/** A stored shape of the named kind. */
export type ShapeOf<Type extends ShapeType> = z.infer<(typeof shapeKinds)[Type]['schema']>
export type BoardShape = { [Type in ShapeType]: ShapeOf<Type> }[ShapeType]
export type BoardRecord = BoardShape | BoardBinding | Page

export function isShapeType(type: string): type is ShapeType {
  return Object.hasOwn(shapeKinds, type)
}

export function isDomainType(type: string): type is DomainType {
  return Object.hasOwn(domainKinds, type)
}

/** Names of the fields of a kind that are stored as Y.Text. */
export function textFieldsOf(type: string): readonly string[] {
  return isShapeType(type) ? Object.keys(shapeKinds[type].texts) : []
}
