import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { scenario } from './scenario.ts'
import type { Person, Workshop } from './Workshop.ts'

const gerda = { name: 'Gerda', role: 'facilitator', right: 'facilitator' } as const

/** Another tab of the same browser, on this address. */
async function tab(person: Person, address: string): Promise<Page> {
  const page = await person.context.newPage()
  await page.goto(address)
  return page
}

async function seesScreenView(page: Page): Promise<void> {
  await page.locator('.board-page[data-role="screen"]').waitFor()
  await page.locator('.tl-shape').first().waitFor()
  expect(await page.getByRole('toolbar').count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Uitnodigen' }).count()).toBe(0)
  expect(await page.getByRole('link', { name: 'Acties' }).count()).toBe(0)
  // The secret left the address, as everywhere.
  expect(new URL(page.url()).hash).toBe('')
}

async function right(workshop: Workshop, person: Person): Promise<unknown> {
  const answer = await person.context.request.get(`${workshop.origin}/api/v1/rooms/${workshop.created.room.id}`)
  return ((await answer.json()) as { right: unknown }).right
}

async function workshopWithCard({ openWorkshop }: { openWorkshop: () => Promise<Workshop> }) {
  const workshop = await openWorkshop()
  const facilitator = await workshop.enter(gerda)
  await facilitator.saved()
  await facilitator.board.put('Idee', 600, 350)
  await facilitator.board.type('Bel terug')
  await facilitator.board.done()
  await facilitator.saved()
  return { workshop, facilitator }
}

scenario(
  '[UI14] the screen link on a facilitator’s own laptop shows the screen, through a reload, and her other tab stays hers',
  async ({ openWorkshop }) => {
    const { workshop, facilitator } = await workshopWithCard({ openWorkshop })
    const screen = await tab(facilitator, workshop.link('screen'))
    await seesScreenView(screen)
    await screen.reload()
    await seesScreenView(screen)
    expect(await right(workshop, facilitator)).toBe('facilitator')

    // Nothing can be done there, whatever is pressed; her other tab goes on as before, and the screen follows it.
    const card = await screen.locator('.tl-shape[data-shape-type="idea"]').boundingBox()
    if (card === null) throw new Error('The card is not in view')
    const [x, y] = [card.x + card.width / 2, card.y + card.height / 2]
    await screen.mouse.dblclick(x, y)
    await screen.keyboard.type('x')
    for (const key of ['Escape', 'Control+a', 'Delete', 'v']) await screen.keyboard.press(key)
    await screen.mouse.click(x, y)
    for (const key of ['Control+c', 'Control+v', 'Control+d', 'Backspace', 'n']) await screen.keyboard.press(key)
    await screen.mouse.click(x + 300, y + 200)
    expect(await screen.locator('.panel').count()).toBe(0)
    await facilitator.page.reload()
    await facilitator.saved()
    await facilitator.board.put('Idee', 900, 350)
    await facilitator.board.type('Schrijf gewoon Nederlands')
    await screen.getByText('Schrijf gewoon Nederlands').first().waitFor()
    expect(await screen.locator('.tl-shape[data-shape-type="idea"]').allInnerTexts()).toHaveLength(2)
    await facilitator.board.sees('idea', 'Bel terug')
    expect(await screen.locator('.tl-shape').count()).toBe(2)
  },
)

scenario('[UI14] another link, or the plain address, ends the view of the screen', async ({ openWorkshop }) => {
  const { workshop, facilitator } = await workshopWithCard({ openWorkshop })
  for (const back of [
    workshop.link('facilitator'),
    workshop.link('participant'),
    workshop.origin + workshop.boardPath,
  ]) {
    const page = await tab(facilitator, workshop.link('screen'))
    await seesScreenView(page)
    await page.goto(back)
    await page.getByRole('button', { name: 'Uitnodigen' }).waitFor()
    await page.locator('.board-page[data-role="facilitator"]').waitFor()
    await page.close()
  }
})

scenario(
  '[UI14] a participant’s laptop shows the screen too, and is the same participant after',
  async ({ openWorkshop }) => {
    const { workshop } = await workshopWithCard({ openWorkshop })
    const anna = await workshop.enter({ name: 'Anna', role: 'professional' })
    await anna.saved()
    const screen = await tab(anna, workshop.link('screen'))
    await seesScreenView(screen)
    await screen.goto(workshop.link('participant'))
    await screen.locator('.board-page[data-role="professional"]').waitFor()
    await screen.getByRole('toolbar').first().waitFor()
    expect(await right(workshop, anna)).toBe('participant')
  },
)

scenario(
  '[UI14] a screen of its own needs nothing but the link, and comes back by a reload',
  async ({ openWorkshop }) => {
    const { workshop } = await workshopWithCard({ openWorkshop })
    const wall = await workshop.arrive('Wall', 'screen')
    await seesScreenView(wall.page)
    await wall.page.reload()
    await seesScreenView(wall.page)
    expect(await right(workshop, wall)).toBe('screen')
    // Who opens a participant's link on it is somebody new.
    await wall.page.goto(workshop.link('participant'))
    await wall.page.getByRole('heading', { name: 'Kies een plaatje' }).waitFor()
  },
)
