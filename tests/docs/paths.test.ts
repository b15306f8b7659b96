import { existsSync, readFileSync, globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const pages = globSync(['*.md', 'docs/**/*.md', '{packages,apps}/*/SPEC.md'], { cwd: root })

/** Words in code marks that look like a file or folder of this repository. */
const pathInMarks = /`((?:apps|packages|tests|scripts|docs|\.ci)\/[\w./@-]*|[A-Z][A-Z_]+\.md|[\w-]+\.(?:json|mjs))`/g
const npmScript = /`(?:npm|pnpm) (?:run )?([\w:]+)/g
/** Words that follow npm or pnpm and are not scripts of package.json. */
const ownCommands = new Set(['install', 'exec', 'add', 'why', 'run'])

test.each(pages)('every path and script that %s names exists', (page) => {
  const text = readFileSync(join(root, page), 'utf8')
  const scripts = Object.keys(
    (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts,
  )
  const missing = [
    ...[...text.matchAll(pathInMarks)]
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, dirname(page), path))),
    ...[...text.matchAll(npmScript)]
      .map(([, name = '']) => name)
      .filter((name) => !ownCommands.has(name) && !scripts.includes(name)),
  ]
  expect(missing).toEqual([])
})
