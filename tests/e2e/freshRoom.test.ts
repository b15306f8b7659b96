import { CreatedRoom } from '@samenreis/model/api/rooms'
import { expect, onTestFinished } from 'vitest'
import { scenario } from './scenario.ts'

const ROUNDS = Number(process.env['FRESH_ROOMS'] ?? 3)

scenario(
  `[RM22, F01] two people open a new room at the same moment, ${ROUNDS} times: one first content, made by the server alone`,
  async ({ server, browser }) => {
    const first = await browser.newContext({ locale: 'nl-NL' })
    const second = await browser.newContext({ locale: 'nl-NL' })
    onTestFinished(async () => {
      await first.close()
      await second.close()
    })
    for (let round = 0; round < ROUNDS; round += 1) {
      const headers = { origin: server.origin }
      const made = await first.request.post(`${server.origin}/api/v1/rooms`, {
        headers,
        data: { title: 'Nieuw' },
      })
      const { room, links } = CreatedRoom.parse(await made.json())
      const path = `${server.origin}/api/v1/rooms/${room.id}`
      const pages = await Promise.all(
        [first, second].map(async (context) => {
          await context.request.post(`${path}/sessions`, { headers, data: { secret: links.facilitator } })
          return await context.newPage()
        }),
      )
      await Promise.all(pages.map((page) => page.goto(`${server.origin}/r/${room.id}`)))
      for (const page of pages) await page.locator('.save-state[data-state="saved"]').waitFor()
      const exported = await first.request.get(`${path}/exports/board.json`)
      const { records } = (await exported.json()) as { records: { type: string }[] }
      expect(records.map(({ type }) => type)).toEqual(['page'])
      const extraction = await first.request.get(`${path}/actions`)
      // Nobody's joining was a change: the board is still at its first version.
      expect(await extraction.json()).toMatchObject({ boardVersion: 1 })
      for (const page of pages) await page.close()
    }
  },
)
