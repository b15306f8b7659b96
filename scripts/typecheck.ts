// Type-checks every package with the one TypeScript of the workspace.
import { spawnSync } from 'node:child_process'

const projects = ['packages/model', 'apps/server', 'apps/web', 'tests', 'scripts']
const failed = projects.filter((project) => spawnSync('tsc', ['-p', project], { stdio: 'inherit' }).status !== 0)
if (failed.length > 0) {
  process.stderr.write(`Types do not hold in: ${failed.join(', ')}\n`)
  process.exitCode = 1
}
