import { putRecord } from '@samenreis/model/document/write'
import { expect, onTestFinished } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { Proxy } from '../support/proxy/Proxy.ts'
import { step } from '../support/records.ts'
import { joinAsProgram } from './joinAsProgram.ts'
import { scenario } from './scenario.ts'
import { Workshop } from './Workshop.ts'

declare global {
  interface Window {
    /** Everything that the label, the line under the bar and their live region said. */
    saidOfWork: Set<string>
  }
}

const anna = { name: 'Anna', role: 'professional' } as const
const CARDS = 200
const COPIES = 5
/** The work takes some ten seconds on such a line. */
const BYTES_PER_SECOND = 80_000
const WAIT_MS = 60_000

scenario(
  '[CN19, F16] who comes back with a thousand new cards reads how far they are, and then that all is saved',
  async ({ server, browser }) => {
    const proxy = await Proxy.to(Number(new URL(server.origin).port))
    const workshop = await Workshop.make(proxy.origin, browser)
    onTestFinished(() => workshop.end())
    const program = await joinAsProgram(workshop, server.origin)
    program.board.transact(() => {
      for (let at = 0; at < CARDS; at += 1) {
        putRecord(program.board, {
          ...step(`old-${at}`, `Stap ${at}`),
          geometry: [(at % 20) * 240, 200 * Math.floor(at / 20), 0, 200, 150],
        })
      }
    }, 'test')
    const first = await workshop.enter(anna)
    const { page } = first
    await page.locator('.save-state[data-state="saved"]').waitFor()
    await first.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await first.board.choose(first.board.card('touchpoint', 'Stap 0').first())
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    // Copying goes on for a moment after the keys.
    const onClipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(onClipboard, { timeout: WAIT_MS }).toContain(`Stap ${CARDS - 1}`)
    proxy.accepts = false
    proxy.reset()
    await page.locator('.save-state[data-state="offline"]').waitFor()
    for (let copy = 1; copy <= COPIES; copy += 1) {
      await page.keyboard.press('Control+v')
      await page.locator('.save-line', { hasText: `${copy * CARDS} wijzigingen` }).waitFor({ timeout: WAIT_MS })
    }
    await page.evaluate(() => {
      const said = new Set<string>()
      window.saidOfWork = said
      const look = (): void => {
        for (const part of ['.save-state__word', '.save-line', '.save-state + output'])
          said.add(document.querySelector(part)?.textContent ?? '')
      }
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    })
    proxy.set({ bytesPerSecond: BYTES_PER_SECOND }, 'toServer')
    proxy.accepts = true
    await page.locator('.save-state[data-state="saved"]').waitFor({ timeout: WAIT_MS })
    const said = await page.evaluate(() => [...window.saidOfWork])
    const numbers = (pattern: RegExp) => said.flatMap((each) => pattern.exec(each)?.[1] ?? []).map(Number)
    const percents = numbers(/^Bewaren: (\d+) %$/)
    expect(percents.length).toBeGreaterThan(2)
    expect(percents).toEqual(percents.toSorted((one, other) => one - other))
    const left = numbers(/^Wat u maakte, gaat nu naar het bord\..* Nog (\d+) wijzigingen\.$/)
    expect(left.length).toBeGreaterThan(2)
    expect(left).toEqual(left.toSorted((one, other) => other - one))
    // Called out once each, and no number of it.
    expect(said).toContain('U bent er weer bij. Wat u maakte, gaat nu naar het bord.')
    expect(said).toContain('U bent er weer bij. Alles is bewaard.')
    expect(await page.locator('.save-line').count()).toBe(0)
    await eventually(() => expect(program.board.records.size).toBe(1 + CARDS * (COPIES + 1)), WAIT_MS)
  },
)
