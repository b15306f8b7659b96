import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { scenario } from './scenario.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** What Yjs itself says when it is loaded twice (yjs, index.js); it is in every copy once. */
const TWICE = 'Yjs was already imported'
/** Two copies of one of these break `instanceof` and with it the board, without a word. */
const SINGLE = ['yjs', 'y-protocols', 'lib0']

test('[OP11, F11] the lock file has one version of Yjs and of what it stands on', () => {
  const lock = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
  const [, packages = ''] = /^packages:\n([^]*?)^snapshots:/m.exec(lock) ?? []
  for (const name of SINGLE) {
    const versions = [...packages.matchAll(new RegExp(`^ {2}'?${name}@([^:']+)'?:$`, 'gm'))].map(
      ([, version]) => version,
    )
    expect(versions, name).toHaveLength(1)
  }
})

test('[OP11, F11] the built interface has one copy of Yjs in all of its chunks', () => {
  const assets = join(root, 'apps/web/dist/assets')
  const chunks = readdirSync(assets).filter((name) => name.endsWith('.js'))
  const copies = chunks.map((name) => readFileSync(join(assets, name), 'utf8').split(TWICE).length - 1)
  expect(chunks.length).toBeGreaterThan(3)
  expect(copies.reduce((sum, count) => sum + count, 0)).toBe(1)
})

scenario('[OP11, F11] what Yjs says when it is loaded twice would turn every play red', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const anna = await workshop.enter({ name: 'Anna', role: 'professional' })
  await anna.saved()
  expect(anna.complaints).toEqual([])
  await anna.page.evaluate((words) => {
    // eslint-disable-next-line no-console
    console.error(words)
  }, `${TWICE}. This breaks constructor checks`)
  await expect.poll(() => anna.complaints).toHaveLength(1)
  anna.complaints.length = 0
})
