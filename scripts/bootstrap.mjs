// The door to every command. Runs on any Node from 20 up, with npm and nothing else: where Node is too old or pnpm is
// missing, both come from the npm registry through npx; where they are there, nothing is fetched.
import { spawn, spawnSync } from 'node:child_process'

/** First Node that runs TypeScript sources as they are and has `node:sqlite` (package.json, engines). */
const OLDEST_NODE = [22, 18]
const FETCHED_NODE = 'node@24'
const FETCHED_PNPM = 'pnpm@12'

const tasks = [
  'start',
  'dev',
  'test',
  'install',
  'check',
  'inspect',
  'backup',
  'restore',
  'rescue',
  'fuzz',
  'test:mutants',
]
const task = process.argv[2] ?? ''
if (!tasks.includes(task)) {
  process.stderr.write(`Usage: node scripts/bootstrap.mjs ${tasks.join(' | ')}\n`)
  process.exit(2)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const nodeIsNew = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
const pnpmIsThere = spawnSync('pnpm', ['--version'], { stdio: 'ignore' }).status === 0
const packages = [...(nodeIsNew ? [] : [FETCHED_NODE]), ...(pnpmIsThere ? [] : [FETCHED_PNPM])]

const rest = process.argv.slice(3).map((word) => JSON.stringify(word))
const command = ['node', 'scripts/task.ts', task, ...rest].join(' ')
const child =
  packages.length === 0
    ? spawn(process.execPath, ['scripts/task.ts', task, ...process.argv.slice(3)], { stdio: 'inherit' })
    : spawn('npx', ['-y', ...packages.flatMap((name) => ['-p', name]), '-c', command], { stdio: 'inherit' })

// Ctrl+C reaches the whole group by itself; a signal sent to this process alone is handed on.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  process.stderr.write(`${error.message}\nnpm is needed to fetch Node 24 and pnpm.\n`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1))
