// What the commands of package.json do once Node and pnpm are there: install, build, serve, check, test.
import { spawn } from 'node:child_process'
import { isFresh, markFresh } from './freshness.ts'

const root = new URL('..', import.meta.url).pathname

/** Runs a command to its end. @throws when it ends with another exit code than 0. */
async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal)
  process.on('SIGINT', forward).on('SIGTERM', forward)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', resolve)
  })
  process.off('SIGINT', forward).off('SIGTERM', forward)
  if (code !== 0) throw new TaskFailedError([command, ...args].join(' '), code)
}

class TaskFailedError extends Error {
  override readonly name = 'TaskFailedError'
  readonly code: number
  constructor(command: string, code: number | null) {
    super(`Failed (${code ?? 'signal'}): ${command}`)
    this.code = code ?? 1
  }
}

const manifests = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  'packages/*/package.json',
  'apps/*/package.json',
  'tests/package.json',
]
const webSources = [
  'pnpm-lock.yaml',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/package.json',
  'apps/web/src/**',
  'apps/web/public/**',
  'packages/model/src/**',
  'packages/model/demo/**',
]

async function install(): Promise<void> {
  if (await isFresh('install', manifests)) return
  await run('pnpm', ['install', '--frozen-lockfile', '--reporter=append-only'])
  await markFresh('install', manifests)
}

async function build(): Promise<void> {
  if (await isFresh('build', webSources)) return
  await run('pnpm', ['--filter', '@samenreis/web', 'run', 'build'])
  await markFresh('build', webSources)
}

const tasks: Record<string, () => Promise<void>> = {
  install,
  async start() {
    await install()
    await build()
    await run(process.execPath, ['apps/server/src/main.ts'])
  },
  async dev() {
    await install()
    await run(process.execPath, ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts'], {
      SAMENREIS_DEV: '1',
    })
  },
  async check() {
    await install()
    await run('pnpm', ['run', 'check'])
  },
  async test() {
    await install()
    await run('pnpm', ['run', 'check'])
    await build()
    await run('pnpm', ['exec', 'vitest', 'run', ...process.argv.slice(3)])
  },
}

try {
  await tasks[process.argv[2] ?? '']?.()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof TaskFailedError ? error.code : 1
}
