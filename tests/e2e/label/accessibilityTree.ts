import type { Page } from 'playwright-core'
import { z } from 'zod'

const Value = z.object({ value: z.unknown().optional() })

/** A node of Chromium's own accessibility tree, as far as it is read here (DevTools protocol, Accessibility.AXNode). */
const Node = z.object({
  nodeId: z.string(),
  role: Value.optional(),
  name: Value.optional(),
  childIds: z.array(z.string()).default([]),
})
type Node = z.infer<typeof Node>

/** What the browser gives to a screen reader at this moment. */
export interface ReadAloud {
  /** Every text on the page that is not hidden from it. */
  readonly words: readonly string[]
  readonly nodes: ReadonlyMap<string, Node>
}

export async function readAloud(page: Page): Promise<ReadAloud> {
  const devTools = await page.context().newCDPSession(page)
  const answer: unknown = await devTools.send('Accessibility.getFullAXTree')
  await devTools.detach()
  const { nodes } = z.object({ nodes: z.array(Node) }).parse(answer)
  return {
    words: nodes.filter(isText).map(nameOf),
    nodes: new Map(nodes.map((node) => [node.nodeId, node])),
  }
}

/** What stands in the live regions, one text for each that has any. */
export function liveTexts({ nodes }: ReadAloud): readonly string[] {
  const textIn = (node: Node): string =>
    isText(node)
      ? nameOf(node)
      : node.childIds
          .flatMap((id) => nodes.get(id) ?? [])
          .map(textIn)
          .join('')
  const regions = [...nodes.values()].filter(({ role }) => role?.value === 'status' || role?.value === 'alert')
  return regions.map(textIn).filter((text) => text !== '')
}

function isText({ role }: Node): boolean {
  return role?.value === 'StaticText'
}

function nameOf({ name }: Node): string {
  return typeof name?.value === 'string' ? name.value : ''
}
