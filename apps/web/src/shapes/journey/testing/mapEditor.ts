import { ArrowBindingUtil, defaultShapeUtils, defaultTools, Editor, type TLStore } from 'tldraw'
import { isDomainType, isShapeType } from '@samenreis/model/records/recordKinds'
import { mapVisibility } from '../foldedLanes.ts'
import { customBindingUtils, customShapeUtils, customTools } from '../../shapeDefinitions.ts'

/** tldraw's real editor with the board's own shapes and tools on this store, drawing nothing. Needs a DOM to be made. */
export function mapEditor(store: TLStore): Editor {
  const own = defaultShapeUtils.filter(({ type }) => isShapeType(type) && !isDomainType(type))
  const ours = new Set(customTools.map(({ id }) => id))
  const editor = new Editor({
    store,
    // tldraw's own types do not hold to exact optional properties.
    shapeUtils: [...own, ...customShapeUtils] as never,
    bindingUtils: [ArrowBindingUtil, ...customBindingUtils],
    tools: [...defaultTools.filter(({ id }) => !ours.has(id)), ...customTools],
    getContainer: () => document.body,
    getShapeVisibility: mapVisibility,
  }) // A test's DOM lays nothing out: 8 px a letter, 20 px a line.
  editor.textMeasure.measureText = (words, { maxWidth }) => {
    const lines = Math.max(1, Math.ceil((words.length * 8) / (maxWidth ?? Infinity)))
    return { x: 0, y: 0, w: maxWidth ?? words.length * 8, h: lines * 20, scrollWidth: 0 }
  }
  return editor
}
