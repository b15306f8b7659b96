import { spawnSync } from 'node:child_process'
import type { TestContext } from 'vitest'

/**
 * What some tests need of the machine beyond an ordinary user's rights. `trace`: strace may watch a process and make its calls
 * fail. `mount`: a small file system may be mounted where nobody else sees it.
 */
export type Privilege = 'trace' | 'mount'

/** How a skipped test says so; the reporter counts these. */
export const LACKING = 'lacks the privilege '

/** Runs a command behind it with a mount table of its own: the first of these that this machine allows. */
const apartCommands: readonly (readonly string[])[] = [
  ['unshare', '--mount'],
  ['unshare', '--mount', '--map-root-user'],
]

function succeeds([command = '', ...args]: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/** Words of `WITHOUT_PRIVILEGES`, e.g. `trace,mount`: the machine is taken not to give these. */
function isWithheld(privilege: Privilege): boolean {
  return (process.env['WITHOUT_PRIVILEGES'] ?? '').split(',').includes(privilege)
}

let apart: readonly string[] | undefined
/** What must stand before a command that mounts something, so that nobody else sees it; nothing where that is not allowed. */
export function apartCommand(): readonly string[] {
  const mount = ['mount', '-t', 'tmpfs', '-o', 'size=64k', 'trial', '/mnt']
  apart ??= apartCommands.find((prefix) => succeeds([...prefix, ...mount])) ?? []
  return apart
}

const tries: Record<Privilege, () => boolean> = {
  trace: () => succeeds(['strace', '-f', '-qq', '-e', 'inject=fsync:error=EIO:when=1', '-o', '/dev/null', 'true']),
  mount: () => apartCommand().length > 0,
}
const tried = new Map<Privilege, boolean>()

/** Whether this machine gives it; tried once. */
export function isPermitted(privilege: Privilege): boolean {
  if (isWithheld(privilege)) return false
  const found = tried.get(privilege) ?? tries[privilege]()
  tried.set(privilege, found)
  return found
}

/**
 * Ends a test at its start when the machine does not give what it needs. It is then counted and shown at the end of the run
 * with its case (reliability.md: a test that skips for lack of privilege is never silently green).
 */
export function needs(context: Pick<TestContext, 'skip'>, ...privileges: readonly Privilege[]): void {
  const lacking = privileges.filter((privilege) => !isPermitted(privilege))
  context.skip(lacking.length > 0, `${LACKING}${lacking.join(', ')}`)
}
