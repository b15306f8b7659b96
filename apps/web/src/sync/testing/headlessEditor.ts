import {
  ArrowBindingUtil,
  BindingUtil,
  defaultShapeUtils,
  defaultTools,
  Editor,
  Rectangle2d,
  ShapeUtil,
  type TLBinding,
  type TLShape,
  type TLStore,
} from 'tldraw'
import { domainKinds, isDomainType, isShapeType, type DomainType } from '@samenreis/model/records/recordKinds'
import { defaultDomainProps, domainProps } from '../../canvas/shapeProps.ts'

/** A util of a domain kind that knows its size and nothing of its looks. */
function plainUtil(type: DomainType) {
  return class extends ShapeUtil<TLShape> {
    static override type = type
    static override props = domainProps(type) as never
    override getDefaultProps(): never {
      return defaultDomainProps(type) as never
    }
    override getGeometry(shape: TLShape) {
      const { w, h } = shape.props as { w: number; h: number }
      return new Rectangle2d({ width: w, height: h, isFilled: true })
    }
    override component() {
      return null
    }
    override getIndicatorPath() {
      return undefined
    }
  }
}

class BelongsToUtil extends BindingUtil<TLBinding> {
  static override type = 'belongs_to'
  static override props = {}
  override getDefaultProps() {
    return {}
  }
}

/** tldraw's real editor with all its rules and its history, on this store, drawing nothing. Needs a DOM to be made. */
export function headlessEditor(store: TLStore): Editor {
  const allowed = defaultShapeUtils.filter(({ type }) => isShapeType(type))
  return new Editor({
    store,
    shapeUtils: [...allowed, ...Object.keys(domainKinds).filter(isDomainType).map(plainUtil)] as never,
    bindingUtils: [ArrowBindingUtil, BelongsToUtil] as never,
    tools: [...defaultTools],
    getContainer: () => document.body,
  })
}
