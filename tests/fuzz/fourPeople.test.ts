import { test } from 'vitest'
import { playWorkshop } from './playWorkshop.ts'
import { seedsFor } from './seeds.ts'

for (const seed of seedsFor(4)) {
  test(`[RM17, F05] four people converge (seed ${seed})`, async () => {
    await playWorkshop(seed)
  })
}
