// Type-checks every package with the one TypeScript of the workspace.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The servers that benches measure against, which are installed by whoever runs benches alone. */
const peers = 'tests/bench/peers'
const arePeersThere = existsSync(`${peers}/node_modules`)
if (!arePeersThere) process.stderr.write(`Types of ${peers} are not checked: its packages are not installed\n`)

const projects = ['packages/model', 'apps/server', 'apps/web', 'tests', 'scripts', ...(arePeersThere ? [peers] : [])]
const failed = projects.filter((project) => spawnSync('tsc', ['-p', project], { stdio: 'inherit' }).status !== 0)
if (failed.length > 0) {
  process.stderr.write(`Types do not hold in: ${failed.join(', ')}\n`)
  process.exitCode = 1
}
