import { expect } from 'vitest'
import type { Locator } from 'playwright-core'
import { InsightAtHand } from './InsightAtHand.ts'
import { scenario } from './scenario.ts'
import type { Person } from './Workshop.ts'

const gerda = { name: 'Gerda', role: 'facilitator', right: 'facilitator' } as const
const anna = { name: 'Anna', role: 'professional' } as const
const riet = { start: 'demo-riet', title: 'Hulp in huis: de reis van Riet' } as const

const insight = (person: Person): InsightAtHand => new InsightAtHand(person)
const sheet = (person: Person): Locator => insight(person).sheet
const openSheet = (person: Person): Promise<void> => insight(person).open()
const look = (person: Person, view: string): Promise<void> => insight(person).look(view)
const lines = (person: Person, heading: string): Promise<string[]> => insight(person).lines(heading)

scenario('[WV6] the demo of Riet tells what its table of values says', async ({ openWorkshop }) => {
  const workshop = await openWorkshop(riet)
  const facilitator = await workshop.enter(gerda)
  await facilitator.saved()
  await openSheet(facilitator)

  await look(facilitator, 'Gevoel')
  const gaps = await lines(facilitator, 'De grootste verschillen')
  expect(gaps.map((each) => each.split(' Inwoner')[0])).toEqual([
    'Brief: bevestiging van de melding',
    'Verslag tekenen en terugsturen',
    'Brief van het CAK over de eigen bijdrage',
  ])
  expect(gaps.map((each) => /(\d) verschil$/.exec(each)?.[1])).toEqual(['3', '2', '2'])
  expect(await lines(facilitator, 'Hier was het beter dan wij dachten')).toEqual([
    'Gesprek aan de keukentafel',
    'De consulent belt: hoe gaat het met u?',
  ])
  const felt = sheet(facilitator).getByRole('region', { name: 'Zo voelde de reis voor de inwoner' })
  const words = (await felt.innerText()).replaceAll(/\s+/g, ' ')
  expect(words).toContain('−0,4 gewoon')
  expect(words).toContain('9 stappen waren vervelend 2 stappen waren gewoon 5 stappen waren fijn')
  expect(words).toContain('Merken en zoeken −0,3 gewoon')
  expect(words).toContain('Bericht terug −1 vervelend')

  await look(facilitator, 'Keten')
  expect(await lines(facilitator, 'Waar kan het verhaal kwijtraken?')).toHaveLength(4)
  const unseen = sheet(facilitator).getByRole('region', { name: 'Wat ziet de gemeente niet?' })
  expect(await unseen.innerText()).toContain('7 van de 16 stappen.')
  expect(await unseen.getByRole('button').count()).toBe(7)

  await look(facilitator, 'Last')
  const burden = await lines(facilitator, 'Dit kost de reis')
  for (const line of ['16 stappen', '102 dagen wachten', '4 brieven', '4 keer opnieuw het verhaal verteld'])
    expect(burden).toContain(line)
})

scenario('[WV4] a row goes to its card, and the keyboard comes back', async ({ openWorkshop }) => {
  const workshop = await openWorkshop(riet)
  const facilitator = await workshop.enter(gerda)
  await facilitator.saved()
  const { page } = facilitator
  await openSheet(facilitator)
  await look(facilitator, 'Gevoel')
  const row = sheet(facilitator)
    .getByRole('button', { name: /^Brief van het CAK/ })
    .first()
  await row.focus()
  await page.keyboard.press('Enter')
  await page.locator('.panel').waitFor()
  const card = facilitator.board.card('touchpoint', 'Brief van het CAK over de eigen bijdrage').last()
  await expect
    .poll(async () => {
      const box = await card.boundingBox()
      const panel = await page.locator('.panel').boundingBox()
      if (box === null || panel === null) return 'away'
      const isFree = box.x > 0 && box.y > 60 && box.x + box.width < panel.x
      return isFree && box.width > 100 ? 'free' : 'covered'
    })
    .toBe('free')
  expect(await row.evaluate((element) => element === document.activeElement)).toBe(true)

  // A letter or Delete in the sheet means the sheet, and not the card that is chosen.
  await page.keyboard.press('Delete')
  await page.keyboard.press('n')
  expect(await card.count()).toBe(1)
  await page.keyboard.press('Escape')
  expect(await sheet(facilitator).count()).toBe(0)
  const opener = page.getByRole('button', { name: 'Wat zien we?' }).filter({ visible: true })
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)
})

scenario(
  '[WV7] what somebody else changes is seen where one reads, without losing the place',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop(riet)
    const facilitator = await workshop.enter(gerda)
    const other = await workshop.enter(anna)
    await Promise.all([facilitator.saved(), other.saved()])
    await openSheet(facilitator)
    await look(facilitator, 'Last')
    const waiting = sheet(facilitator).getByRole('button', { name: /dagen wachten$/ })
    expect(await waiting.innerText()).toContain('102')
    await waiting.focus()

    await openSheet(other)
    await look(other, 'Keten')
    await sheet(other).getByRole('button', { name: 'Wachten op een afspraak' }).click()
    const days = other.page.locator('.panel').getByRole('textbox', { name: 'Wachten (dagen)' })
    await days.fill('10')
    await days.blur()

    await expect.poll(async () => (await waiting.innerText()).replaceAll(/\s+/g, ' ')).toContain('88')
    expect(await waiting.evaluate((element) => element === document.activeElement)).toBe(true)

    // A row that goes under the keyboard leaves it to the row in its place.
    await look(facilitator, 'Keten')
    const unseen = sheet(facilitator).getByRole('region', { name: 'Wat ziet de gemeente niet?' })
    await unseen.getByRole('button', { name: 'Wachten op een afspraak' }).focus()
    await other.page.locator('.panel').getByRole('button', { name: 'Weghalen', exact: true }).click()
    await expect.poll(() => unseen.getByRole('button').count()).toBe(6)
    await expect
      .poll(() => facilitator.page.evaluate(() => document.activeElement?.textContent))
      .toBe('Brief van het CAK over de eigen bijdrage')
  },
)

scenario('[WV8] on a phone the sheet makes way for the card and comes back to the row', async ({ openWorkshop }) => {
  const workshop = await openWorkshop(riet)
  const first = await workshop.enter({ ...anna, screen: 'phone' })
  await first.saved()
  await openSheet(first)
  await look(first, 'Keten')
  const body = first.page.locator('.insight__body')
  expect(await body.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  await sheet(first).getByRole('button', { name: 'Zorgaanbieder belt: er is een wachtlijst' }).last().click()
  await first.page.locator('.panel').waitFor()
  const read = await body.evaluate((element) => element.scrollTop)
  await first.page.getByRole('button', { name: 'Terug naar Wat zien we?' }).click()
  await sheet(first).getByRole('heading', { name: 'Keten' }).waitFor()
  expect(await body.evaluate((element) => element.scrollTop)).toBe(read)
  expect(await first.page.locator('.panel').isVisible()).toBe(false)
})

scenario(
  '[WV9] a board without a journey says what to do, and the big screen has no sheet',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const facilitator = await workshop.enter(gerda)
    await facilitator.saved()
    await openSheet(facilitator)
    await look(facilitator, 'Keten')
    await sheet(facilitator).getByText('Er is nog geen reis').waitFor()
    const wall = await workshop.arrive('Wall', 'screen')
    await wall.page.locator('.board-page[data-role="screen"]').waitFor()
    expect(await wall.page.getByRole('button', { name: 'Wat zien we?' }).count()).toBe(0)
  },
)

scenario('[WV11] a row of evidence leaves only its own cards in colour, on this screen', async ({ openWorkshop }) => {
  const workshop = await openWorkshop(riet)
  const facilitator = await workshop.enter(gerda)
  const other = await workshop.enter(anna)
  await Promise.all([facilitator.saved(), other.saved()])
  await openSheet(facilitator)
  await look(facilitator, 'Hoe weten we dit?')
  await sheet(facilitator)
    .getByRole('button', { name: /^dat denken we/ })
    .click()
  const only = sheet(facilitator).getByRole('button', { name: 'Alleen deze in kleur op het bord' })
  await only.click()
  const line = facilitator.page.locator('.filter-line')
  await line.waitFor()
  expect(await line.innerText()).toContain('dat denken we')
  expect(await other.page.locator('.filter-line').count()).toBe(0)
  await only.click()
  await line.waitFor({ state: 'detached' })
})

scenario('[WV8] faces for a guess and what we see are one sheet at a time', async ({ openWorkshop }) => {
  const workshop = await openWorkshop(riet)
  const facilitator = await workshop.enter(gerda)
  const sanne = await workshop.enter(anna)
  await Promise.all([facilitator.saved(), sanne.saved()])
  await openSheet(sanne)
  const rounds = `${workshop.origin}/api/v1/rooms/${workshop.created.room.id}/guess-rounds`
  const answer = await facilitator.context.request.post(rounds, {
    data: { journeyId: await journeyOf(facilitator) },
    headers: { origin: workshop.origin },
  })
  expect(answer.status()).toBe(201)
  const faces = sanne.page.locator('.guess-sheet')
  await faces.waitFor()
  expect(await sheet(sanne).isVisible()).toBe(false)
  await openSheet(sanne)
  expect(await faces.count()).toBe(0)
  await sanne.page.getByRole('button', { name: 'Begin met raden' }).click()
  await faces.waitFor()
  expect(await sheet(sanne).isVisible()).toBe(false)
})

/** The id of the joint journey, as its shape on the canvas has it. */
async function journeyOf(person: Person): Promise<string | null> {
  return person.page.locator('.tl-shape[data-shape-type="journey"]').last().getAttribute('data-shape-id')
}
