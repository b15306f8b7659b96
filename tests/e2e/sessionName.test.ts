import { expect } from 'vitest'
import { scenario } from './scenario.ts'

const gerda = { name: 'Gerda', role: 'facilitator', right: 'facilitator' } as const

scenario(
  '[UI15] a session that is named anew is called so at everybody’s, without a reload',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const facilitator = await workshop.enter(gerda)
    const anna = await workshop.enter({ name: 'Anna', role: 'professional' })
    const wall = await workshop.arrive('Wall', 'screen')
    const second = await workshop.enter({ name: 'Hanna', role: 'facilitator', right: 'facilitator' })
    await second.page.goto(`${workshop.origin}${workshop.boardPath}/acties`)
    await second.page.locator('.actions__session').getByText('Hulp in huis').waitFor()
    for (const { page } of [facilitator, anna, wall])
      await page.getByRole('heading', { name: 'Hulp in huis' }).waitFor()
    await anna.saved()
    const before = anna.page.url()

    await facilitator.page.getByRole('button', { name: /Hulp in huis/ }).click()
    const dialog = facilitator.page.getByRole('dialog')
    await dialog.getByLabel('Naam van de sessie').fill('Samen thuis')
    await dialog.getByRole('button', { name: 'Bewaren' }).click()

    for (const { page } of [facilitator, anna, wall]) await page.getByRole('heading', { name: 'Samen thuis' }).waitFor()
    await second.page.locator('.actions__session').getByText('Samen thuis').waitFor()
    await expect.poll(() => second.page.title()).toContain('Samen thuis')
    // It goes along to the next page of the session.
    await facilitator.page.getByRole('link', { name: 'Acties' }).click()
    await facilitator.page.locator('.actions__session').getByText('Samen thuis').waitFor()
    expect(anna.page.url()).toBe(before)
  },
)

scenario('[UI15] who lost the line meanwhile hears the new name when it is back', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const facilitator = await workshop.enter(gerda)
  const anna = await workshop.enter({ name: 'Anna', role: 'professional' })
  await anna.saved()
  const { request } = facilitator.context
  const room = `${workshop.origin}/api/v1/rooms/${workshop.created.room.id}`
  const headers = { origin: workshop.origin }
  await anna.context.setOffline(true)
  await anna.page.locator('.save-state:not([data-state="saved"])').waitFor()
  expect((await request.patch(room, { data: { title: 'Samen thuis' }, headers })).status()).toBe(200)
  await anna.context.setOffline(false)
  await anna.page.getByRole('heading', { name: 'Samen thuis' }).waitFor()
})
