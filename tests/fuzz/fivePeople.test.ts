import { test } from 'vitest'
import { playWorkshop } from './playWorkshop.ts'
import { seedsFor } from './seeds.ts'

for (const seed of seedsFor(5)) {
  test(`[RM17, F05] five people converge (seed ${seed})`, async () => {
    await playWorkshop(seed)
  })
}
