import { expect } from 'vitest'
import { scenario } from './scenario.ts'

scenario(
  '[KP3, F02] somebody deletes half the board: the facilitator puts it back from her phone, and what was made since stays beside it',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop({ start: 'demo-riet' })
    const gerda = await workshop.enter({ name: 'Gerda', role: 'facilitator', right: 'facilitator', screen: 'phone' })
    const ben = await workshop.enter({ name: 'Ben', role: 'professional' })
    await gerda.saved()
    await ben.saved()
    const steps = await ben.board.cards('touchpoint').count()
    expect(steps).toBeGreaterThan(5)

    // A place of the canvas where nothing stands.
    await ben.page.mouse.click(720, 90)
    await ben.page.keyboard.press('Control+a')
    await ben.page.keyboard.press('Delete')
    // All but the journey that is locked.
    await expect.poll(() => ben.board.cards('touchpoint').count(), { timeout: 15_000 }).toBeLessThan(steps)
    const left = await ben.board.cards('touchpoint').count()
    await ben.board.done()
    await ben.board.put('Idee', 500, 500)
    await ben.board.type('Bel zelf terug')
    await ben.board.done()
    await ben.saved()

    await gerda.page.getByRole('button', { name: /Open ‘Bewaren’/ }).click()
    const panel = gerda.page.getByRole('dialog')
    await panel.getByText('voor er veel werd weggehaald').waitFor()
    await panel
      .getByRole('button', { name: /^Bekijk/ })
      .first()
      .click()
    await panel.getByText(/\d+ kaartjes komen terug/).waitFor()
    await panel.getByText('1 kaartje van daarna blijft, naast de rest').waitFor()
    await panel.getByText('Bel zelf terug').waitFor()
    await panel.getByRole('button', { name: 'Zet deze versie terug' }).click()
    await panel.getByText('Het bord terugzetten voor iedereen?').waitFor()
    await panel.getByRole('button', { name: 'Ja, zet terug' }).click()
    await gerda.page.getByText(/Wat daarna is gemaakt \(1 kaartje\)/).waitFor()
    await gerda.saved()

    // Everybody, at once, and without loading the page.
    await ben.page.getByText(/Het bord is vernieuwd/).waitFor()
    await ben.saved()
    await ben.page.keyboard.press('Shift+1')
    await expect.poll(() => ben.board.cards('touchpoint').count(), { timeout: 15_000 }).toBe(steps)
    await ben.board.sees('idea', 'Bel zelf terug')
    await ben.board.cards('frame').first().waitFor({ state: 'attached' })

    // And it can be undone.
    await gerda.page.getByRole('button', { name: 'Toch niet' }).click()
    await expect.poll(() => ben.board.cards('touchpoint').count(), { timeout: 15_000 }).toBe(left)
    await ben.board.sees('idea', 'Bel zelf terug')
    expect(workshop.complaints).toEqual([])
  },
)
