import { vi } from 'vitest'

/** Longest wait for something that should happen at once. */
const PATIENCE_MS = 10_000
const INTERVAL_MS = 10

/** Runs the check until it holds, and fails with its last failure when it does not within `timeoutMs`. */
export async function eventually(check: () => void | Promise<void>, timeoutMs = PATIENCE_MS): Promise<void> {
  await vi.waitFor(check, { timeout: timeoutMs, interval: INTERVAL_MS })
}
