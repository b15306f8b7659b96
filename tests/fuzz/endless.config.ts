import { defineConfig } from 'vitest/config'

/** Of `npm run fuzz`: fresh seeds for a given time, which is nothing for every push. */
export default defineConfig({
  test: { name: 'endless', root: import.meta.dirname, include: ['endless.ts'], testTimeout: 0 },
})
