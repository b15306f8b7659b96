import { expect } from 'vitest'
import { scenario } from './scenario.ts'
import type { Person } from './Workshop.ts'

const gerda = { name: 'Gerda', role: 'facilitator', right: 'facilitator' } as const
const anna = { name: 'Anna', role: 'professional' } as const

/** Widths around which the bar of tools changes, and usual ones between. */
const WIDTHS = [360, 390, 699, 700, 760, 819, 820, 899, 900, 1100, 1239, 1240, 1366, 1440]

/** Whether two things on the page lie over each other. */
async function overlap(person: Person, one: string, other: string): Promise<boolean> {
  const boxes = await Promise.all([one, other].map((each) => person.page.locator(each).boundingBox()))
  const [a, b] = boxes
  if (a === null || a === undefined || b === null || b === undefined) throw new Error(`${one} or ${other} is not there`)
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y
}

scenario('the mark of the canvas stays free of the tools at every width', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const first = await workshop.enter(anna)
  await first.saved()
  for (const width of WIDTHS) {
    await first.page.setViewportSize({ width, height: 800 })
    await expect
      .poll(() => overlap(first, '.toolbar', '[data-testid^="tl-watermark"]'), { message: `at ${width} pixels` })
      .toBe(false)
  }
})

scenario('the line about the connection moves no card and covers no panel', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const first = await workshop.enter(anna)
  await first.saved()
  await first.board.put('Stap', 500, 300)
  await first.board.type('Bellen met het loket')
  await first.board.done()
  await first.board.choose(first.board.card('touchpoint', 'Bellen'))
  await first.page.locator('.panel').waitFor()
  const before = await first.board.card('touchpoint', 'Bellen').boundingBox()
  await first.context.setOffline(true)
  await first.page.locator('.save-line').waitFor()
  expect(await first.board.card('touchpoint', 'Bellen').boundingBox()).toEqual(before)
  expect(await overlap(first, '.save-line', '.panel')).toBe(false)
})

scenario('a card that is made under the panel comes out from under it', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const first = await workshop.enter(anna)
  await first.saved()
  await first.board.put('Knelpunt', 1290, 400)
  await first.board.type('Ik weet niet waar ik op wacht')
  await first.page.locator('.panel').waitFor()
  await expect.poll(() => overlap(first, '.tl-shape[data-shape-type="pain-point"]', '.panel')).toBe(false)
  expect(await first.board.field().inputValue()).toBe('Ik weet niet waar ik op wacht')
})

scenario('a frame is named as soon as it is drawn, also at the other screen', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const first = await workshop.enter(gerda)
  const second = await workshop.enter(anna)
  await first.saved()
  await second.saved()
  await first.page.keyboard.press('f')
  await first.page.mouse.move(300, 200)
  await first.page.mouse.down()
  await first.page.mouse.move(700, 500, { steps: 5 })
  await first.page.mouse.up()
  await first.board.type('Sneller antwoord')
  await first.page.keyboard.press('Enter')
  await second.board.sees('frame', 'Sneller antwoord')
  await first.page.locator('.panel').getByRole('heading', { name: 'Kader' }).waitFor()
})

scenario('a card is as high as its words, also for who asked for less movement', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const first = await workshop.enter(anna)
  await first.saved()
  await first.board.put('Knelpunt', 500, 300)
  await first.board.type(
    'Ik moet steeds opnieuw mijn verhaal vertellen, aan iemand die mij niet kent en die weer weggaat',
  )
  await first.board.done()
  const card = first.board.cards('pain-point')
  const heights = async () => {
    const [shape, drawn] = await Promise.all([card.boundingBox(), card.locator('.card-frame').boundingBox()])
    return { shape: Math.round(shape?.height ?? 0), drawn: Math.round(drawn?.height ?? 0) }
  }
  // Five lines of words, head, one pill and the padding (fittingHeight.ts).
  await expect.poll(heights).toEqual({ shape: 174, drawn: 174 })
})

scenario('who pastes more than fits is told so, and types on', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const first = await workshop.enter(anna)
  await first.saved()
  await first.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await first.page.evaluate(async () => navigator.clipboard.writeText('woord '.repeat(1_700)))
  await first.board.put('Stap', 500, 300)
  await first.page.keyboard.press('Control+v')
  await first.page.getByText('De laatste 10120 tekens pasten niet.').waitFor()
  expect(await first.board.field().inputValue()).toHaveLength(80)
  await first.board.type('x')
  await first.page.getByText('Hier past geen letter meer bij.').waitFor()
  await first.page.keyboard.press('Backspace')
  await first.board.type('s')
  await expect.poll(() => first.board.field().inputValue()).toMatch(/woord ws$/)
})

scenario('a step is made, filled in and left with the keyboard alone', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const first = await workshop.enter(anna)
  const second = await workshop.enter(gerda)
  await first.saved()
  await second.saved()
  const { page } = first
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  for (let tab = 0; tab < 20 && (await focused()) !== 'Kiezen'; tab++) await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('Stap')
  await page.keyboard.press('Enter')
  await first.board.field().waitFor()
  await first.board.type('Bellen met het loket')
  await second.board.sees('touchpoint', 'Bellen met het loket')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  const inPanel = () => page.evaluate(() => document.activeElement?.closest('.panel') !== null)
  await expect.poll(inPanel).toBe(true)
  for (let tab = 0; tab < 10 && !(await focused()).includes('telefoon'); tab++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await second.board.card('touchpoint', 'Telefoon').waitFor()
  await page.keyboard.press('Escape')
  expect(await inPanel()).toBe(false)
  await page.keyboard.press('Delete')
  await expect.poll(() => second.board.cards('touchpoint').count()).toBe(0)
})

scenario(
  'a kind behind the menu is made with the keyboard too, beside what stands there already',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const first = await workshop.enter(anna)
    await first.saved()
    for (const words of ['Kader een', 'Kader twee']) {
      await first.page.getByRole('button', { name: 'Meer gereedschap' }).press('Enter')
      await first.page.getByRole('dialog').getByRole('button', { name: 'Kader' }).press('Enter')
      await first.page.locator('.tl-frame-name-input:not([disabled])').waitFor()
      await first.board.type(words)
      await first.page.keyboard.press('Enter')
      await first.board.sees('frame', words)
    }
    await first.page.getByRole('button', { name: 'Meer gereedschap' }).press('Enter')
    await first.page.getByRole('dialog').getByRole('button', { name: 'Moeite en winst' }).press('Enter')
    await first.board.field().waitFor()
    await first.board.type('Wat eerst?')
    await first.board.sees('matrix', 'Wat eerst?')
  },
)
