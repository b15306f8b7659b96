import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Extraction } from '@samenreis/model/actions/improvementAction'
import type { VersionList } from '@samenreis/model/api/versions'
import { launchChromium } from '../support/chromium.ts'
import { temporaryFolder } from '../support/folder.ts'
import { RunningSamenreis } from './RunningSamenreis.ts'
import { Person, Workshop } from './Workshop.ts'

// One of two people sits at a device whose clock is years off: an empty battery, or somebody who set it wrong (reliability.md F20).
// Times of the machine that the test runs on are the server's.

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** What every file in the folder says, as one text: times are stored in letters. */
function everythingIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n')
}

/** Longer than the whole play takes, and far below a clock that is wrong. */
const PLAY_MS = 10 * 60_000

const DAY_MS = 24 * 60 * 60_000

function isNow(time: string | undefined): boolean {
  return Math.abs(Date.parse(time ?? '') - Date.now()) < PLAY_MS
}

/** The names beside the cursors of others, on this person's screen. */
const cursor = (person: Person, name: string) => person.page.locator('.tl-collaborator__cursor', { hasText: name })

for (const year of [1980, 2099]) {
  test(`[AC3, UI21, F20] a clock in ${year}: she joins, works, sees and is seen, and all times are the server's`, async () => {
    const data = temporaryFolder()
    const server = await RunningSamenreis.start({ DATA_DIR: data })
    onTestFinished(() => server.stop())
    const workshop = await Workshop.make(server.origin, browser, { start: 'demo-riet' })
    onTestFinished(() => workshop.end())
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await workshop.keepPictures(`clock in ${year}`)
    })
    const ben = await workshop.enter({ name: 'Ben', role: 'professional' })
    await ben.saved()

    const gerda = await Person.arrive(browser, 'Gerda', 'laptop')
    onTestFinished(() => gerda.leave())
    const { page } = gerda
    await gerda.context.clock.setSystemTime(new Date(`${year}-03-05T10:00:00Z`))
    await page.goto(workshop.link('facilitator'))
    await page.getByLabel('Uw naam').fill('Gerda')
    await page.getByRole('button', { name: 'Naar het bord' }).click()
    await gerda.saved()
    // Comes back with the cookie that she was given.
    await page.reload()
    await gerda.saved()
    expect(await page.evaluate(() => new Date().getFullYear())).toBe(year)

    // They see each other's cursors, and what each makes.
    await page.mouse.move(700, 450)
    await ben.page.mouse.move(600, 400)
    await cursor(ben, 'Gerda').waitFor()
    await cursor(gerda, 'Ben').waitFor()
    await gerda.board.put('Idee', 720, 120)
    await gerda.board.type('Van Gerda')
    await gerda.board.done()
    await gerda.saved()
    await ben.board.sees('idea', 'Van Gerda')

    // A version is of today, and so is the day that a button stands for.
    await page.getByRole('button', { name: /Open ‘Bewaren’/ }).click()
    const panel = page.getByRole('dialog')
    await panel.getByLabel('Bewaar het bord zoals het nu is').fill('Voor de pauze')
    await panel.getByRole('button', { name: 'Bewaar', exact: true }).click()
    await panel.getByText(/^vandaag /).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Acties' }).click()
    const action = page.getByRole('listitem').filter({ hasText: 'Bel na drie maanden: hoe gaat het met u?' }).first()
    await action.getByRole('button', { name: 'Invullen' }).click()
    await action.getByRole('button', { name: 'volgende week' }).click()

    const room = `${workshop.origin}/api/v1/rooms/${workshop.created.room.id}`
    const read = async <Answer>(path: string): Promise<Answer> =>
      (await (await gerda.context.request.get(`${room}/${path}`)).json()) as Answer
    const nextWeek = new Date(Date.now() + 7 * DAY_MS).toISOString().slice(0, 10)
    await expect
      .poll(async () => (await read<Extraction>('actions')).actions.find(({ id }) => id === 'act:i8')?.deadline?.date)
      .toBe(nextWeek)
    expect(isNow((await read<Extraction>('actions')).extractedAt)).toBe(true)
    expect((await read<VersionList>('versions')).versions.map(({ keptAt }) => isNow(keptAt))).toEqual([true])
    expect(isNow((await read<{ exportedAt: string }>('exports/board.json')).exportedAt)).toBe(true)

    // The device finds out what time it is, and nothing happens.
    await page.goBack()
    await gerda.saved()
    await gerda.context.clock.setSystemTime(new Date())
    await gerda.board.put('Idee', 420, 120)
    await gerda.board.type('Op tijd')
    await gerda.board.done()
    await gerda.saved()
    await ben.board.sees('idea', 'Op tijd')
    await ben.saved()

    await server.stop()
    const stored = everythingIn(data)
    expect(stored).toContain(`${new Date().getFullYear()}-`)
    for (const time of [`${year}-`, `maart ${year}`]) expect(stored).not.toContain(time)
    const faults = [...workshop.complaints, ...gerda.complaints]
    expect(faults.filter((each) => !/WebSocket connection|ERR_CONNECTION_REFUSED/.test(each))).toEqual([])
  })
}
