import { type CreatedRoom, RoomLinks } from '@samenreis/model/api/rooms'
import type { Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { z } from 'zod'
import { AccessLog } from './AccessLog.ts'
import { RunningSamenreis } from './RunningSamenreis.ts'
import { scenario } from './scenario.ts'
import { Person, Workshop } from './Workshop.ts'

/**
 * Addresses that "back" and "forward" of this tab lead to, as the browser itself holds them, and beside each by which address it was
 * opened.
 */
async function historyOf(page: Page): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page)
  const { entries } = await devtools.send('Page.getNavigationHistory')
  await devtools.detach()
  return entries.flatMap(({ url, userTypedURL }) => [url, userTypedURL])
}

const fragment = (page: Page): string => new URL(page.url()).hash.slice(1)

/** The three taps of somebody who takes part. */
async function comeIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Egel' }).click()
  await page.getByRole('button', { name: 'Overslaan' }).click()
  await page.getByText('Ik woon hier, of ik krijg hulp').click()
}

/** From the link to the board; a reload on the way leads on. */
async function joinByLink(person: Person): Promise<void> {
  const { page } = person
  await page.getByRole('button', { name: 'Egel' }).click()
  await page.reload()
  await comeIn(page)
  await person.saved()
}

async function tokenOf({ context }: Person): Promise<string> {
  const [cookie] = (await context.cookies()).filter(({ name }) => name.startsWith('samenreis_'))
  if (cookie === undefined) throw new Error('She has no session')
  return cookie.value
}

scenario(
  '[HT6, F63] no secret of a link or a session stands in an access log, our own log, a Referer or the history after joining',
  async ({ browser }) => {
    const server = await RunningSamenreis.start({ LOG_LEVEL: 'trace' })
    onTestFinished(() => server.stop())
    const front = await AccessLog.before(server.origin)
    const elsewhere = await AccessLog.before(server.origin)
    const workshop = await Workshop.make(front.origin, browser)
    onTestFinished(() => workshop.end())
    const { links }: CreatedRoom = workshop.created

    const guest = await workshop.arrive('Riet', 'participant', 'phone')
    await joinByLink(guest)
    const leader = await workshop.arrive('Gerda', 'facilitator')
    await leader.page.getByRole('heading', { name: 'Welkom, begeleider' }).waitFor()
    expect(fragment(leader.page)).toBe('')
    await leader.page.locator('.join__go').click()
    await leader.saved()
    const screen = await workshop.arrive('Scherm', 'screen')
    await screen.page.locator('.board-page[data-role="screen"]').waitFor()

    const people = [guest, leader, screen]
    const secrets = [...Object.values(links), ...(await Promise.all(people.map(tokenOf)))]
    for (const { page } of people) {
      expect(fragment(page)).toBe('')
      expect((await historyOf(page)).filter((url) => url !== 'about:blank').length).toBeGreaterThan(0)
      for (const secret of secrets) expect((await historyOf(page)).join(' ')).not.toContain(secret)
    }
    // Work, other pages, and the way to another website: from the board, and before that from the way in.
    await guest.board.put('Stap', 180, 350)
    await guest.board.done()
    await guest.saved()
    await leader.page.goto(`${front.origin}${workshop.boardPath}/acties`)
    await leader.page.getByRole('heading').first().waitFor()
    await leader.page.goBack()
    await leader.saved()
    const late = await workshop.arrive('Ben', 'participant')
    await late.page.getByRole('button', { name: 'Egel' }).waitFor()
    for (const { page } of [late, ...people]) {
      await page.evaluate((away) => {
        const link = document.createElement('a')
        link.href = `${away}/away`
        document.body.append(link)
        link.click()
      }, elsewhere.origin)
      await page.waitForURL(/\/away$/)
    }
    expect(elsewhere.lines.filter((line) => line.startsWith('GET /away '))).toHaveLength(4)
    for (const { page } of people)
      for (const secret of secrets) expect((await historyOf(page)).join(' ')).not.toContain(secret)

    const logs = { front: front.lines.join('\n'), elsewhere: elsewhere.lines.join('\n'), own: server.said }
    expect(logs.front).toContain(`GET /sync/${workshop.created.room.id}`)
    expect(logs.front).toContain(`POST /api/v1/rooms/${workshop.created.room.id}/sessions`)
    expect(logs.own).toContain('POST /api/v1/rooms/:roomId/sessions')
    for (const [log, written] of Object.entries(logs))
      for (const secret of secrets) expect(written, log).not.toContain(secret)
    // The canvas asks for its own pictures with the page's address, which is without secrets; nobody else hears even that.
    expect(front.lines.some((line) => line.includes(`"referer":"${front.origin}${workshop.boardPath}"`))).toBe(true)
    expect(logs.elsewhere).not.toContain(workshop.created.room.id)
    expect(logs.elsewhere).not.toContain(front.origin)
  },
)

/** Whatever this tab keeps of the page itself. */
const keptInTab = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify({ ...sessionStorage }))

scenario(
  '[UI20, F63] the link is out of the address before anything is asked, and leads on: in a copy of the tab, by back and forward, and as a second one',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const { links } = workshop.created
    const { page, context } = await workshop.arrive('Riet', 'participant', 'phone')
    await page.getByRole('button', { name: 'Egel' }).waitFor()
    const clean = async (tab: Page): Promise<void> => {
      for (const secret of Object.values(links)) expect((await historyOf(tab)).join(' ')).not.toContain(secret)
    }
    await clean(page)
    expect(await keptInTab(page)).toContain(links.participant)

    await page.goto(workshop.origin)
    await page.getByRole('heading', { name: 'Samen op weg' }).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Egel' }).waitFor()
    await page.goForward()
    await page.goBack()
    const opening = context.waitForEvent('page')
    await page.evaluate(() => void window.open(location.href))
    const copy = await opening
    await copy.getByRole('button', { name: 'Egel' }).waitFor()

    await comeIn(page)
    await page.locator('.save-state[data-state="saved"]').waitFor()
    expect(await keptInTab(page)).not.toContain(links.participant)
    await clean(page)
    await clean(copy)

    // A link of the same session, opened where its board is open: the browser itself loads nothing then.
    await page.evaluate((secret) => (location.hash = secret), links.facilitator)
    await page.locator('.board-page[data-role="facilitator"]').waitFor()
    expect(fragment(page)).toBe('')
    expect(await keptInTab(page)).not.toContain(links.facilitator)
    await clean(page)
  },
)

scenario(
  '[UI20, F63] who makes a session has its link in no address, nor when she opens it again from her list; the screen’s link leads to its view',
  async ({ server, browser }) => {
    const gerda = await Person.arrive(browser, 'Gerda', 'laptop')
    onTestFinished(() => gerda.leave())
    const { page } = gerda
    await page.goto(server.origin)
    await page.getByLabel('Naam van de sessie').fill('Zonder sporen')
    await page.getByRole('button', { name: 'Maak de sessie' }).click()
    await gerda.saved()
    const stored = await page.evaluate(() => localStorage.getItem('samenreis.sessions'))
    const [mine] = z.array(z.object({ links: RoomLinks })).parse(JSON.parse(stored ?? '[]'))
    if (mine === undefined) throw new Error('The session is not in her list')
    const secrets = Object.values(mine.links)
    await page.goto(server.origin)
    await page.getByRole('link', { name: /Openen/ }).click()
    await gerda.saved()
    await page.goto(`${page.url()}/scherm#${mine.links.screen}`)
    await page.locator('.board-page[data-role="screen"]').waitFor()
    for (const secret of secrets) {
      expect((await historyOf(page)).join(' ')).not.toContain(secret)
      expect(await keptInTab(page)).not.toContain(secret)
    }
    expect(gerda.complaints).toEqual([])
  },
)

scenario('[UI20, F63] in a tab that keeps nothing a link leads in all the same', async ({ openWorkshop, browser }) => {
  const workshop = await openWorkshop()
  const riet = await Person.arrive(browser, 'Riet', 'phone')
  onTestFinished(() => riet.leave())
  await riet.context.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
  })
  await riet.page.goto(workshop.link('participant'))
  await comeIn(riet.page)
  await riet.saved()
  expect(fragment(riet.page)).toBe('')
  expect(riet.complaints).toEqual([])
})
