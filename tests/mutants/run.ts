// `npm run test:mutants [-- part of a name …]`: plants one bug after the other into a copy of the sources and expects the tests
// that are named with it to turn red. Ends with 1 when one survives, when a test is red without a bug, or when a bug no longer
// fits the sources.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fits } from './fits.ts'
import type { Mutant, Watchers } from './Mutant.ts'
import { mutants } from './mutants.ts'
import { SourceCopy } from './SourceCopy.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** A bug may make a test wait for ever: that is as good as red. */
const LIMIT_MS = 180_000
/** For all watchers of all bugs together, without a bug. */
const GREEN_LIMIT_MS = 900_000
const SECOND_MS = 1000

type Outcome = 'red' | 'green' | 'too slow'

interface Run {
  readonly outcome: Outcome
  readonly seconds: number
  /** What the tests wrote. */
  readonly said: string
}

/** Runs some tests of one project in the copy. */
function runTests(copy: SourceCopy, project: string, files: readonly string[], name: string | null, limitMs: number) {
  const startedAtMs = performance.now()
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--bail', '1', ...files]
  if (name !== null) args.push('-t', name)
  const child = spawn(process.execPath, args, {
    cwd: copy.root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, NO_COLOR: '1' },
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  let late = false
  const timer = setTimeout(() => {
    late = true
    // The group: vitest's workers and the servers that tests start.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }, limitMs)
  return new Promise<Run>((resolve) => {
    child.once('exit', (code) => {
      clearTimeout(timer)
      const outcome = late ? 'too slow' : code === 0 ? 'green' : 'red'
      resolve({ outcome, seconds: (performance.now() - startedAtMs) / SECOND_MS, said })
    })
  })
}

/** Whether the run was red because tests failed, and not because there were none or they could not be read. */
function failedInATest({ said }: Run): boolean {
  return /Tests? .*failed/.test(said)
}

async function expectGreen(copy: SourceCopy, watchers: readonly Watchers[]): Promise<string[]> {
  const complaints: string[] = []
  for (const [project, of] of Map.groupBy(watchers, (each) => each.project)) {
    const byName = Map.groupBy(of, ({ name }) => name ?? null)
    for (const [name, each] of byName) {
      const files = [...new Set(each.map(({ file }) => file))]
      const run = await runTests(copy, project, files, name, GREEN_LIMIT_MS)
      if (run.outcome !== 'green')
        complaints.push(`${project} ${name ?? ''} ${files.join(' ')}: ${run.outcome}\n${run.said}`)
    }
  }
  return complaints
}

async function tryMutant(
  copy: SourceCopy,
  mutant: Mutant,
): Promise<{ caught: boolean; told: string; seconds: number }> {
  const takeOut = copy.plant(mutant)
  let seconds = 0
  const survived: string[] = []
  try {
    for (const { project, file, name } of mutant.watchers) {
      const run = await runTests(copy, project, [file], name ?? null, LIMIT_MS)
      seconds += run.seconds
      const where = `${file}${name === undefined ? '' : ` [${name}]`}`
      if (run.outcome === 'too slow') return { caught: true, told: `${where} (no end)`, seconds }
      if (run.outcome === 'red' && failedInATest(run)) return { caught: true, told: where, seconds }
      survived.push(run.outcome === 'red' ? `${where}: no test failed\n${run.said}` : where)
    }
    return { caught: false, told: survived.join(', '), seconds }
  } finally {
    takeOut()
  }
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}

const wanted = process.argv.slice(2)
const chosen = mutants.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
const unfit = chosen.filter((mutant) => !fits(mutant, root))
for (const { name, file } of unfit) write(`does not fit ${file} any more: ${name}`)
if (unfit.length > 0 || chosen.length === 0) process.exit(1)

const copy = new SourceCopy(root)
try {
  write(`Without a bug: tests of ${chosen.length} bugs …`)
  const complaints = await expectGreen(
    copy,
    chosen.flatMap(({ watchers }) => watchers),
  )
  for (const complaint of complaints) write(`red without a bug: ${complaint}`)
  if (complaints.length > 0) process.exitCode = 1
  else {
    const width = Math.max(...chosen.map(({ name }) => name.length))
    let survivors = 0
    for (const mutant of chosen) {
      const { caught, told, seconds } = await tryMutant(copy, mutant)
      if (!caught) survivors += 1
      write(
        `${mutant.name.padEnd(width)}  ${caught ? 'caught  ' : 'SURVIVES'}  ${seconds.toFixed(0).padStart(3)} s  ${told}`,
      )
    }
    write(`${chosen.length - survivors} of ${chosen.length} caught`)
    if (survivors > 0) process.exitCode = 1
  }
} finally {
  copy.remove()
}
