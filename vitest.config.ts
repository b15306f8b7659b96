import { defineConfig } from 'vitest/config'
import { PrivilegeReporter } from './tests/support/PrivilegeReporter.ts'

/** Properties over many seeds take a second or two, and ten times that where a machine does much else besides. */
const UNIT_TIMEOUT_MS = 30_000

export default defineConfig({
  test: {
    reporters: ['default', new PrivilegeReporter()],
    projects: [
      { test: { name: 'model', root: 'packages/model', include: ['src/**/*.test.ts'], testTimeout: UNIT_TIMEOUT_MS } },
      { test: { name: 'server', root: 'apps/server', include: ['src/**/*.test.ts'], testTimeout: UNIT_TIMEOUT_MS } },
      { test: { name: 'web', root: 'apps/web', include: ['src/**/*.test.{ts,tsx}'], testTimeout: UNIT_TIMEOUT_MS } },
      {
        test: {
          name: 'tests',
          root: 'tests',
          include: ['{contract,integration,fuzz,fault,docs}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root: 'tests',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Two cores: one browser at a time leaves one for the server.
          fileParallelism: false,
        },
      },
    ],
  },
})
