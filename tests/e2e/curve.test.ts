import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { scenario } from './scenario.ts'
import type { Person } from './Workshop.ts'

const riet = { start: 'demo-riet', title: 'Hulp in huis: de reis van Riet' } as const
const gerda = { name: 'Gerda', role: 'facilitator', right: 'facilitator' } as const
const wim = { name: 'Wim', role: 'informal_carer' } as const

interface Spot {
  readonly x: number
  readonly y: number
}

/** The lane of feelings of the journey that was lived: the first one that is open. */
async function lane(person: Person): Promise<{ x: number; y: number; width: number; height: number }> {
  const found = person.page.locator('.journey-lane[data-lane="experience"]').first()
  await found.waitFor()
  const box = await found.boundingBox()
  if (box === null) throw new Error('The lane is not in view')
  return box
}

/** The line with this name. */
function line(person: Person, name: string): Locator {
  return person.board.card('curve', name)
}

/** Middles of the faces of a line in the window, from left to right. */
async function faces(person: Person, name: string): Promise<Spot[]> {
  const boxes = await Promise.all(
    (await line(person, name).locator('.curve__face').all()).map((face) => face.boundingBox()),
  )
  return boxes
    .flatMap((box) => (box === null ? [] : [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]))
    .toSorted((a, b) => a.x - b.x)
}

/** Draws from the second step on, over about four steps, from the top of the lane to its bottom. */
async function drawDown(person: Person): Promise<void> {
  const { y, height } = await lane(person)
  const steps = await faces(person, 'Riet')
  const [from, to] = [steps[1], steps[4]]
  if (from === undefined || to === undefined) throw new Error('The line of Riet is not in view')
  await person.board.take('Gevoelslijn')
  await person.page.mouse.move(from.x, y + 8)
  await person.page.mouse.down()
  await person.page.mouse.move(from.x + 20, y + 12, { steps: 3 })
  await person.page.mouse.move(to.x, y + height - 8, { steps: 12 })
  await person.page.mouse.up()
}

scenario(
  'a line that one draws in one stroke stands on the other screen, and one step back takes it away',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop(riet)
    const first = await workshop.enter(wim)
    const second = await workshop.enter(gerda)
    await first.saved()
    await second.saved()
    await drawDown(first)
    await line(second, 'Wim').waitFor({ state: 'attached' })
    await expect.poll(async () => (await faces(second, 'Wim')).length).toBe(4)
    const drawn = await faces(second, 'Wim')
    const heights = drawn.map(({ y }) => y)
    expect(heights).toEqual(heights.toSorted((a, b) => a - b))
    expect(new Set(heights.map(Math.round)).size).toBeGreaterThan(2)
    expect(await line(second, 'Wim').textContent()).toContain('mantelzorger')
    await first.page.keyboard.press('Control+z')
    await line(second, 'Wim').waitFor({ state: 'detached' })
  },
)

scenario(
  'a point that is pulled to another face changes on the other screen, once it is let go and after undo',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop(riet)
    const first = await workshop.enter(wim)
    const second = await workshop.enter(gerda)
    await first.saved()
    await second.saved()
    await drawDown(first)
    await expect.poll(async () => (await faces(second, 'Wim')).length).toBe(4)
    await first.page.keyboard.press('Escape')
    const [before] = await faces(first, 'Wim')
    const { y, height } = await lane(first)
    if (before === undefined) throw new Error('No face was drawn')
    const seen = async (): Promise<number> => Math.round((await faces(second, 'Wim'))[0]?.y ?? 0)
    const was = await seen()
    await first.page.mouse.move(before.x, before.y)
    await first.page.mouse.down()
    await first.page.mouse.move(before.x, before.y + 30, { steps: 4 })
    await first.page.mouse.move(before.x, y + height - 4, { steps: 4 })
    await first.page.mouse.up()
    await expect.poll(seen).toBeGreaterThan(was + 20)
    await first.page.keyboard.press('Control+z')
    await expect.poll(seen).toBe(was)
  },
)

scenario(
  'a whole line can be told by keyboard and in the panel, step by step, also on a phone',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop(riet)
    const first = await workshop.enter(wim)
    await first.saved()
    await drawDown(first)
    await expect.poll(async () => (await faces(first, 'Wim')).length).toBe(4)
    await first.page.keyboard.press('Home')
    await first.page.keyboard.press('ArrowDown')
    await expect.poll(async () => (await faces(first, 'Wim')).length).toBe(5)
    await first.page.getByText(/^Stap 1 van \d+: .*vervelend\.$/).waitFor({ state: 'attached' })
    await first.page.keyboard.press('Backspace')
    await expect.poll(async () => (await faces(first, 'Wim')).length).toBe(4)
    await first.page.getByText(/^Stap 1 van \d+: .*Nog geen gezicht\.$/).waitFor({ state: 'attached' })

    const onPhone = await workshop.enter({ name: 'Riet', role: 'client', screen: 'phone' })
    await onPhone.saved()
    await onPhone.board.choose(onPhone.board.card('touchpoint', 'Het huishouden lukt'))
    const panel = onPhone.page.locator('.panel')
    await panel.getByRole('button', { name: 'heel vervelend' }).click()
    await panel.getByRole('button', { name: 'Volgende stap' }).click()
    await panel.getByText(/^Stap 2 van \d+$/).waitFor()
    await panel.getByRole('button', { name: 'heel fijn' }).click()
    await expect.poll(() => line(first, 'Riet').count()).toBe(2)
  },
)

scenario(
  'the gap between client and staff is named on the map, until the person hides it on her screen',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop(riet)
    const first = await workshop.enter(gerda)
    await first.saved()
    const labels = first.page.locator('.experience__word')
    await labels.first().waitFor({ state: 'attached' })
    expect((await labels.allTextContents()).toSorted()).toEqual(['grootste verschil: 3', 'verschil 2', 'verschil 2'])
    await first.page.locator('.gap-switch').click()
    await expect.poll(() => labels.count()).toBe(0)
  },
)
