import { freePort } from '../../scripts/freePort.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Browser, type BrowserContext, type CDPSession } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { z } from 'zod'
import { launchChromium } from '../support/chromium.ts'
import { eventually } from '../support/eventually.ts'
import type { Proxy } from '../support/proxy/Proxy.ts'
import { openFaultyWorkshop, type FaultyWorkshop } from './label/FaultyWorkshop.ts'
import { LabelWatch } from './label/LabelWatch.ts'
import { scenario } from './scenario.ts'
import { Person, screens } from './Workshop.ts'

/**
 * How long they sleep, in ms: longer than the silence after which no page trusts its connection. Two minutes before a release
 * (reliability.md F60).
 */
const SLEEP_MS = Number(process.env['SLEEP_MS'] ?? 35_000)
/** Three browsers start and seven pages are loaded around the sleep. */
const PATIENCE_MS = SLEEP_MS + 240_000
/** Far above what coming back takes on a busy machine, far below the patience of a page that only waits. */
const AT_ONCE_MS = 10_000
/** Frames that a page which was stopped may show before the first of its own code runs. */
const FIRST_FRAMES = 3

const Processes = z.object({ processInfo: z.array(z.object({ type: z.string(), id: z.number() })) })

/** A browser of its own, whose processes can be stopped and go on again. */
class StoppableBrowser {
  readonly browser: Browser
  readonly #devtools: CDPSession
  #stopped: readonly number[] = []

  private constructor(browser: Browser, devtools: CDPSession) {
    this.browser = browser
    this.#devtools = devtools
  }

  /** Gone when the test is over. */
  static async open(): Promise<StoppableBrowser> {
    const browser = await launchChromium()
    const own = new StoppableBrowser(browser, await browser.newBrowserCDPSession())
    onTestFinished(async () => {
      own.goOn()
      await browser.close()
    })
    return own
  }

  /** @param which processes: those that show pages alone, or all of them, as in a laptop that is closed */
  async stop(which: 'pages' | 'all'): Promise<void> {
    const { processInfo } = Processes.parse(await this.#devtools.send('SystemInfo.getProcessInfo'))
    this.#stopped = processInfo.filter(({ type }) => which === 'all' || type === 'renderer').map(({ id }) => id)
    expect(this.#stopped.length).toBeGreaterThan(which === 'all' ? 1 : 0)
    for (const pid of this.#stopped) process.kill(pid, 'SIGSTOP')
  }

  goOn(): void {
    for (const pid of this.#stopped) process.kill(pid, 'SIGCONT')
    this.#stopped = []
  }
}

/** How a page is put to sleep, and woken. */
interface Way {
  readonly sleep: () => Promise<void>
  readonly wake: () => Promise<void>
}

/** Tabs in a browser that freezes them: pages that tests drive otherwise count as looked at all the time, and never are. */
async function openFreezer(): Promise<BrowserContext> {
  const port = await freePort()
  const browser = await launchChromium([`--remote-debugging-port=${port}`])
  onTestFinished(() => browser.close())
  const plain = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true })
  const [context] = plain.contexts()
  if (context === undefined) throw new Error('The browser has no tabs')
  context.on('page', (page) => void page.setViewportSize(screens.laptop.viewport))
  return context
}

/** As browsers do with a page in the background, and phones with all of them. */
async function freezing({ context, page }: Person): Promise<Way> {
  const devtools = await context.newCDPSession(page)
  return {
    sleep: async () => {
      await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
    },
    wake: async () => {
      await devtools.send('Page.setWebLifecycleState', { state: 'active' })
      // Somebody looks at it again.
      await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true })
    },
  }
}

function stopping(own: StoppableBrowser, which: 'pages' | 'all'): Way {
  return { sleep: () => own.stop(which), wake: () => Promise.resolve(own.goOn()) }
}

interface Sleeper extends Way {
  readonly person: Person
  readonly watch: LabelWatch
  readonly line: Proxy
  /** So many were made on that line before the sleep. */
  readonly connections: number
}

/** Lets somebody in by a line of her own. */
async function enter(
  { workshop, anotherLine }: FaultyWorkshop,
  person: Person,
  way: (person: Person) => Promise<Way>,
): Promise<Sleeper> {
  const line = await anotherLine()
  await workshop.movedTo(line.origin).letIn(person, { name: person.name, role: 'professional' })
  const watch = await LabelWatch.on(person.page)
  await person.saved()
  return { person, watch, line, connections: line.webSockets, ...(await way(person)) }
}

/** The connection of now leads nowhere any more, and nobody is told; a new one is not touched. */
function forget({ line, connections }: Sleeper): void {
  line.judge = ({ connection }) => (connection <= connections ? 'swallow' : 'pass')
}

/** Types words, of which the last do not come through. */
async function typeInVain({ person }: Sleeper, words: string, x: number, before: () => void): Promise<void> {
  await person.board.put('Stap', x, 250)
  await person.board.type(words)
  await person.saved()
  before()
  await person.board.type(' en nog iets')
  await person.page.locator('.save-state[data-state="slow"]').waitFor()
}

scenario(
  `[CN18, F60] ${SLEEP_MS / 1000} s of sleep: a page that is frozen, one whose process is stopped, a whole browser that is; the line lives or does not`,
  { timeout: PATIENCE_MS },
  async ({ browser }) => {
    const faulty = await openFaultyWorkshop(browser)
    const { witness } = faulty
    const writer = await faulty.workshop.enter({ name: 'Wim', role: 'professional' })
    await writer.saved()
    const freezer = await openFreezer()
    const [alone, whole] = [await StoppableBrowser.open(), await StoppableBrowser.open()]
    // The second tab comes later: both are of one person, who stays who she was when she came in last.
    const idle = await enter(faulty, await Person.at(freezer, 'Fien'), freezing)
    const frozen = await enter(faulty, await Person.at(freezer, 'Fien'), freezing)
    const stopped = await enter(faulty, await Person.arrive(alone.browser, 'Sam', 'laptop'), () =>
      Promise.resolve(stopping(alone, 'pages')),
    )
    const closed = await enter(faulty, await Person.arrive(whole.browser, 'Kim', 'laptop'), () =>
      Promise.resolve(stopping(whole, 'all')),
    )
    const sleepers = [frozen, idle, stopped, closed]

    await typeInVain(frozen, 'Bevroren', 250, () => forget(frozen))
    // What she typed arrives while she sleeps, and so does the answer that it is stored.
    await typeInVain(stopped, 'Stilgezet', 550, () => stopped.line.freeze('toServer'))
    await typeInVain(closed, 'Dichtgeklapt', 850, () => forget(closed))
    forget(idle)
    expect(sleepers.map(({ line, connections }) => line.webSockets - connections)).toEqual([0, 0, 0, 0])
    for (const { sleep } of sleepers) await sleep()
    stopped.line.thaw()
    await writer.board.put('Stap', 400, 500)
    await writer.board.type('Terwijl u sliep')
    await writer.board.done()
    await writer.saved()
    await pause(SLEEP_MS)

    const wokenAt = Date.now()
    for (const { wake } of sleepers) await wake()
    for (const { person } of sleepers)
      await person.board.card('touchpoint', 'Terwijl u sliep').first().waitFor({ timeout: AT_ONCE_MS })
    for (const words of ['Bevroren', 'Stilgezet', 'Dichtgeklapt']) {
      await writer.board.sees('touchpoint', `${words} en nog iets`)
      await eventually(() => expect(witness.holdsSince(`${words} en nog iets`)).toBeLessThan(Infinity))
    }
    for (const { person, watch } of sleepers) {
      await person.saved()
      expect([person.name, await watch.lies(witness)]).toEqual([person.name, []])
    }
    // With nothing to store "saved" was no lie before; on waking nobody knows, until the server is there again.
    const { words, savedFrames } = await idle.watch.read()
    const after = words.filter(({ at }) => at >= wokenAt)
    expect(after.map(({ it }) => it)[0]).toBe('U bent even los')
    expect(savedFrames.filter((at) => at >= wokenAt && at < (after[0]?.at ?? 0)).length).toBeLessThan(FIRST_FRAMES)
    // Everybody's connection of before was given up, by the page itself or by the server.
    for (const { line, connections } of sleepers) expect(line.webSockets).toBeGreaterThan(connections)
    for (const { person } of [...sleepers, { person: writer }]) person.complaints.length = 0
  },
)
