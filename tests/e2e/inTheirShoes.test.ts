import { expect } from 'vitest'
import { scenario } from './scenario.ts'

const gerda = { name: 'Gerda', role: 'facilitator', right: 'facilitator' } as const
const anna = { name: 'Anna', role: 'professional' } as const
const riet = { start: 'demo-riet', title: 'Hulp in huis: de reis van Riet' } as const

scenario('[PL4] who plays Riet is told so, and the others see on her new card "als Riet"', async ({ openWorkshop }) => {
  const workshop = await openWorkshop(riet)
  const player = await workshop.enter(anna)
  const other = await workshop.enter(gerda)
  await player.saved()
  await other.saved()
  const { page } = player
  await page.getByRole('button', { name: /Alles in beeld/ }).click()
  await player.board.choose(player.board.cards('persona').first())
  await page.getByRole('button', { name: 'Ik speel Riet' }).click()
  const line = page.locator('.played-line')
  await line.getByText('U speelt Riet').waitFor()
  expect(await other.page.locator('.played-line').count()).toBe(0)
  await page.reload()
  await player.saved()
  await line.getByText('U speelt Riet').waitFor()

  const write = async (x: number, text: string): Promise<void> => {
    await page.keyboard.press('Shift+B')
    await page.mouse.click(x, 700)
    await player.board.field().waitFor()
    await player.board.type(text)
    await player.board.done()
  }
  await page.locator('.tl-container').focus()
  await write(300, 'rust aan tafel')
  const pills = other.board.card('card', 'rust aan tafel').locator('.card-pill')
  await expect.poll(() => pills.allTextContents()).toEqual(['als Riet', 'dat denken we'])

  await line.getByRole('button', { name: 'Stoppen' }).click()
  await line.waitFor({ state: 'detached' })
  await write(560, 'korte lijnen')
  const own = other.board.card('card', 'korte lijnen').locator('.card-pill')
  await expect.poll(() => own.count()).toBe(1)
  expect(await own.filter({ hasText: 'als Riet' }).count()).toBe(0)
})

scenario(
  '[PL5] who is kept in view stands beside the board as she is now, and leads to her place on it',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop(riet)
    const keeper = await workshop.enter(anna)
    const other = await workshop.enter({ ...gerda, screen: 'phone' })
    await keeper.saved()
    await other.saved()
    for (const { page, board } of [keeper, other]) {
      await page.getByRole('button', { name: /Alles in beeld/ }).click()
      await board.choose(board.cards('persona').first())
      await page.getByRole('button', { name: 'Houd in beeld' }).click()
    }
    await keeper.page.keyboard.press('Escape')
    const inView = keeper.page.getByRole('region', { name: 'In beeld: Riet' })
    await inView.getByText('Zelf de baas blijven in mijn huis').waitFor()
    await inView.getByText('4 behoeften').waitFor()
    await other.page.locator('.field[data-field="name"]').getByRole('textbox').fill('Riet Bloem')
    const renamed = keeper.page.getByRole('region', { name: 'In beeld: Riet Bloem' })
    await renamed.getByText('78 jaar').waitFor()

    await other.page.locator('.panel').getByRole('button', { name: 'Sluiten' }).click()
    const portrait = other.page.getByRole('button', { name: 'In beeld: Riet Bloem' })
    const words = other.page.getByText('4 behoeften')
    await portrait.waitFor()
    expect(await words.isVisible()).toBe(false)
    await portrait.tap()
    await words.waitFor()

    await keeper.page.reload()
    await keeper.saved()
    await renamed.getByText('78 jaar').waitFor()
    await renamed
      .getByRole('button', { name: /Riet Bloem/ })
      .filter({ visible: true })
      .click()
    await keeper.page.locator('.panel').getByRole('button', { name: 'Niet meer in beeld' }).waitFor()
    await renamed.getByRole('button', { name: 'Niet meer in beeld' }).click()
    await renamed.waitFor({ state: 'detached' })
    await portrait.waitFor()
  },
)
