import type { Log } from './log.ts'

/** On SIGTERM a proxy gets this long to see in `/health` that no new work should be sent here (reliability.md C9). */
const NOTICE_MS = 2000
/** Longest time for storing; with notice and rescue files a stop is done within 10 s (F32). */
const GRACE_MS = 6000
/** A stop that takes longer is forced: platforms kill after 10 s or more (F32). */
const STOP_DEADLINE_MS = 9500
/** One Ctrl+C reaches this process directly and through its parents: signals this close together are one. */
const SAME_PRESS_MS = 1000
/** What nobody caught may have left anything half done: one last commit, and out (C2). */
const LAST_COMMIT_MS = 3000
const CRASH_DEADLINE_MS = 5000

export interface StopOptions {
  readonly log: Log
  /** Takes no more work, stores what came in, lets everything go. Rejects when something could not be stored. */
  close(options: { readonly noticeMs: number; readonly graceMs: number }): Promise<void>
  /** Resolves when nothing may be written any more, because the database turned out to be damaged. */
  readonly broken?: Promise<void>
}

/**
 * Ends this process as it should end: exit code 0 when everything is stored; 1 when not, and after an error that nobody caught; by
 * SIGKILL when it was forced.
 */
export function stopOnSignals({ log, close, broken }: StopOptions): void {
  let stoppingSinceMs: number | null = null
  const end = (deadlineMs: number, options: Parameters<StopOptions['close']>[0], code: number): void => {
    stoppingSinceMs = performance.now()
    setTimeout(() => {
      log.error('stop-forced')
      force()
    }, deadlineMs).unref()
    close(options).then(
      () => process.exit(code),
      (error: unknown) => {
        log.error('stop-failed', { error })
        process.exit(1)
      },
    )
  }
  const stop = (signal: 'SIGINT' | 'SIGTERM'): void => {
    if (stoppingSinceMs !== null) {
      if (performance.now() - stoppingSinceMs > SAME_PRESS_MS) force()
      return
    }
    log.info('stopping', { reason: signal })
    end(STOP_DEADLINE_MS, { noticeMs: signal === 'SIGTERM' ? NOTICE_MS : 0, graceMs: GRACE_MS }, 0)
  }
  const crash = (): void => {
    if (stoppingSinceMs === null) end(CRASH_DEADLINE_MS, { noticeMs: 0, graceMs: LAST_COMMIT_MS }, 1)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  // Said without its message (F86). A second one while the first is dealt with is said, too, and changes nothing.
  process.on('uncaughtException', (error) => {
    log.error('uncaught', { error })
    crash()
  })
  void broken?.then(() => {
    log.error('database-damaged')
    crash()
  })
}

/** `process.exit` waits for threads, and a thread that waits for a disk may wait for ever; the kernel does not. */
function force(): void {
  process.kill(process.pid, 'SIGKILL')
}
