import type { Browser } from 'playwright-core'
import { test as base } from 'vitest'
import type { NewRoom } from '@samenreis/model/api/rooms'
import { launchChromium } from '../support/chromium.ts'
import { RunningSamenreis } from './RunningSamenreis.ts'
import { Workshop } from './Workshop.ts'

interface Scenario {
  readonly server: RunningSamenreis
  readonly browser: Browser
  /** Makes a session; it ends with the test, which fails when any page complained. */
  readonly openWorkshop: (room?: Partial<NewRoom>) => Promise<Workshop>
}

/** A test with a real server and a real browser, both shared by the tests of one file. */
export const scenario = base.extend<Scenario>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- vitest reads what a fixture needs from this pattern
    async ({}, provide) => {
      const server = await RunningSamenreis.start()
      await provide(server)
      await server.stop()
    },
    { scope: 'file' },
  ],
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- vitest reads what a fixture needs from this pattern
    async ({}, provide) => {
      const browser = await launchChromium()
      await provide(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  openWorkshop: async ({ server, browser, task }, provide) => {
    const workshops: Workshop[] = []
    await provide(async (room) => {
      const workshop = await Workshop.make(server.origin, browser, room)
      workshops.push(workshop)
      return workshop
    })
    if (task.result?.state === 'fail') for (const workshop of workshops) await workshop.keepPictures(task.name)
    const complaints = workshops.flatMap((workshop) => workshop.complaints)
    for (const workshop of workshops) await workshop.end()
    if (complaints.length > 0) throw new Error(`Pages complained:\n${complaints.join('\n')}`)
  },
})
