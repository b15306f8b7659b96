// What the commands of package.json do once Node and pnpm are there: install, build, serve, check, test.
import { freePort } from './freePort.ts'
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { isFresh, markFresh } from './freshness.ts'

const root = new URL('..', import.meta.url).pathname

/**
 * Runs a command to its end. @throws when it ends with another exit code than 0; one that runs until `end` says so may be
 * ended by a signal as well.
 */
async function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  end?: AbortSignal,
): Promise<void> {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  let asked = false
  const forward = (signal: NodeJS.Signals): void => {
    asked = true
    child.kill(signal)
  }
  const stop = (): void => forward('SIGTERM')
  process.on('SIGINT', forward).on('SIGTERM', forward)
  end?.addEventListener('abort', stop)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', resolve)
  })
  process.off('SIGINT', forward).off('SIGTERM', forward)
  end?.removeEventListener('abort', stop)
  if (code !== 0 && !(asked && end !== undefined)) throw new TaskFailedError([command, ...args].join(' '), code)
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
  'tests/bench/package.json',
]
/** Everything but the servers that benches measure against: neither the product nor its tests need them. */
const installed = ['--filter', '!@samenreis/bench-peers']
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
  await run('pnpm', ['install', ...installed, '--frozen-lockfile', '--reporter=append-only'])
  await markFresh('install', manifests)
}

async function build(): Promise<void> {
  if (await isFresh('build', webSources)) return
  await run('pnpm', ['--filter', '@samenreis/web', 'run', 'build'])
  await markFresh('build', webSources)
}

/**
 * Both sides with hot reload on one origin: Vite has the address that people open and passes on what is the server's, which
 * runs on a port of its own and starts anew when one of its files changes. The end of one is the end of both.
 */
async function develop(): Promise<void> {
  const port = process.env['PORT'] ?? '8787'
  const serverPort = String(await freePort())
  const ended = new AbortController()
  const server = run(
    process.execPath,
    ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts'],
    { PORT: serverPort, HOST: '127.0.0.1', SERVE_WEB: 'false' },
    ended.signal,
  )
  const web = run(
    process.execPath,
    ['apps/web/node_modules/vite/bin/vite.js', 'apps/web', '--port', port, '--strictPort'],
    { SAMENREIS_API: `http://127.0.0.1:${serverPort}` },
    ended.signal,
  )
  try {
    await Promise.race([server, web])
  } finally {
    ended.abort()
    await Promise.allSettled([server, web])
  }
}

/** `--minutes 30 --seed 1` as the run reads them. */
function fuzzSettings(): NodeJS.ProcessEnv {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { minutes: { type: 'string' }, seed: { type: 'string' } },
  })
  return {
    ...(values.minutes === undefined ? {} : { FUZZ_MINUTES: values.minutes }),
    ...(values.seed === undefined ? {} : { FUZZ_FIRST_SEED: values.seed }),
  }
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
    await develop()
  },
  async inspect() {
    await install()
    await run(process.execPath, ['apps/server/src/inspect/main.ts', ...process.argv.slice(3)])
  },
  async backup() {
    await install()
    await run(process.execPath, ['apps/server/src/backup/backupMain.ts', ...process.argv.slice(3)])
  },
  async restore() {
    await install()
    await run(process.execPath, ['apps/server/src/backup/restoreMain.ts', ...process.argv.slice(3)])
  },
  async fuzz() {
    await install()
    await run('pnpm', ['exec', 'vitest', 'run', '--config', 'tests/fuzz/endless.config.ts'], fuzzSettings())
  },
  async 'test:mutants'() {
    await install()
    await run(process.execPath, ['tests/mutants/run.ts', ...process.argv.slice(3)])
  },
  async rescue() {
    await install()
    await run(process.execPath, ['apps/server/src/rescue/rescueMain.ts', ...process.argv.slice(3)])
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
