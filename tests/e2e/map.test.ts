import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { scenario } from './scenario.ts'
import type { Person, Workshop } from './Workshop.ts'

const anna = { name: 'Anna', role: 'facilitator', right: 'facilitator' } as const
const ben = { name: 'Ben', role: 'client' } as const

async function boxOf(locator: Locator) {
  await locator.waitFor()
  const box = await locator.boundingBox()
  if (box === null) throw new Error('It is not in view')
  return box
}

/** A new journey in the middle of the window, the whole of it in view. */
async function drawJourney({ page, board }: Person): Promise<void> {
  await page.keyboard.press('j')
  await page.mouse.click(720, 420)
  await board.done()
  await page.keyboard.press('Shift+1')
  await page.locator('.map-mark--first').nth(4).waitFor()
}

/** Steps with these words in the first two phases, each made by the mark that stands there. */
async function drawSteps(person: Person): Promise<void> {
  const { page, board } = person
  await page.locator('.map-mark--first').nth(0).click()
  await board.type('Merken')
  await board.done()
  await pressPlus(person, board.card('touchpoint', 'Merken'), 'after')
  await board.type('Bellen')
  await board.done()
}

/** Two taps: the plus beside a step, and then one types. */
async function pressPlus({ page }: Person, step: Locator, side: 'before' | 'after'): Promise<void> {
  const { x, y, width, height } = await boxOf(step)
  await page.mouse.move(side === 'after' ? x + width - 3 : x + 3, y + height / 2)
  await page.getByRole('button', { name: 'Stap ertussen' }).click()
  await page.locator('.tl-shape textarea').waitFor()
}

/** Words of the steps that a person sees, from left to right. */
async function stepsOf({ board }: Person): Promise<string[]> {
  const steps = await board.cards('touchpoint').all()
  const placed = await Promise.all(
    steps.map(async (step) => ({ x: (await boxOf(step)).x, words: await step.locator('.card-text').innerText() })),
  )
  return placed.toSorted((a, b) => a.x - b.x).map(({ words }) => words)
}

/** Names of the phases that a person sees, from left to right. */
async function phasesOf({ board }: Person): Promise<string[]> {
  const phases = await board.cards('phase').all()
  const placed = await Promise.all(
    phases.map(async (phase) => ({ x: (await boxOf(phase)).x, words: await phase.innerText() })),
  )
  return placed.toSorted((a, b) => a.x - b.x).map(({ words }) => words)
}

/** Whether any two steps lie over each other on this person's screen. */
async function doOverlap({ board }: Person): Promise<boolean> {
  const boxes = await Promise.all((await board.cards('touchpoint').all()).map(boxOf))
  return boxes.some((a, at) =>
    boxes
      .slice(at + 1)
      .some((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
  )
}

async function annaAndBen(workshop: Workshop): Promise<readonly [Person, Person]> {
  const first = await workshop.enter(anna)
  const second = await workshop.enter(ben)
  for (const person of [first, second]) await person.saved()
  return [first, second]
}

scenario(
  'two taps make a step between two others, the rest moves up, and somebody else sees it',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const [first, second] = await annaAndBen(workshop)
    await drawJourney(first)
    await drawSteps(first)
    await pressPlus(first, first.board.card('touchpoint', 'Bellen'), 'before')
    await first.board.type('Moed verzamelen')
    await first.board.done()
    await expect.poll(() => stepsOf(first)).toEqual(['Merken', 'Moed verzamelen', 'Bellen'])
    expect(await doOverlap(first)).toBe(false)
    await second.page.keyboard.press('Shift+1')
    await expect.poll(() => stepsOf(second)).toEqual(['Merken', 'Moed verzamelen', 'Bellen'])
    expect(await doOverlap(second)).toBe(false)
    await first.saved()
  },
)

scenario(
  'a step that is dropped among others tidies itself, and one undo puts everything back',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const [first, second] = await annaAndBen(workshop)
    await drawJourney(first)
    await drawSteps(first)
    await second.page.keyboard.press('Shift+1')
    const [merken, bellen] = ['Merken', 'Bellen'].map((words) => first.board.card('touchpoint', words))
    if (merken === undefined || bellen === undefined) throw new Error('no steps')
    const before = await boxOf(bellen)
    const { x } = await boxOf(merken)
    // Bellen is dropped just before the middle of Merken, and lies half over it.
    await first.board.drag(bellen, x - before.x - 20, 12)
    await expect.poll(() => stepsOf(first)).toEqual(['Bellen', 'Merken'])
    await expect.poll(() => doOverlap(first)).toBe(false)
    await expect.poll(() => stepsOf(second)).toEqual(['Bellen', 'Merken'])
    expect(await doOverlap(second)).toBe(false)
    await first.page.keyboard.press('Control+z')
    await expect.poll(() => stepsOf(second)).toEqual(['Merken', 'Bellen'])
    await expect.poll(async () => (await boxOf(bellen)).y).toBeCloseTo(before.y, 0)
  },
)

scenario('with Alt a step stays where it is dropped, and the panel tidies it after all', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const first = await workshop.enter(anna)
  await first.saved()
  await drawJourney(first)
  await drawSteps(first)
  const step = first.board.card('touchpoint', 'Bellen')
  const before = await boxOf(step)
  await first.page.keyboard.down('Alt')
  await first.board.drag(step, 30, 14)
  await first.page.keyboard.up('Alt')
  expect(await first.board.cards('touchpoint').count()).toBe(2)
  await expect.poll(async () => (await boxOf(step)).x - before.x).toBeGreaterThan(20)
  await first.page.getByRole('button', { name: 'Netjes zetten' }).click()
  await expect.poll(async () => (await boxOf(step)).y).toBeCloseTo(before.y, 0)
})

scenario(
  'a phase is dragged over another with its steps, and one undo puts everything back',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const [first, second] = await annaAndBen(workshop)
    await drawJourney(first)
    await drawSteps(first)
    await second.page.keyboard.press('Shift+1')
    const before = await phasesOf(first)
    expect(before).toEqual(['Merken en zoeken', 'Eerste contact', 'Samen bezig', 'Bericht terug', 'Afronden'])
    const head = first.board.card('phase', 'Merken en zoeken')
    const { width } = await boxOf(head)
    await first.board.drag(head, width + 10, 4)
    const after = ['Eerste contact', 'Merken en zoeken', 'Samen bezig', 'Bericht terug', 'Afronden']
    await expect.poll(() => phasesOf(first)).toEqual(after)
    await expect.poll(() => phasesOf(second)).toEqual(after)
    const [step, phase] = [
      await boxOf(second.board.card('touchpoint', 'Merken')),
      await boxOf(second.board.card('phase', 'Merken en zoeken')),
    ]
    expect(step.x).toBeGreaterThan(phase.x)
    expect(step.x).toBeLessThan(phase.x + phase.width)
    await first.page.keyboard.press('Control+z')
    await expect.poll(() => phasesOf(second)).toEqual(before)
  },
)

scenario(
  'a phase that is taken away leaves its cards, says where they are, and comes back',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const first = await workshop.enter(anna)
    await first.saved()
    await drawJourney(first)
    await drawSteps(first)
    await first.board.choose(first.board.card('phase', 'Merken en zoeken'))
    await first.page.keyboard.press('Delete')
    await first.page.getByText('2 kaartjes staan nog op hun plek, nu in ‘Eerste contact’').waitFor()
    expect(await stepsOf(first)).toEqual(['Merken', 'Bellen'])
    await first.page.getByRole('button', { name: 'Ongedaan maken' }).last().click()
    await expect.poll(() => phasesOf(first)).toContain('Merken en zoeken')
  },
)

scenario(
  'without a pointer: a step and a phase are made and a phase is moved from the panel',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const first = await workshop.enter(anna)
    await first.saved()
    await drawJourney(first)
    await drawSteps(first)
    await first.board.choose(first.board.card('touchpoint', 'Merken'))
    const press = async (name: string): Promise<void> => {
      await first.page.getByRole('button', { name }).focus()
      await first.page.keyboard.press('Enter')
    }
    await press('Stap ervoor')
    await first.board.field().waitFor()
    await first.board.type('Twijfelen')
    await first.board.done()
    await expect.poll(() => stepsOf(first)).toEqual(['Twijfelen', 'Merken', 'Bellen'])
    await first.board.choose(first.board.card('phase', 'Eerste contact'))
    await press('Naar rechts')
    await expect
      .poll(() => phasesOf(first))
      .toEqual(['Merken en zoeken', 'Samen bezig', 'Eerste contact', 'Bericht terug', 'Afronden'])
    await press('Fase erna')
    await first.page.locator('.tl-shape[data-shape-type="phase"] :is(input, textarea)').waitFor()
    await first.board.type('Wachten')
    await first.board.done()
    // The map is wider now than the window.
    await first.page.keyboard.press('Shift+1')
    await expect.poll(async () => (await phasesOf(first)).indexOf('Wachten')).toBe(3)
  },
)
