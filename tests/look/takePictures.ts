// Takes a picture of every screen, in Dutch, at 1440x900 and 390x844, to be looked at; two of them stand in the README.
//
//   node tests/look/takePictures.ts [folder]     (default: test-results/look)
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { RunningSamenreis } from '../e2e/RunningSamenreis.ts'
import { Person, type screens, Workshop } from '../e2e/Workshop.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = process.argv[2] ?? join(root, 'test-results/look')
/** Time for fonts and faces to settle before a picture. */
const SETTLE_MS = 700
const people = [
  'Anna',
  'Ben',
  'Chris',
  'Dina',
  'Emre',
  'Fatma',
  'Gijs',
  'Hanna',
  'Ilse',
  'Joost',
  'Karim',
  'Loes',
  'Mo',
  'Noor',
]
const demo = {
  start: 'demo-riet',
  title: 'Hulp in huis: de reis van Riet',
  question: 'Hoe regelen we dit samen beter voor Riet?',
} as const
type Screen = keyof typeof screens

async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  await page.waitForTimeout(SETTLE_MS)
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage })
}

/** A step that fails leaves the others their picture. */
async function attempt(name: string, step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`)
  }
}

async function entrance(server: RunningSamenreis, browser: Browser, screen: Screen): Promise<void> {
  const guest = await Person.arrive(browser, 'Guest', screen)
  await attempt('home', async () => {
    await guest.page.goto(server.origin)
    await guest.page.getByRole('button', { name: 'Maak de sessie' }).waitFor()
    await picture(guest.page, `home-${screen}`, true)
    await guest.page.getByRole('button', { name: 'Maak de sessie' }).click()
    await picture(guest.page, `home-refused-${screen}`, true)
    await guest.page.getByText(demo.title).first().click()
    await guest.page.getByRole('button', { name: 'Maak de sessie' }).click()
    await guest.page.getByRole('dialog').waitFor()
    await picture(guest.page, `share-${screen}`)
    await guest.page.goto(server.origin)
    await picture(guest.page, `home-with-sessions-${screen}`, true)
  })
  await guest.leave()
  const workshop = await Workshop.make(server.origin, browser, demo)
  await attempt('join', async () => {
    const newcomer = await workshop.arrive('Riet', 'participant', screen)
    await newcomer.page.getByText('Kies een plaatje').waitFor()
    await picture(newcomer.page, `join-1-${screen}`, true)
    await newcomer.page.getByText('Egel', { exact: true }).click()
    await picture(newcomer.page, `join-2-${screen}`, true)
    await newcomer.page.getByRole('button', { name: 'Overslaan' }).click()
    await picture(newcomer.page, `join-3-${screen}`, true)
    const facilitator = await workshop.arrive('Gerda', 'facilitator', screen)
    await facilitator.page.getByRole('button').last().waitFor()
    await picture(facilitator.page, `join-facilitator-${screen}`, true)
    await newcomer.page.goto(`${server.origin}${workshop.boardPath}x#wrong`)
    await picture(newcomer.page, `not-found-${screen}`)
    const stranger = await Person.arrive(browser, 'Stranger', screen)
    await stranger.page.goto(`${server.origin}${workshop.boardPath}#wrong`)
    await picture(stranger.page, `link-wrong-${screen}`)
    await stranger.leave()
  })
  await workshop.end()
}

async function boards(server: RunningSamenreis, browser: Browser, screen: Screen): Promise<void> {
  const empty = await Workshop.make(server.origin, browser)
  await attempt('empty board', async () => {
    const anna = await empty.enter({ name: 'Anna', role: 'professional', screen })
    await anna.saved()
    await picture(anna.page, `board-empty-${screen}`)
  })
  await empty.end()
  const full = await Workshop.make(server.origin, browser, demo)
  const gerda = await full.enter({ name: 'Gerda', role: 'facilitator', right: 'facilitator', screen })
  await gerda.saved()
  await attempt('demo board', async () => {
    await picture(gerda.page, `board-demo-${screen}`)
    for (const [type, words] of [
      ['touchpoint', 'Zoeken op de website'],
      ['pain-point', 'De woorden op de website'],
      ['idea', 'Zet zoekwoorden'],
      ['card', 'Ik zocht poetshulp'],
    ] as const) {
      if (screen === 'phone' && type !== 'touchpoint') continue
      await gerda.page.keyboard.press('Escape')
      const card = gerda.board.card(type, words).first()
      if (screen === 'phone') await gerda.board.choose(gerda.board.card('touchpoint', 'Het huishouden lukt').first())
      else {
        // Only steps are in the first view of the demo; the other kinds lie below.
        if (type !== 'touchpoint') await gerda.page.getByRole('button', { name: /Alles in beeld/ }).click()
        await gerda.board.choose(card)
      }
      await gerda.page.locator('.panel').waitFor()
      await picture(gerda.page, `panel-${type}-${screen}`)
    }
    await gerda.page.keyboard.press('Escape')
    await gerda.page.keyboard.press('Escape')
    await gerda.page.getByRole('button', { name: /Alles in beeld/ }).click()
    await picture(gerda.page, `board-whole-${screen}`)
  })
  await attempt('what we see', async () => {
    const opener = gerda.page.getByRole('button', { name: 'Wat zien we?' }).filter({ visible: true })
    await opener.first().click()
    await picture(gerda.page, `insight-${screen}`)
    const views = await gerda.page.locator('.insight-item').all()
    for (const [at, view] of views.entries()) {
      await view.click()
      await picture(gerda.page, `insight-${at + 1}-${screen}`)
      await gerda.page.getByRole('button', { name: 'Alles', exact: true }).click()
    }
    await gerda.page.keyboard.press('Escape')
  })
  await attempt('offline', async () => {
    await gerda.context.setOffline(true)
    await gerda.page.locator('.save-state[data-state="offline"]').waitFor()
    await picture(gerda.page, `offline-${screen}`)
    await gerda.context.setOffline(false)
    await gerda.saved()
  })
  await attempt('actions', async () => {
    await gerda.page.goto(`${server.origin}${full.boardPath}/acties`)
    await gerda.page.getByText('Compleet (5)').waitFor()
    await picture(gerda.page, `actions-${screen}`)
    await picture(gerda.page, `actions-whole-${screen}`, true)
  })
  await attempt('screen', async () => {
    const wall = await full.arrive('Scherm', 'screen', screen)
    await wall.page.locator('.tl-shape').first().waitFor({ state: 'attached' })
    await picture(wall.page, `wall-${screen}`)
  })
  await full.end()
}

/** Guess first, then reveal: the leader's count, a sheet of faces, who waits, the screen in the room, and all lines. */
async function guessing(server: RunningSamenreis, browser: Browser, screen: Screen): Promise<void> {
  const workshop = await Workshop.make(server.origin, browser, demo)
  await attempt('guess first', async () => {
    const leader = await workshop.enter({ name: 'Gerda', role: 'facilitator', right: 'facilitator', screen })
    const staff = await workshop.enter({ name: 'Sanne', role: 'professional', screen })
    const client = await workshop.enter({ name: 'Riet', role: 'client', screen })
    const wall = await workshop.arrive('Scherm', 'screen', screen)
    for (const person of [leader, staff, client]) await person.saved()
    const room = `${server.origin}/api/v1/rooms/${workshop.created.room.id}`
    const board = JSON.stringify(await (await leader.context.request.get(`${room}/exports/board.json`)).json())
    const [, journeyId = ''] = /"journeyId":"(shape:[\w-]+)"/.exec(board) ?? []
    await leader.context.request.post(`${room}/guess-rounds`, {
      data: { journeyId },
      headers: { origin: server.origin },
    })
    await staff.page.locator('.guess-sheet').waitFor()
    for (const [step, face] of [2, 3, 1, 4].entries()) {
      await staff.page.locator('.guess-step').nth(step).locator('.guess-face').nth(face).click()
    }
    await picture(staff.page, `guess-sheet-${screen}`)
    await picture(leader.page, `guess-leader-${screen}`)
    await picture(client.page, `guess-wait-${screen}`)
    await picture(wall.page, `guess-wall-${screen}`)
    await staff.page.getByRole('button', { name: 'Klaar', exact: true }).click()
    await picture(staff.page, `guess-done-${screen}`)
    await leader.page.getByText('1 van 1 klaar').waitFor()
    await leader.page.getByRole('button', { name: 'Laat zien', exact: true }).click()
    await client.page.getByText('De gevoelslijnen zijn zichtbaar.').waitFor()
    await picture(client.page, `guess-revealed-${screen}`)
  })
  await workshop.end()
}

/** Fourteen people on one board, as in the session of facilitation.md. */
async function crowd(server: RunningSamenreis, browser: Browser): Promise<void> {
  const workshop = await Workshop.make(server.origin, browser, demo)
  await attempt('crowd', async () => {
    const watcher = await workshop.enter({ name: 'Gerda', role: 'facilitator', right: 'facilitator' })
    await watcher.saved()
    const others: Person[] = []
    for (const name of people.slice(1)) others.push(await workshop.enter({ name, role: 'professional' }))
    for (const [at, person] of others.entries()) {
      await person.saved()
      await person.page.mouse.move(200 + (at % 5) * 230, 200 + Math.floor(at / 5) * 190, { steps: 4 })
    }
    await picture(watcher.page, 'board-crowd-laptop')
    await watcher.page.getByRole('button', { name: /mensen doen mee/ }).click()
    await picture(watcher.page, 'people-laptop')
  })
  await workshop.end()
}

await mkdir(folder, { recursive: true })
const server = await RunningSamenreis.start()
const browser = await launchChromium()
try {
  for (const screen of ['laptop', 'phone'] as const) {
    await entrance(server, browser, screen)
    await boards(server, browser, screen)
    await guessing(server, browser, screen)
  }
  await crowd(server, browser)
} finally {
  await browser.close()
  await server.stop()
}
if (process.argv[2] === undefined) {
  await mkdir(join(root, 'docs/pictures'), { recursive: true })
  await copyFile(join(folder, 'panel-touchpoint-laptop.png'), join(root, 'docs/pictures/board.png'))
  await copyFile(join(folder, 'actions-laptop.png'), join(root, 'docs/pictures/actions.png'))
}
