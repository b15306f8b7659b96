import type { TLContent } from 'tldraw'
import { expect, test } from 'vitest'
import { onlyOurs } from './externalContent.ts'

function content(
  shapes: readonly { id: string; type: string; parentId: string }[],
  bindings: readonly object[] = [],
): TLContent {
  const rootShapeIds = shapes.filter(({ parentId }) => !parentId.startsWith('shape:')).map(({ id }) => id)
  return { shapes, bindings, rootShapeIds, assets: [{ id: 'asset:picture' }], schema: {} } as unknown as TLContent
}

const idsOf = (given: TLContent): string[] => given.shapes.map(({ id }) => id)

test('[BV9] kinds that the board does not have are left out, with all that stands in them and hangs on them', () => {
  const pasted = content(
    [
      { id: 'shape:step', type: 'touchpoint', parentId: 'page:a' },
      { id: 'shape:picture', type: 'image', parentId: 'page:a' },
      { id: 'shape:film', type: 'embed', parentId: 'page:a' },
      { id: 'shape:inFilm', type: 'group', parentId: 'shape:film' },
      { id: 'shape:deep', type: 'note', parentId: 'shape:inFilm' },
      { id: 'shape:arrow', type: 'arrow', parentId: 'page:a' },
    ],
    [
      { id: 'binding:1', fromId: 'shape:arrow', toId: 'shape:picture' },
      { id: 'binding:2', fromId: 'shape:arrow', toId: 'shape:step' },
    ],
  )
  const kept = onlyOurs(pasted)
  expect(idsOf(kept)).toEqual(['shape:step', 'shape:arrow'])
  expect(kept.rootShapeIds).toEqual(['shape:step', 'shape:arrow'])
  expect(kept.bindings?.map(({ id }) => id)).toEqual(['binding:2'])
  expect(kept.assets).toEqual([])
})

test('[BV9] shapes that stand in each other in a circle are left out, and the rest is read', () => {
  const circle = content([
    { id: 'shape:a', type: 'group', parentId: 'shape:b' },
    { id: 'shape:b', type: 'group', parentId: 'shape:a' },
    { id: 'shape:note', type: 'note', parentId: 'page:a' },
  ])
  expect(idsOf(onlyOurs(circle))).toEqual(['shape:note'])
})
