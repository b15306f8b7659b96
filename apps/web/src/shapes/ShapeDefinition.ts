import type { LucideIcon } from 'lucide-react'
import type { TLAnyShapeUtilConstructor, TLStateNodeConstructor } from 'tldraw'
import type { CardKind } from '@samenreis/model/records/enumerations'
import type { DomainType } from '@samenreis/model/records/recordKinds'
import type { ColourFamily } from './look/ColourFamily.ts'

/** What every entry of the toolbar has. */
export interface ToolDefinition {
  readonly tool: TLStateNodeConstructor
  /** For `editor.setCurrentTool`. */
  readonly toolId: string
  readonly icon: LucideIcon
  /** Key of its word in the interface texts. */
  readonly wordKey: `kinds:shape.${DomainType}` | `kinds:cardKind.${CardKind}`
  /** Shortcut in tldraw's notation; none of tldraw's own. */
  readonly kbd: string
  readonly family: ColourFamily
}

/** Everything the board knows of a kind of shape. */
export interface ShapeDefinition<Type extends DomainType> extends ToolDefinition {
  readonly type: Type
  readonly util: TLAnyShapeUtilConstructor & { readonly type: Type }
  /** Size of a new one, in board pixels. */
  readonly size: { readonly w: number; readonly h: number }
  /** Name of the field that is typed on the shape itself. */
  readonly textField: string
}

/** What the board knows of a kind of card, beside what it knows of cards. */
export interface CardKindDefinition extends ToolDefinition {
  readonly kind: CardKind
}
