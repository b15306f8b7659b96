import {
  BaseBoxShapeUtil,
  resizeBox,
  type TLResizeInfo,
  type TLShape,
  type TLShapePartial,
  type TLShapeUtilCanBindOpts,
} from 'tldraw'
import type { DomainType } from '@samenreis/model/records/recordKinds'
import { domainKinds } from '@samenreis/model/records/recordKinds'
import { bindsDomainShape } from '../belongsTo/bindsDomainShape.ts'
import { belongWhereDropped } from '../belongsTo/belongWhereDropped.ts'
import { tidyWhenGrown } from '../journey/GrownCards.ts'
import { tidyCellOf } from '../journey/tidyMap.ts'
import { isFixedShape, isHeldShape } from '../lock/lockedShape.ts'
import { heightAfter, neededHeight, type CardContent } from './fittingHeight.ts'

/** Kinds that are drawn as a card. */
export type CardLikeType = Extract<DomainType, 'touchpoint' | 'pain-point' | 'idea' | 'card' | 'actor' | 'persona'>
export type CardLikeShape = TLShape<CardLikeType>

/** Type in which words are set: size and height of a line in board pixels. */
export interface CardType {
  readonly size: number
  readonly weight: number
  readonly line: number
}

/** Narrowest a card is made, in board pixels: room for a word of twelve letters. */
const MIN_WIDTH = 140
/** Corner of a card; the same as `--radius`. */
const RADIUS = 10

/** What all cards have in common on the canvas: they are typed in, grow with their words, never turn, and belong where dropped. */
export abstract class CardLikeShapeUtil<Shape extends CardLikeShape> extends BaseBoxShapeUtil<Shape> {
  /** What takes room on this card. */
  abstract contentOf(shape: Shape): CardContent

  /** Size of the main words, in board pixels. */
  protected readonly wordSize: number = 16

  override canEdit(shape: Shape): boolean {
    return !isHeldShape(this.editor, shape.id)
  }

  override canResize(shape: Shape): boolean {
    return !isFixedShape(this.editor, shape.id)
  }

  override canBind(opts: TLShapeUtilCanBindOpts): boolean {
    return bindsDomainShape(opts)
  }

  override hideRotateHandle(): boolean {
    return true
  }

  override getIndicatorPath(shape: Shape): Path2D {
    const path = new Path2D()
    path.roundRect(0, 0, shape.props.w, shape.props.h, RADIUS)
    return path
  }

  override onResize(shape: Shape, info: TLResizeInfo<Shape>): Shape {
    return resizeBox(shape, info, { minWidth: MIN_WIDTH, minHeight: this.needed(info.initialShape) })
  }

  /** A card that is made, pasted or copied here starts high enough for its words. */
  override onBeforeCreate(made: Shape): Shape | undefined {
    const h = Math.max(made.props.h, this.needed(made))
    return h === made.props.h ? undefined : { ...made, props: { ...made.props, h } }
  }

  /** Called for changes made at this screen only, never for those of others: so one person's tab sets the height, not all. */
  override onBeforeUpdate(before: Shape, after: Shape): Shape | undefined {
    if (before.props === after.props) return undefined
    const [was, is] = [this.fitted(before), this.fitted(after)]
    if (was.w === is.w && was.h === is.h && sameContent(was.content, is.content)) return undefined
    const usual = domainKinds[after.type].size.h
    const h = heightAfter({ h: was.h, needed: this.needed(before) }, { h: is.h, needed: this.needed(after) }, usual)
    if (h === after.props.h) return undefined
    tidyWhenGrown(this.editor, after.id, before.props.h)
    return { ...after, props: { ...after.props, h } }
  }

  override onTranslateEnd(before: Shape, after: Shape): TLShapePartial<Shape> | undefined {
    // What has a fixed place was not dropped anywhere; Alt leaves a card exactly where it is dropped, also on another card.
    const isFree = this.editor.inputs.getAltKey()
    if (!isFree && !isFixedShape(this.editor, after.id)) belongWhereDropped(this.editor, before, after)
    return undefined
  }

  override onResizeEnd(_before: Shape, { id }: Shape): TLShapePartial<Shape> | undefined {
    tidyCellOf(this.editor, id)
    return undefined
  }

  private fitted(shape: Shape): { content: CardContent; w: number; h: number } {
    return { content: this.contentOf(shape), w: shape.props.w, h: shape.props.h }
  }

  /** Height at which all of a card fits. */
  protected needed(shape: Shape): number {
    return neededHeight(this.contentOf(shape), shape.props.w, this.measure)
  }

  private readonly measure = (words: string, width: number): number =>
    this.measureAs(words, width, { size: this.wordSize, weight: 600, line: this.wordSize * 1.25 })

  /** Height of a text that is set in this type at this width, in board pixels. */
  protected measureAs(words: string, width: number, { size, weight, line }: CardType): number {
    const style = getComputedStyle(this.editor.getContainer())
    return this.editor.textMeasure.measureText(words === '' ? ' ' : words, {
      fontFamily: style.getPropertyValue('--font') || style.fontFamily,
      fontSize: size,
      fontWeight: String(weight),
      fontStyle: 'normal',
      lineHeight: line / size,
      maxWidth: width,
      padding: '0px',
      otherStyles: { 'overflow-wrap': 'anywhere' },
    }).h
  }
}

function sameContent(a: CardContent, b: CardContent): boolean {
  return a.words === b.words && a.head === b.head && a.figure === b.figure && samePills(a.pills, b.pills)
}

function samePills(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((pill, at) => pill === b[at])
}
