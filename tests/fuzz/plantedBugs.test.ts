import { expect, test } from 'vitest'
import { plantedBugs } from './plantedBugs.ts'
import { playWorkshop } from './playWorkshop.ts'

/** Seeds that a bug gets to show itself in; none of them with SQLite. */
const SEEDS = Array.from({ length: 120 }, (_, index) => 1001 + index).filter((seed) => seed % 10 !== 0)

for (const [name, plant] of Object.entries(plantedBugs)) {
  test(`[RM17, F43] a run turns red when the server would ${name}, and the same run without it is green`, async () => {
    for (const seed of SEEDS) {
      const failure = await playWorkshop(seed, plant()).then(
        () => null,
        (error: unknown) => String(error),
      )
      if (failure === null) continue
      expect(failure).toContain(`FUZZ_SEEDS=${seed}-${seed}`)
      await playWorkshop(seed)
      return
    }
    expect.unreachable(`No seed of ${SEEDS.length} noticed it`)
  })
}
