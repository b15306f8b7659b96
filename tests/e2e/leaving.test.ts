import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { BoardAtHand } from './BoardAtHand.ts'
import { openFaultyWorkshop } from './label/FaultyWorkshop.ts'
import { scenario } from './scenario.ts'
import type { Workshop } from './Workshop.ts'

/** A hundred before a release (reliability.md F91). */
const ROUNDS = Number(process.env['LEAVE_ROUNDS'] ?? 10)
/** Closing comes at most so long after the edit. */
const CLOSE_WITHIN_MS = 50
/** An append takes so long in every second round: the tab is closed while it lasts. */
const APPEND_MS = 200

/** Asks to close the tab as its cross does. Resolves with whether the browser asked; then the person stays. */
async function close(page: Page): Promise<'asked' | 'closed'> {
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    return 'asked' as const
  })
  const closed = page.waitForEvent('close').then(() => 'closed' as const)
  await page.close({ runBeforeUnload: true })
  const outcome = await Promise.race([asked, closed])
  // The other one never comes, and says so when the page ends.
  for (const each of [asked, closed]) each.catch(() => undefined)
  return outcome
}

/** The board in a tab, with a stored step that is open to be typed in. */
async function openBoard(page: Page, workshop: Workshop, round: number): Promise<Page> {
  await page.goto(`${workshop.origin}${workshop.boardPath}`)
  await page.locator('.save-state[data-state="saved"]').waitFor()
  const board = new BoardAtHand(page)
  await board.put('Stap', 200 + (round % 5) * 220, 200 + Math.floor(round / 5) * 90)
  await board.field().waitFor()
  return page
}

scenario(
  `[CN5, F91] edit and close within ${CLOSE_WITHIN_MS} ms, ${ROUNDS} times: it is stored, or the browser asked first`,
  async ({ browser }) => {
    const { workshop, documents, witness } = await openFaultyWorkshop(browser)
    const person = await workshop.enter({ name: 'Anna', role: 'professional' })
    let page = await openBoard(person.page, workshop, 0)
    const outcomes = { asked: 0, closed: 0 }
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.locator('.save-state[data-state="saved"]').waitFor()
      documents.before = async (operation) => {
        if (operation === 'append' && round % 2 === 1) await pause(APPEND_MS)
      }
      const before = await page.locator('.tl-shape textarea').inputValue()
      const pressed = page.keyboard.press('x')
      // From at once to the very end of the time, in whatever order the rounds come.
      await pause((CLOSE_WITHIN_MS * ((round * 7) % ROUNDS)) / ROUNDS)
      const outcome = await close(page)
      await pressed
      outcomes[outcome] += 1
      if (outcome === 'asked') continue
      await eventually(() => expect(witness.holdsSince(`${before}x`)).toBeLessThan(Infinity))
      page = await openBoard(await person.context.newPage(), workshop, round + 1)
    }
    // Nothing is asked where nothing can be lost.
    await page.locator('.save-state[data-state="saved"]').waitFor()
    expect(await close(page)).toBe('closed')
    expect(outcomes.asked + outcomes.closed).toBe(ROUNDS)
    expect(outcomes.asked).toBeGreaterThan(0)
  },
)
