import { createTLStore, type Editor, type TLPointerEventInfo, type TLShapeId, type TLStore, type VecLike } from 'tldraw'
import { boardSchema } from '../../../canvas/boardSchema.ts'
import { mapEditor } from './mapEditor.ts'

/** Corner of the journey on its page: its own coordinates differ from those of the page. */
const CORNER = { x: 1000, y: 500 }

/**
 * A journey of two phases of two places on a real editor, and what a person does with it. Lanes: steps 48 to 238, the curves to 418,
 * pain points to 588, ideas to 758.
 */
export class MapAtHand {
  readonly editor: Editor
  readonly journeyId = 'shape:j' as TLShapeId

  constructor(store: TLStore = createTLStore({ schema: boardSchema() }), isNew = true) {
    this.editor = mapEditor(store)
    if (isNew) this.draw()
  }

  static id(name: string): TLShapeId {
    return `shape:${name}` as TLShapeId
  }

  step(name: string, x: number, y = 60): void {
    this.editor.createShapes([{ id: MapAtHand.id(name), type: 'touchpoint', parentId: this.journeyId, x, y }])
  }

  pain(name: string, x: number, y = 430): void {
    this.editor.createShapes([
      { id: MapAtHand.id(name), type: 'pain-point', parentId: this.journeyId, x, y, props: { h: 120 } },
    ])
  }

  /** Where every card of the map stands, by name. */
  places(): Record<string, readonly [number, number]> {
    const children = this.editor.getSortedChildIdsForParent(this.journeyId).map((id) => this.editor.getShape(id))
    return Object.fromEntries(
      children.flatMap((shape) =>
        shape === undefined || shape.type === 'phase' || shape.type === 'curve'
          ? []
          : [[shape.id.slice('shape:'.length), [shape.x, shape.y] as const]],
      ),
    )
  }

  /** Start and width of the phases, from left to right. */
  phases(): (readonly [number, number])[] {
    return this.editor
      .getSortedChildIdsForParent(this.journeyId)
      .map((id) => this.editor.getShape(id))
      .flatMap((shape) => (shape?.type === 'phase' ? [[shape.x, shape.props.w] as const] : []))
      .toSorted(([a], [b]) => a - b)
  }

  /** Drags shapes by so much with the pointer, by the first of them. */
  drag(names: readonly string[], dx: number, dy: number, keys: { altKey?: boolean } = {}): void {
    const { editor } = this
    const ids = names.map(MapAtHand.id)
    const [first] = ids
    const bounds = first === undefined ? undefined : editor.getShapePageBounds(first)
    if (bounds === undefined) throw new Error('There is nothing to drag')
    editor.setCurrentTool('select')
    editor.select(...ids)
    const { x, y } = { x: bounds.x + bounds.w / 2, y: bounds.y + 20 }
    this.point('pointer_move', x, y, {})
    this.point('pointer_down', x, y, {})
    this.point('pointer_move', x + dx / 2, y + dy / 2, keys)
    this.point('pointer_move', x + dx, y + dy, keys)
    this.point('pointer_up', x + dx, y + dy, keys)
  }

  height(name: string): number {
    const shape = this.editor.getShape(MapAtHand.id(name))
    return shape !== undefined && 'h' in shape.props ? shape.props.h : 0
  }

  /** Drags the lower right corner of a shape by so much. */
  resize(name: string, dx: number, dy: number): void {
    this.dragHandle(name, 'bottom_right', dx, dy)
  }

  /** Drags the left or right edge of a shape by so much. */
  resizeEdge(name: string, edge: 'left' | 'right', dx: number): void {
    this.dragHandle(name, edge, dx, 0)
  }

  private dragHandle(name: string, handle: 'bottom_right' | 'left' | 'right', dx: number, dy: number): void {
    const editor = this.editor.setCurrentTool('select')
    const bounds = editor.select(MapAtHand.id(name)).getSelectionPageBounds()
    if (bounds === null) throw new Error('There is nothing to resize')
    const x = handle === 'left' ? bounds.minX : bounds.maxX
    const y = handle === 'bottom_right' ? bounds.maxY : bounds.midY
    this.point('pointer_move', x, y, {})
    editor.dispatch({ ...this.event('pointer_down', editor.pageToScreen({ x, y })), target: 'selection', handle })
    this.point('pointer_move', x + dx / 2, y + dy / 2, {})
    this.point('pointer_move', x + dx, y + dy, {})
    this.point('pointer_up', x + dx, y + dy, {})
  }

  /** Presses a key of the keyboard and lets it go. */
  press(key: string): void {
    for (const name of ['key_down', 'key_up'] as const) {
      this.editor.dispatch({
        type: 'keyboard',
        name,
        key,
        code: key,
        shiftKey: false,
        altKey: false,
        ctrlKey: false,
        metaKey: false,
        accelKey: false,
      })
    }
  }

  /** Moves the pointer to this place of the journey. */
  hover(x: number, y: number): void {
    const place = this.editor.getShapePageTransform(this.journeyId).applyToPoint({ x, y })
    this.point('pointer_move', place.x, place.y, {})
  }

  /** Clicks with the tool in the hand at this place of the journey. */
  click(x: number, y: number): void {
    const place = this.editor.getShapePageTransform(this.journeyId).applyToPoint({ x, y })
    this.point('pointer_move', place.x, place.y, {})
    this.point('pointer_down', place.x, place.y, {})
    this.point('pointer_up', place.x, place.y, {})
  }

  private point(name: TLPointerEventInfo['name'], x: number, y: number, keys: { altKey?: boolean }): void {
    const { editor } = this
    editor.dispatch({ ...this.event(name, editor.pageToScreen({ x, y }), keys), target: 'canvas' })
    // Moves wait for the next frame.
    editor.emit('tick', 16)
  }

  private event(name: TLPointerEventInfo['name'], point: VecLike, { altKey = false }: { altKey?: boolean } = {}) {
    return {
      type: 'pointer',
      name,
      point,
      altKey,
      pointerId: 1,
      button: 0,
      isPen: false,
      shiftKey: false,
      ctrlKey: false,
      metaKey: false,
      accelKey: false,
    } as const
  }

  private draw(): void {
    this.editor.createShapes([
      {
        id: this.journeyId,
        type: 'journey',
        ...CORNER,
        props: {
          w: 872,
          h: 758,
          lanes: [
            { key: 'touchpoints', h: 190 },
            { key: 'experience', h: 180 },
            { key: 'pain_points', h: 170 },
            { key: 'ideas', h: 170 },
          ],
        },
      },
      ...[0, 1].map((order) => ({
        id: MapAtHand.id(`p${order}`),
        type: 'phase' as const,
        parentId: this.journeyId,
        x: order * 436,
        y: 0,
        props: { w: 436, order },
      })),
      { id: MapAtHand.id('curve'), type: 'curve', parentId: this.journeyId, x: 0, y: 238, props: { w: 872, h: 180 } },
    ])
  }
}
