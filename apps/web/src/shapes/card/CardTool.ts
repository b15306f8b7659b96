import type { StateNode, TLShapeId, TLStateNodeConstructor, VecLike } from 'tldraw'
import type { CardKind } from '@samenreis/model/records/enumerations'
import { PlacingTool } from '../tool/PlacingTool.ts'
import { placeNew } from '../tool/placeNew.ts'

/** Makes a card of one kind. */
abstract class CardTool extends PlacingTool {
  override readonly shapeType = 'card'
  protected abstract readonly kind: CardKind

  protected override place(point: VecLike): TLShapeId | null {
    return placeNew(this.editor, 'card', point, { kind: this.kind })
  }
}

/** Id of the tool that makes cards of this kind. */
export type CardToolId = `card-${CardKind}`

/** The tool that makes cards of this kind. */
export function cardTool(cardKind: CardKind): TLStateNodeConstructor & { readonly id: CardToolId } {
  return class extends CardTool {
    static override readonly id = `card-${cardKind}` as const
    protected override readonly kind = cardKind
  } satisfies new (...args: never[]) => StateNode
}
