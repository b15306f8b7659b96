import type { CreatedRoom, CreatedSession } from '@samenreis/model/api/rooms'
import { tldrawKey } from '@samenreis/model/testing/tldrawKey'
import type { BrowserContext } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { RunningSamenreis } from './RunningSamenreis.ts'
import { scenario } from './scenario.ts'

const HOST = 'samenreis.gemeente.example'
const KEY = tldrawKey([HOST], '2026-12-31')
/** The last day, and when tldraw's own 30 days after it are over. */
const ON_LAST_DAY = new Date('2026-12-31T12:00:00Z')
const LONG_AFTER = new Date('2027-02-01T12:00:00Z')

/** Lets pages on `https://<host>` reach a server of this machine: what a proxy with a certificate would do. */
async function putBehind(context: BrowserContext, host: string, server: RunningSamenreis): Promise<void> {
  await context.route(`https://${host}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url())
    await route.fulfill({ response: await route.fetch({ url: `${server.origin}${pathname}${search}` }) })
  })
}

const cases = [
  ['other host', 'elsewhere.example', ON_LAST_DAY, /is voor een ander adres/],
  ['over', HOST, LONG_AFTER, /is verlopen/],
] as const

for (const [what, host, at, sentence] of cases) {
  scenario(`[BV2, F95] a licence (${what}) on https: the board stays closed and says why`, async ({ browser }) => {
    const server = await RunningSamenreis.start({ TLDRAW_LICENSE_KEY: KEY, PUBLIC_ORIGIN: `https://${host}` })
    onTestFinished(() => server.stop())
    const headers = { 'content-type': 'application/json', origin: `https://${host}` }
    const post = async (path: string, body: object): Promise<unknown> => {
      const answer = await fetch(`${server.origin}/api/v1${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      return answer.json()
    }
    const { room, links } = (await post('/rooms', { title: 'Hulp in huis' })) as CreatedRoom
    const { token } = (await post(`/rooms/${room.id}/sessions`, { secret: links.facilitator })) as CreatedSession
    const context = await browser.newContext({ locale: 'nl-NL' })
    onTestFinished(() => context.close())
    await context.clock.setFixedTime(at)
    await context.addCookies([{ name: `samenreis_${room.id}`, value: token, url: `https://${host}`, secure: true }])
    await putBehind(context, host, server)
    const page = await context.newPage()
    await page.goto(`https://${host}/r/${room.id}`)
    await page.getByText(sentence).waitFor()
    await page.getByRole('heading', { name: 'Het bord kan hier niet open' }).waitFor()
    expect(await page.locator('.tl-container').count()).toBe(0)
  })
}
