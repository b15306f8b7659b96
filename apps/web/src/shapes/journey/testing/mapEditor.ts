import { ArrowBindingUtil, defaultShapeUtils, defaultTools, Editor, type TLStore } from 'tldraw'
import { isDomainType, isShapeType } from '@samenreis/model/records/recordKinds'
import { customBindingUtils, customShapeUtils, customTools } from '../../shapeDefinitions.ts'

/** tldraw's real editor with the board's own shapes and tools on this store, drawing nothing. Needs a DOM to be made. */
export function mapEditor(store: TLStore): Editor {
  const own = defaultShapeUtils.filter(({ type }) => isShapeType(type) && !isDomainType(type))
  return new Editor({
    store,
    // tldraw's own types do not hold to exact optional properties.
    shapeUtils: [...own, ...customShapeUtils] as never,
    bindingUtils: [ArrowBindingUtil, ...customBindingUtils],
    tools: [...defaultTools, ...customTools],
    getContainer: () => document.body,
  })
}
