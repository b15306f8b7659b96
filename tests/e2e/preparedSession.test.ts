import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { InsightAtHand } from './InsightAtHand.ts'
import { scenario } from './scenario.ts'
import type { Person } from './Workshop.ts'

const HENK = 'Van buiten adem tot hulp in huis'
const PAPER = 'Zo staat het op papier: van melding tot vaste hulp'

const button = (person: Person, name: string): Locator => person.page.getByRole('button', { name, exact: true })
const curves = (person: Person): Promise<number> => person.board.cards('curve').count()

scenario('a prepared session is led from the journey on paper to what must change', async ({ openWorkshop }) => {
  const workshop = await openWorkshop({ start: 'demo-session' })
  const gerda = await workshop.enter({ name: 'Gerda', role: 'facilitator', right: 'facilitator' })
  const sanne = await workshop.enter({ name: 'Sanne', role: 'professional' })
  const client = await workshop.enter({ name: 'Henk', role: 'client', screen: 'phone' })
  for (const person of [gerda, sanne, client]) await person.saved()

  // 0:24, the journey on paper: it stands fast for whoever does not lead, and says why.
  await sanne.board.chooseJourney(PAPER)
  await sanne.page.getByText('Alleen de begeleider kan de reis veranderen.').first().waitFor()
  await sanne.page.keyboard.press('Escape')
  const step = sanne.board.card('touchpoint', 'Brief krijgen: uw melding is binnen').first()
  const before = await step.boundingBox()
  await sanne.board.drag(step, 0, 60)
  await sanne.saved()
  expect(await step.boundingBox()).toEqual(before)

  // 0:46, guess first: three faces of one professional for the journey of Henk, which he told himself.
  const shown = await curves(gerda)
  await gerda.board.chooseJourney(HENK)
  await button(gerda, 'Laat medewerkers raden').click()
  await button(gerda, 'Begin').click()
  // She was reading a card, which stays until she begins.
  await button(sanne, 'Begin met raden').click()
  await sanne.page.getByRole('heading', { name: 'Raad: hoe voelde Henk zich?' }).waitFor()
  const face = (at: number, which: number) =>
    sanne.page.locator('.guess-step').nth(at).locator('.guess-face').nth(which)
  const steps = await sanne.page.locator('.guess-step').count()
  for (let at = 0; at < steps; at++) await face(at, 1).click()
  await sanne.page.locator('.guess-saved[data-state="saved"]').waitFor()
  await sanne.page.getByText('U bent klaar.').waitFor()
  await sanne.page.locator('.guess-sheet').getByRole('button', { name: 'Sluiten' }).last().click()
  await gerda.page.getByText('1 van 1 klaar').waitFor()
  // Of the three lines on the board, the two of this journey are out of sight.
  expect(await curves(client)).toBe(shown - 2)

  // 0:50, the reveal: the same moment for everybody, also on the phone.
  await button(gerda, 'Laat zien').click()
  for (const person of [gerda, sanne, client]) await expect.poll(() => curves(person)).toBe(shown + 1)

  // What the board tells now, in the words of the sheet.
  await gerda.page.keyboard.press('Escape')
  const insight = new InsightAtHand(gerda)
  await insight.open()
  await insight.sheet.getByRole('combobox', { name: 'Welke reis?' }).selectOption({ label: 'Mijn reis: Henk' })
  await insight.look('Gevoel')
  const gaps = await insight.lines('De grootste verschillen')
  expect(gaps).toHaveLength(3)
  expect(gaps[0]).toContain('3 verschil')
  await insight.look('Keten')
  expect((await insight.lines('Waar kan het verhaal kwijtraken?')).length).toBeGreaterThan(0)
  const chain = await insight.sheet.getByRole('table').first().innerText()
  expect(chain).toContain('Wmo-loket Lindervelde')
  await insight.look('Papier en praktijk')
  const told = (await insight.sheet.innerText()).replaceAll(/\s+/g, ' ')
  expect(told).toContain('Met de familie een eigen plan maken')
  expect(told).toContain('Zelf bellen: wanneer komt de hulp?')

  // 1:45, the joint journey becomes the best one: every step knows its twin.
  await gerda.page.keyboard.press('Escape')
  await gerda.board.chooseJourney(HENK)
  await button(gerda, 'Maak hiervan een nieuwe reis').click()
  await button(gerda, 'Maak hiervan: De gezamenlijke reis').click()
  await sanne.page.locator('.tl-shape[data-shape-type="journey"]').nth(4).waitFor({ state: 'attached' })
  expect(await sanne.board.card('touchpoint', 'Gesprek thuis, Els zit erbij').count()).toBe(2)
})
