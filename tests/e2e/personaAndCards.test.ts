import { expect } from 'vitest'
import { scenario } from './scenario.ts'

const gerda = { name: 'Gerda', role: 'facilitator', right: 'facilitator' } as const
const anna = { name: 'Anna', role: 'professional' } as const
const riet = { start: 'demo-riet', title: 'Hulp in huis: de reis van Riet' } as const

/** Pages of a PDF as Chromium writes it. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

scenario(
  '[PC7] a need is typed after its fixed words, and is a whole sentence to everybody else',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const facilitator = await workshop.enter(gerda)
    const other = await workshop.enter(anna)
    await facilitator.saved()
    await other.saved()
    await facilitator.page.keyboard.press('Shift+B')
    await facilitator.page.mouse.click(620, 380)
    await facilitator.board.field().waitFor()
    await facilitator.board.type('rust aan tafel')
    await facilitator.board.done()

    await other.board.sees('card', 'rust aan tafel')
    const card = other.board.card('card', 'rust aan tafel')
    await expect.poll(() => card.locator('.card-start').textContent()).toBe('Ik heb behoefte aan')
    await expect.poll(() => card.locator('.card-text').textContent()).toBe('rust aan tafel')
    await facilitator.saved()
    const { request } = facilitator.context
    const file = `${workshop.origin}/api/v1/rooms/${workshop.created.room.id}/exports/board.json`
    expect(await (await request.get(file)).text()).toContain('"Ik heb behoefte aan rust aan tafel"')

    // Pasting or typing the whole sentence in the panel does not double the start.
    await other.board.choose(card)
    const words = other.page.getByRole('textbox', { name: 'Ik heb behoefte aan …' })
    await words.fill('Ik heb behoefte aan stilte')
    await facilitator.board.sees('card', 'stilte')
    await expect.poll(() => words.inputValue()).toBe('stilte')
  },
)

scenario(
  '[PC8] one button makes an action of what an idea takes, seen on the card, and takes it back',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop(riet)
    const facilitator = await workshop.enter(gerda)
    const other = await workshop.enter(anna)
    await facilitator.saved()
    await other.saved()
    for (const { page } of [facilitator, other]) await page.getByRole('button', { name: /Alles in beeld/ }).click()
    const words = 'Automatisch bericht uit het zaaksysteem'
    await facilitator.board.choose(facilitator.board.card('card', words))
    await facilitator.page.getByRole('button', { name: 'Maak hier een actie van' }).click()

    const seen = other.board.card('card', words).locator('.card-pill', { hasText: 'wordt een actie' })
    await seen.waitFor({ state: 'attached' })
    await facilitator.page.getByText('Dit wordt een actie').waitFor()
    await facilitator.page.getByRole('button', { name: 'Toch geen actie' }).click()
    await seen.waitFor({ state: 'detached' })
  },
)

scenario('[PC9] a persona has a poster of one page that follows the board', async ({ openWorkshop }) => {
  const workshop = await openWorkshop(riet)
  const facilitator = await workshop.enter(gerda)
  await facilitator.saved()
  await facilitator.page.getByRole('button', { name: /Alles in beeld/ }).click()
  await facilitator.board.choose(facilitator.board.cards('persona').first())
  const opening = facilitator.context.waitForEvent('page')
  await facilitator.page.getByRole('link', { name: /Poster om te printen/ }).click()
  const poster = await opening
  await poster.getByRole('heading', { level: 1, name: 'Riet' }).waitFor()
  const needs = poster.locator('.persona-sheet[data-kind="needs"] li')
  expect(await needs.count()).toBe(4)
  await poster.getByText('Gemaakt met 4 mensen', { exact: false }).waitFor()
  await poster.getByText('Die lees ik elke week').waitFor()
  expect(pagesOf(await poster.pdf({ preferCSSPageSize: true, printBackground: true }))).toBe(1)

  const name = facilitator.page.locator('.field[data-field="name"]').getByRole('textbox')
  await name.fill('Riet Bloem')
  await poster.getByRole('heading', { level: 1, name: 'Riet Bloem' }).waitFor()
  await poster.goto(`${workshop.origin}${workshop.boardPath}/persona/nobody`)
  await poster.getByText('Deze persona staat niet meer op het bord.').waitFor()
})

scenario(
  '[PC6] who looks for what was lived sees that in colour, alone and until she ends it',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop(riet)
    const facilitator = await workshop.enter(gerda)
    const other = await workshop.enter({ ...anna, screen: 'phone' })
    await facilitator.saved()
    await other.saved()
    const canvas = facilitator.page.locator('.tl-container')
    await facilitator.page.getByRole('button', { name: 'Filter: waar komt het vandaan?' }).focus()
    await facilitator.page.keyboard.press('Enter')
    const lived = facilitator.page.getByRole('button', { name: /^zelf meegemaakt/i })
    await lived.focus()
    await facilitator.page.keyboard.press('Enter')
    await facilitator.page.keyboard.press('Escape')
    await expect.poll(() => canvas.getAttribute('data-basis-filter')).toBe('lived')
    await facilitator.page.getByText(/In kleur: zelf meegemaakt\. \d+ van \d+ kaartjes/).waitFor()
    expect(await other.page.locator('.tl-container').getAttribute('data-basis-filter')).toBe(null)

    await other.page.getByRole('button', { name: 'Filter: waar komt het vandaan?' }).tap()
    await other.page.getByRole('button', { name: /^zo staat het op papier/i }).tap()
    await expect.poll(() => other.page.locator('.tl-container').getAttribute('data-basis-filter')).toBe('designed')
    await facilitator.page.getByRole('button', { name: 'Alles laten zien' }).click()
    await expect.poll(() => canvas.getAttribute('data-basis-filter')).toBe(null)
    expect(await facilitator.page.getByText(/In kleur/).count()).toBe(0)
  },
)
