import type { CreatedRoom } from '@samenreis/model/api/rooms'
import type { Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { AccessLog } from './AccessLog.ts'
import { RunningSamenreis } from './RunningSamenreis.ts'
import { scenario } from './scenario.ts'
import { Workshop, type Person } from './Workshop.ts'

/**
 * Addresses that "back" and "forward" of this tab lead to, as the browser itself holds them. `userTypedURL` stands beside each: by
 * what the entry was opened first. No page can change that, and it leads nowhere (docs/faults.md F63).
 */
async function historyOf(page: Page): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page)
  const { entries } = await devtools.send('Page.getNavigationHistory')
  await devtools.detach()
  return entries.map(({ url }) => url)
}

const fragment = (page: Page): string => new URL(page.url()).hash.slice(1)

/** From the link to the board; on the way the link stays where it is, so that a reload leads on. */
async function joinByLink({ page, saved }: Pick<Person, 'page' | 'saved'>, secret: string): Promise<void> {
  await page.getByRole('button', { name: 'Egel' }).click()
  expect(fragment(page)).toBe(secret)
  await page.reload()
  expect(fragment(page)).toBe(secret)
  await page.getByRole('button', { name: 'Egel' }).click()
  await page.getByRole('button', { name: 'Overslaan' }).click()
  await page.getByText('Ik woon hier, of ik krijg hulp').click()
  await saved()
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
    await joinByLink({ page: guest.page, saved: () => guest.saved() }, links.participant)
    const leader = await workshop.arrive('Gerda', 'facilitator')
    await leader.page.getByRole('heading', { name: 'Welkom, begeleider' }).waitFor()
    expect(fragment(leader.page)).toBe(links.facilitator)
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
