import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { SCHEMA_VERSION } from '@samenreis/model/document/BoardDocument'
import type { Mutant } from '../mutants/Mutant.ts'
import { SourceCopy } from '../mutants/SourceCopy.ts'
import { launchChromium } from '../support/chromium.ts'
import { temporaryFolder } from '../support/folder.ts'
import { AccessLog } from './AccessLog.ts'
import { RunningSamenreis } from './RunningSamenreis.ts'
import { Workshop, type Person } from './Workshop.ts'

// Two versions of Samenreis, both really built: the one of this source, and the next one, whose layout has another number and a step
// that leads to it. Server and interface of the next one are made of a copy of the source with that step in it (reliability.md F17).

const root = fileURLToPath(new URL('../..', import.meta.url))
const NEXT_VERSION = SCHEMA_VERSION + 1
/** Building takes about ten seconds on a machine that does nothing else. */
const BUILD_LIMIT_MS = 240_000
/** Longer than a server that stops may ask its pages to wait, and than a page waits at most before it tries again. */
const BACK_MS = 60_000

/** What the next version changes in the source. */
const nextVersion: Mutant = {
  name: 'the next version',
  file: 'packages/model/src/document/BoardDocument.ts',
  old: `export const SCHEMA_VERSION = ${SCHEMA_VERSION}`,
  new: `export const SCHEMA_VERSION = ${NEXT_VERSION}`,
  also: [
    {
      file: 'packages/model/src/document/migrations.ts',
      old: 'export const boardMigrations: readonly Migration[] = [',
      new: `export const boardMigrations: readonly Migration[] = [
  { to: ${NEXT_VERSION}, apply: (board) => void board.records.get('page:board')?.set('name', 'Volgende') },
`,
    },
  ],
  watchers: [],
}

let copy: SourceCopy
let browser: Browser
beforeAll(async () => {
  copy = new SourceCopy(root)
  copy.plant(nextVersion)
  const vite = join(copy.root, 'apps/web/node_modules/vite/bin/vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(copy.root, 'apps/web'),
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (built.status !== 0) throw new Error(`The next version cannot be built:\n${built.stdout}${built.stderr}`)
  browser = await launchChromium()
}, BUILD_LIMIT_MS)
afterAll(async () => {
  await browser.close()
  copy.remove()
})

/** One place in the world, port and data, at which now this and now that version runs. */
class Deployment {
  private readonly data = temporaryFolder()
  private port = '0'
  private running: RunningSamenreis | null = null

  async run(version: 'this' | 'next'): Promise<string> {
    await this.running?.stop()
    const env = { DATA_DIR: this.data, PORT: this.port }
    this.running = await RunningSamenreis.start(env, version === 'this' ? root : copy.root)
    this.port = new URL(this.running.origin).port
    return this.running.origin
  }

  async end(): Promise<void> {
    await this.running?.stop()
  }
}

/** Another way to this server, on which the pages of the next version come, as from a machine that was brought up to date first. */
async function withNextPages(origin: string): Promise<string> {
  const elsewhere = new Deployment()
  onTestFinished(() => elsewhere.end())
  const pages = await elsewhere.run('next')
  const front = await AccessLog.before((path) => (/^\/(assets|r)\//.test(path) ? pages : origin))
  return front.origin
}

const label = (person: Person, state: string) => person.page.locator(`.save-state[data-state="${state}"]`)

async function putIdea(person: Person, words: string, x: number, y: number): Promise<void> {
  await person.board.put('Idee', x, y)
  await person.board.type(words)
  await person.board.done()
}

test('[SE32, SE33, CN16, CN17, F17] two built versions in one room: the newer page reads beside the older server, both go on by themselves as the server changes, and the older page asks to be loaded again', async () => {
  const place = new Deployment()
  onTestFinished(() => place.end())
  const workshop = await Workshop.make(await place.run('this'), browser)
  onTestFinished(() => workshop.end())
  const nora = await workshop.enter({ name: 'Nora', role: 'professional' })
  await nora.saved()
  await putIdea(nora, 'Van de oude bladzijde', 500, 400)
  await nora.saved()

  // A page of the next version beside the server of this one.
  const beside = workshop.movedTo(await withNextPages(workshop.origin))
  onTestFinished(() => beside.end())
  onTestFinished(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    for (const each of [workshop, beside]) await each.keepPictures('two versions')
  })
  const ida = await beside.enter({ name: 'Ida', role: 'professional' })
  await label(ida, 'ahead').waitFor()
  await ida.page.getByText('Samenreis wordt nog bijgewerkt. U kunt het bord zolang alleen bekijken.').waitFor()
  await ida.board.sees('idea', 'Van de oude bladzijde')
  expect(await ida.page.getByRole('button', { name: /^Idee( |$)/ }).count()).toBe(0)
  await putIdea(nora, 'Terwijl Ida kijkt', 800, 400)
  await ida.board.sees('idea', 'Terwijl Ida kijkt')
  await label(ida, 'ahead').waitFor()

  // The server is brought up to date.
  await place.run('next')
  await label(ida, 'saved').waitFor({ timeout: BACK_MS })
  await nora.page.getByText('Er is een nieuwe versie van Samenreis.').waitFor({ timeout: BACK_MS })
  await putIdea(ida, 'Van de nieuwe bladzijde', 500, 650)
  await ida.saved()
  await nora.page.getByRole('button', { name: 'Opnieuw laden' }).click()
  await nora.saved()
  await nora.board.sees('idea', 'Van de nieuwe bladzijde')
  await putIdea(nora, 'Weer mee', 800, 650)
  await ida.board.sees('idea', 'Weer mee')

  // It went wrong, and the older version is put back on what the newer one wrote.
  await place.run('this')
  await ida.page.getByText('Samenreis wordt nog bijgewerkt voor dit bord.').waitFor({ timeout: BACK_MS })
  await putIdea(ida, 'Terwijl het bord dicht was', 1000, 300)
  await ida.page.getByText('1 wijziging staat alleen in dit tabblad.').waitFor()
  await place.run('next')
  await label(ida, 'saved').waitFor({ timeout: BACK_MS })
  await label(nora, 'saved').waitFor({ timeout: BACK_MS })
  await nora.board.sees('idea', 'Terwijl het bord dicht was')
  expect(await nora.board.cards('idea').count()).toBe(5)
  // A line that ends with its server is no fault.
  const faults = [...workshop.complaints, ...beside.complaints].filter(
    (each) => !/WebSocket connection|ERR_CONNECTION_REFUSED|status of 50\d/.test(each),
  )
  expect(faults).toEqual([])
})
