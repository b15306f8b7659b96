import { readFile } from 'node:fs/promises'
import type { Extraction } from '@samenreis/model/actions/improvementAction'
import { expect } from 'vitest'
import { scenario } from './scenario.ts'
import type { Person, Workshop } from './Workshop.ts'

const gerda = { name: 'Gerda', role: 'facilitator', right: 'facilitator' } as const
const riet = {
  start: 'demo-riet',
  title: 'Hulp in huis: de reis van Riet',
  question: 'Hoe regelen we dit samen beter voor Riet?',
} as const

async function extraction(workshop: Workshop, person: Person): Promise<Extraction> {
  const address = `${workshop.origin}/api/v1/rooms/${workshop.created.room.id}/actions`
  return (await (await person.context.request.get(address)).json()) as Extraction
}

scenario(
  'the facilitator sees the actions, fills in what is missing, and it stands on the card',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop(riet)
    const facilitator = await workshop.enter(gerda)
    const onBoard = await workshop.enter({ name: 'Anna', role: 'professional' })
    await facilitator.saved()
    await facilitator.page.getByRole('link', { name: 'Acties' }).click()
    const { page } = facilitator
    await page.getByRole('heading', { name: 'Acties', level: 1 }).waitFor()
    await page.getByText('Compleet (5)').waitFor()
    const action = page.getByRole('listitem').filter({ hasText: 'Bel na drie maanden: hoe gaat het met u?' }).first()
    await action.getByRole('button', { name: 'Invullen' }).click()
    await action.getByLabel('Wie?').fill('Wijkverpleegkundige')
    await action.getByLabel('Van welke organisatie?').selectOption({ label: 'Wmo-loket Lindervelde' })
    await action.getByLabel('Wanneer klaar?').fill('1 september 2026')
    await action.getByText('afgesproken', { exact: true }).click()
    await page.getByText('Compleet (6)').waitFor()
    await onBoard.board.card('idea', 'Wijkverpleegkundige').waitFor({ state: 'attached' })
    const filled = (await extraction(workshop, facilitator)).actions.find((each) => each.id === 'act:i8')
    expect(filled).toMatchObject({
      status: 'agreed',
      ready: true,
      owner: { name: 'Wijkverpleegkundige' },
      organisation: { label: 'Wmo-loket Lindervelde', via: 'field' },
      deadline: { date: '2026-09-01', text: '1 september 2026' },
    })
  },
)

scenario('the list follows the board while it is open', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const facilitator = await workshop.enter(gerda)
  await facilitator.saved()
  await facilitator.page.goto(`${workshop.origin}${workshop.boardPath}/acties`)
  await facilitator.page.getByText('Nog geen acties').waitFor()
  const anna = await workshop.enter({ name: 'Anna', role: 'professional' })
  await anna.saved()
  await anna.board.put('Idee', 600, 350)
  await anna.board.type('Bel binnen twee dagen terug')
  await facilitator.page.getByText('Bel binnen twee dagen terug').first().waitFor()
})

scenario('the board goes into a file and comes back equal in another session', async ({ openWorkshop }) => {
  const workshop = await openWorkshop(riet)
  const facilitator = await workshop.enter(gerda)
  await facilitator.page.goto(`${workshop.origin}${workshop.boardPath}/acties`)
  const download = facilitator.page.waitForEvent('download')
  await facilitator.page.getByRole('link', { name: /board\.json/ }).click()
  const file = await (await download).path()
  for (const name of ['acties.csv', 'acties.xlsx', 'acties.json']) {
    const coming = facilitator.page.waitForEvent('download')
    await facilitator.page.getByRole('link', { name: new RegExp(name.replace('.', '\\.')) }).click()
    expect((await readFile(await (await coming).path())).byteLength).toBeGreaterThan(1000)
  }
  const other = await openWorkshop()
  const elsewhere = await other.enter(gerda)
  await elsewhere.page.goto(`${other.origin}${other.boardPath}/acties`)
  await elsewhere.page.locator('input[type="file"]').setInputFiles({
    name: 'board.json',
    mimeType: 'application/json',
    buffer: await readFile(file),
  })
  await elsewhere.page.getByText('Compleet (5)').waitFor()
  const [before, after] = [await extraction(workshop, facilitator), await extraction(other, elsewhere)]
  const told = ({ actions }: Extraction) =>
    actions.map(({ title, owner, organisation, deadline, type, priority, quotes, painPoints, ready }) => [
      title,
      owner?.name,
      organisation?.label,
      deadline,
      type,
      priority,
      quotes.map((each) => each.label),
      painPoints.map((each) => each.label),
      ready,
    ])
  expect(told(after)).toEqual(told(before))
})

scenario('a file that is no board says what was wrong, and the board stays as it was', async ({ openWorkshop }) => {
  const workshop = await openWorkshop(riet)
  const facilitator = await workshop.enter(gerda)
  await facilitator.page.goto(`${workshop.origin}${workshop.boardPath}/acties`)
  await facilitator.page.getByText('Compleet (5)').waitFor()
  const before = await extraction(workshop, facilitator)
  for (const text of ['{"hello": 1}', 'geen json', '']) {
    await facilitator.page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'board.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await facilitator.page.getByRole('alert').first().waitFor()
  }
  const after = await extraction(workshop, facilitator)
  expect(after.actions).toEqual(before.actions)
  facilitator.complaints.length = 0
})
