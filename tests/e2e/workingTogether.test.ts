import { expect } from 'vitest'
import { scenario } from './scenario.ts'
import type { Person, Workshop } from './Workshop.ts'

const gerda = { name: 'Gerda', role: 'facilitator', right: 'facilitator' } as const
const anna = { name: 'Anna', role: 'professional' } as const
const ben = { name: 'Ben', role: 'policy' } as const

/** Two people on the board, each ready to work. */
async function annaAndBen(workshop: Workshop): Promise<readonly [Person, Person]> {
  const [first, second] = [await workshop.enter(anna), await workshop.enter(ben)]
  await first.saved()
  await second.saved()
  return [first, second]
}

scenario('two people and a latecomer see one board, and nobody else is asked anything', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const [first, second] = await annaAndBen(workshop)
  await first.board.put('Stap', 500, 300)
  await first.board.type('Bellen met het loket')
  await second.board.sees('touchpoint', 'Bellen met het loket')
  await first.board.done()
  await second.board.put('Knelpunt', 900, 300)
  await second.board.type('Ik weet niet waar ik op wacht')
  await second.board.done()
  await first.board.sees('pain-point', 'Ik weet niet waar ik op wacht')
  await first.saved()
  await second.saved()
  const latecomer = await workshop.enter({ name: 'Chris', role: 'client', screen: 'phone' })
  await latecomer.board.sees('touchpoint', 'Bellen met het loket')
  await latecomer.board.sees('pain-point', 'Ik weet niet waar ik op wacht')
  const own = new URL(workshop.origin).host
  for (const person of [first, second, latecomer]) expect([...person.hosts]).toEqual([own])
})

scenario('two people type in one card at once, and both texts are whole', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const [first, second] = await annaAndBen(workshop)
  await first.board.put('Stap', 600, 350)
  await first.board.type('#')
  await second.board.sees('touchpoint', '#')
  await second.board.openToType(second.board.card('touchpoint', '#'))
  await first.page.keyboard.press('Home')
  await second.page.keyboard.press('End')
  await Promise.all([first.board.type('Riet belt het loket'), second.board.type('en wacht drie weken')])
  const whole = 'Riet belt het loket#en wacht drie weken'
  await expect.poll(() => first.board.field().inputValue()).toBe(whole)
  await expect.poll(() => second.board.field().inputValue()).toBe(whole)
})

scenario('two people change two fields of one card at once, and both changes stay', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const [first, second] = await annaAndBen(workshop)
  await first.board.put('Stap', 500, 300)
  await first.board.type('Brief')
  await first.board.done()
  await second.board.sees('touchpoint', 'Brief')
  await first.board.choose(first.board.card('touchpoint', 'Brief'))
  await Promise.all([
    first.page.locator('.panel').getByText('telefoon', { exact: true }).first().click(),
    second.board.drag(second.board.card('touchpoint', 'Brief'), 120, 80),
  ])
  for (const person of [first, second]) await person.board.card('touchpoint', 'Telefoon').waitFor()
  const placeOf = async (person: typeof first) =>
    (await person.board.cards('touchpoint').boundingBox()) ?? { x: 0, y: 0 }
  await expect.poll(async () => Math.round((await placeOf(first)).x - (await placeOf(second)).x)).toBe(0)
  expect(Math.round((await placeOf(first)).x)).toBeGreaterThan(480)
})

scenario('[F14] whose card is taken away while typing is told, and can put it back', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const [first, second] = await annaAndBen(workshop)
  await first.board.put('Knelpunt', 600, 350)
  await first.board.type('Niemand belde terug')
  await second.board.sees('pain-point', 'Niemand belde terug')
  await second.board.choose(second.board.card('pain-point', 'Niemand belde terug'))
  await second.page.keyboard.press('Delete')
  await first.page.getByText('Dit kaartje is net weggehaald door een ander').waitFor()
  expect(await first.board.cards('pain-point').count()).toBe(0)
  await first.page.getByRole('button', { name: 'Terugzetten' }).click()
  await first.board.sees('pain-point', 'Niemand belde terug')
  await second.board.sees('pain-point', 'Niemand belde terug')
})

scenario('[F15] undo takes back one’s own edit only', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const [first, second] = await annaAndBen(workshop)
  await first.board.put('Idee', 450, 300)
  await first.board.type('Bel eerst')
  await first.board.done()
  await second.board.sees('idea', 'Bel eerst')
  await second.board.put('Idee', 850, 300)
  await second.board.type('Schrijf korter')
  await second.board.done()
  await first.board.sees('idea', 'Schrijf korter')
  await first.page.keyboard.press('Control+z')
  await first.page.keyboard.press('Control+z')
  await expect.poll(() => second.board.card('idea', 'Bel eerst').count()).toBe(0)
  await second.board.sees('idea', 'Schrijf korter')
})

scenario('without a connection the board says so, keeps what is done, and catches up', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const first = await workshop.enter(anna)
  const second = await workshop.enter(gerda)
  await first.saved()
  await second.saved()
  await first.context.setOffline(true)
  await first.page.locator('.save-state[data-state="offline"]').waitFor()
  await first.board.put('Stap', 500, 300)
  await first.board.type('Wachten op bericht')
  await first.board.done()
  expect(await second.board.cards('touchpoint').count()).toBe(0)
  await first.context.setOffline(false)
  await second.board.sees('touchpoint', 'Wachten op bericht')
  await first.saved()
  first.complaints.length = 0
})

scenario('two people work on the board of Riet, and a latecomer finds it as it is now', async ({ openWorkshop }) => {
  const workshop = await openWorkshop({ start: 'demo-riet', title: 'Hulp in huis: de reis van Riet' })
  const [first, second] = await annaAndBen(workshop)
  const letter = first.board.card('touchpoint', 'Brief: bevestiging')
  await first.board.openToType(letter)
  await first.page.keyboard.press('End')
  await first.board.type(' (drie kantjes)')
  await first.board.done()
  await second.board.sees('touchpoint', 'Brief: bevestiging van de melding (drie kantjes)')
  // The lane of pain points lies below what a board shows first.
  const whole = { name: /Alles in beeld/ }
  for (const { page } of [first, second]) await page.getByRole('button', whole).click()
  await second.board.choose(second.board.card('pain-point', 'De brief na de melding'))
  await second.page.keyboard.press('Delete')
  await expect.poll(() => first.board.card('pain-point', 'De brief na de melding').count()).toBe(0)
  await second.page.keyboard.press('Control+z')
  await first.board.sees('pain-point', 'De brief na de melding')
  const latecomer = await workshop.enter({ name: 'Chris', role: 'client' })
  await latecomer.saved()
  await latecomer.page.getByRole('button', whole).click()
  await latecomer.board.sees('touchpoint', 'Brief: bevestiging van de melding (drie kantjes)')
  await latecomer.board.sees('pain-point', 'De brief na de melding')
  for (const person of [first, second, latecomer]) await person.saved()
})
