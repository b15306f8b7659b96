import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fits } from '../mutants/fits.ts'
import { mutants } from '../mutants/mutants.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** As many as were promised (CONTRIBUTING.md). */
const FEWEST = 20

test('[OP10] every planted bug still fits the sources once, and the tests that are to notice it are there', () => {
  const unfit = mutants.filter((mutant) => !fits(mutant, root))
  expect(unfit.map(({ name, file }) => `${name}: see ${file} and tests/mutants/mutants.ts`)).toEqual([])
  const unwatched = mutants.filter(({ watchers }) =>
    watchers.some(({ file, name = '' }) => {
      const path = join(root, file)
      // Tests of the storage contract stand in functions of their own.
      return !existsSync(path) || !(readFileSync(path, 'utf8').includes(name) || path.endsWith('storage.test.ts'))
    }),
  )
  expect(unwatched.map(({ name }) => name)).toEqual([])
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
  expect(mutants.length).toBeGreaterThanOrEqual(FEWEST)
})
