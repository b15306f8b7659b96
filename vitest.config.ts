import { defineConfig } from 'vitest/config'
import { PrivilegeReporter } from './tests/support/PrivilegeReporter.ts'

export default defineConfig({
  test: {
    reporters: ['default', new PrivilegeReporter()],
    projects: [
      { test: { name: 'model', root: 'packages/model', include: ['src/**/*.test.ts'] } },
      { test: { name: 'server', root: 'apps/server', include: ['src/**/*.test.ts'] } },
      { test: { name: 'web', root: 'apps/web', include: ['src/**/*.test.{ts,tsx}'] } },
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
