import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { eventually } from './eventually.ts'

/** One call to the kernel that ended, in the order in which calls ended. */
export interface Syscall {
  readonly name: string
  /** Everything between the brackets, as strace writes it: files with their paths. */
  readonly args: string
  readonly result: number
  readonly startedAtMs: number
  readonly endedAtMs: number
}

const line = /^(\d+)\s+(\d+\.\d+) (.*)$/
const whole = /^(\w+)\((.*)\)\s+= (-?\d+)(?:<[^>]*>)?(?: .*)?$/
const opened = /^(\w+)\((.*?)\s*<unfinished \.\.\.>$/
const resumed = /^<\.\.\. (\w+) resumed>(.*)\)\s+= (-?\d+)(?:<[^>]*>)?(?: .*)?$/

/** Bytes of a write that strace shows: some frames of one edit fit several times. */
const SHOWN_BYTES = 512

/** Words of `strace` for a trace that `readTrace` reads. */
export function straceWords(file: string, calls: readonly string[], more: readonly string[] = []): string[] {
  return [
    'strace',
    '-f',
    '-qq',
    '-ttt',
    '-y',
    '-s',
    String(SHOWN_BYTES),
    '-o',
    file,
    '-e',
    `trace=${calls.join(',')}`,
    ...more,
  ]
}

/** Calls of all threads, in the order of their ends. */
export function readTrace(file: string): Syscall[] {
  const under = new Map<string, { name: string; args: string; startedAtMs: number }>()
  const calls: Syscall[] = []
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    const [, thread = '', seconds = '', rest = ''] = line.exec(text) ?? []
    const atMs = Number(seconds) * 1000
    const begun = opened.exec(rest)
    if (begun !== null) {
      under.set(thread, { name: begun[1] ?? '', args: begun[2] ?? '', startedAtMs: atMs })
      continue
    }
    const ended = resumed.exec(rest)
    if (ended !== null) {
      const start = under.get(thread)
      under.delete(thread)
      const args = `${start?.args ?? ''}${ended[2] ?? ''}`
      calls.push({
        name: ended[1] ?? '',
        args,
        result: Number(ended[3]),
        startedAtMs: start?.startedAtMs ?? atMs,
        endedAtMs: atMs,
      })
      continue
    }
    const [, name, args = '', result] = whole.exec(rest) ?? []
    if (name !== undefined) calls.push({ name, args, result: Number(result), startedAtMs: atMs, endedAtMs: atMs })
  }
  return calls
}

/** strace on a process that runs already; when it lets go, the process goes on unharmed. */
export class Tracer {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
    onTestFinished(() => void child.kill('SIGKILL'))
  }

  /** Resolves when every thread of the process is watched. */
  static async attach(pid: number, file: string, calls: readonly string[], more: readonly string[]): Promise<Tracer> {
    const [command = '', ...words] = straceWords(file, calls, more)
    const child = spawn(command, [...words, '-p', String(pid)], { stdio: 'ignore' })
    const tracer = new Tracer(child)
    await eventually(() => {
      if (!/TracerPid:\s+[1-9]/.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) throw new Error('Nobody watches')
    })
    return tracer
  }

  async detach(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGINT')
    await ended
  }
}
