import { createComputedCache, type Editor, type TLShape } from 'tldraw'
import type { DomainProps } from '../../canvas/shapeProps.ts'

/** Whether a journey asks of its steps who they are for. Cached: a journey that only moves makes no step look again. */
const asks = createComputedCache(
  'asks why',
  (_editor: Editor, shape: TLShape) => shape.type === 'journey' && shape.props.whyAsked,
)

/** Whether the journey that this step stands in asks why the step is needed. Followed when read inside a reactive computation. */
export function isWhyAsked(editor: Editor, { parentId }: Pick<TLShape, 'parentId'>): boolean {
  return asks.get(editor, parentId as TLShape['id']) ?? false
}

/** Whether nobody explained this step yet. Waiting, thinking, and talking with people one knows are asked by nobody. */
export function isUnexplained({ title, channel, whyNeeded, requiredBy }: DomainProps<'touchpoint'>): boolean {
  return (
    title !== '' && channel !== 'none' && channel !== 'via_network' && whyNeeded.trim() === '' && requiredBy === null
  )
}
