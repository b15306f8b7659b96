import { test } from 'vitest'
import { playWorkshop } from './playWorkshop.ts'
import { seedsFor } from './seeds.ts'

for (const seed of seedsFor(3)) {
  test(`[RM17, F05] three people converge (seed ${seed})`, async () => {
    await playWorkshop(seed)
  })
}
