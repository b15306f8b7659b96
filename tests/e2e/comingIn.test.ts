import { expect } from 'vitest'
import { Person } from './Workshop.ts'
import { scenario } from './scenario.ts'

scenario(
  'a facilitator makes a session, lands on the board with its links, and finds it back on her device',
  async ({ server, browser }) => {
    const gerda = await Person.arrive(browser, 'Gerda', 'laptop')
    const { page } = gerda
    await page.goto(server.origin)
    await page.getByRole('heading', { name: 'Samen op weg' }).waitFor()
    await page.getByText('Hulp in huis: de reis van Riet').click()
    await page.getByRole('button', { name: 'Maak de sessie' }).click()
    await page.waitForURL(/\/r\/[a-z0-9]{26}$/)
    const panel = page.getByRole('dialog')
    await panel.getByText('Scan met uw telefoon').waitFor()
    await panel.getByText('Link voor het grote scherm').first().waitFor()
    // The secret is gone from the address: it must not end up in a photo of the screen or in the history.
    expect(new URL(page.url()).hash).toBe('')
    await page.goto(server.origin)
    await page.getByRole('heading', { name: 'Mijn sessies' }).waitFor()
    await page
      .getByRole('link', { name: /Openen/ })
      .first()
      .click()
    await page.getByRole('toolbar').first().waitFor()
    expect(gerda.complaints).toEqual([])
    await gerda.leave()
  },
)

scenario(
  '[UI17] a facilitator in a hurry makes a session in three actions, and finds its layout on the board',
  async ({ server, browser }) => {
    const gerda = await Person.arrive(browser, 'Gerda', 'phone')
    const { page } = gerda
    await page.goto(server.origin)
    await page.getByText('Reis op papier maken').click()
    await page.getByLabel('Naam van de sessie').fill('Zo hebben wij het bedacht')
    await page.getByRole('button', { name: 'Maak de sessie' }).click()
    await page.waitForURL(/\/r\/[a-z0-9]{26}$/)
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await gerda.saved()
    await page.getByText('Zet elke stap neer zoals hij op papier staat').first().waitFor()
    await expect.poll(() => gerda.board.cards('journey').count()).toBe(1)
    expect(await gerda.board.cards('phase').count()).toBe(5)
    expect(gerda.complaints).toEqual([])
    await gerda.leave()
  },
)

scenario('[UI17] the start page works by keyboard alone, and lends a question', async ({ server, browser }) => {
  const gerda = await Person.arrive(browser, 'Gerda', 'laptop')
  const { page } = gerda
  await page.goto(server.origin)
  await page.getByRole('radio', { name: /Gezamenlijke sessie/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('radio', { name: /Regels toetsen/ }).isChecked()).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Past de regel?')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.getByLabel('Vraag op tafel').inputValue()).toBe('Wat hebben inwoners nodig?')
  await page.getByLabel('Naam van de sessie').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/r\/[a-z0-9]{26}$/)
  await page.getByText('Wat hebben inwoners nodig?').first().waitFor()
  expect(gerda.complaints).toEqual([])
  await gerda.leave()
})

scenario('a participant joins with three taps on a phone, and comes back as the same one', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const riet = await workshop.arrive('Riet', 'participant', 'phone')
  const { page } = riet
  await page
    .getByRole('button', { name: 'Egel' })
    .or(page.getByRole('radio', { name: 'Egel' }))
    .first()
    .click()
  await page.getByRole('button', { name: 'Overslaan' }).click()
  await page.getByText('Ik woon hier, of ik krijg hulp').click()
  await riet.saved()
  const me = async (): Promise<unknown> => {
    const answer = await riet.context.request.get(`${workshop.origin}/api/v1/rooms/${workshop.created.room.id}`)
    return ((await answer.json()) as { me: { id: string } }).me.id
  }
  const first = await me()
  await page.reload()
  await riet.saved()
  expect(await me()).toBe(first)
  await page.goto(workshop.link('participant'))
  await riet.saved()
  expect(await me()).toBe(first)
})

scenario('a wrong link says what to do, and an unknown session answers alike', async ({ openWorkshop, browser }) => {
  const workshop = await openWorkshop()
  const stranger = await Person.arrive(browser, 'Stranger', 'phone')
  await stranger.page.goto(`${workshop.origin}${workshop.boardPath}#geraden`)
  await stranger.page.getByRole('heading').first().waitFor()
  const wrong = await stranger.page.locator('main').innerText()
  await stranger.page.goto(`${workshop.origin}/r/abcdefghijkmnpqrstuvwxyz23#geraden`)
  await stranger.page.reload()
  await stranger.page.getByRole('heading').first().waitFor()
  expect(await stranger.page.locator('main').innerText()).toBe(wrong)
  expect(wrong).toContain('link')
  await stranger.leave()
})

scenario(
  '[UI13] the way in says which session it is, in its language, and the choice of another language stays',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop({ title: 'Help at home', language: 'en' })
    const guest = await workshop.arrive('Guest', 'participant', 'phone')
    const { page } = guest
    await page.getByRole('heading', { name: 'Choose a picture' }).waitFor()
    await page.getByText('Help at home').waitFor()
    await page.getByRole('button', { name: 'Nederlands' }).click()
    await page.getByRole('heading', { name: 'Kies een plaatje' }).waitFor()
    await page.getByText('Help at home').waitFor()
    await page.getByRole('button', { name: 'Egel' }).click()
    await page.getByText('Help at home').waitFor()
    await page.getByRole('button', { name: 'Overslaan' }).click()
    await page.getByText('Ik woon hier, of ik krijg hulp').click()
    await guest.saved()
    expect(await page.locator('html').getAttribute('lang')).toBe('nl')

    const host = await workshop.arrive('Host', 'facilitator')
    await host.page.getByRole('heading', { name: 'Welcome, facilitator' }).waitFor()
    await host.page.getByText('Help at home').waitFor()
  },
)

scenario('who is in already and opens a link that leads nowhere stays who she is', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const anna = await workshop.enter({ name: 'Anna', role: 'professional' })
  await anna.saved()
  await anna.page.goto(`${workshop.origin}${workshop.boardPath}?again#${'x'.repeat(24)}`)
  await anna.saved()
  await anna.page.locator('.board-page[data-role="professional"]').waitFor()
  expect(new URL(anna.page.url()).hash).toBe('')
  // The browser notes the refused question.
  expect(anna.complaints.splice(0)).toEqual([expect.stringContaining('status of 404')])
})

scenario('on a phone the facilitator reads the session’s whole name beside her buttons', async ({ openWorkshop }) => {
  const workshop = await openWorkshop({ title: 'Hulp in huis: de reis van Riet' })
  const gerda = await workshop.enter({ name: 'Gerda', role: 'facilitator', right: 'facilitator', screen: 'phone' })
  await gerda.saved()
  const name = gerda.page.locator('.session-title__name')
  await expect
    .poll(() => name.evaluate((it) => it.scrollWidth <= it.clientWidth && it.scrollHeight <= it.clientHeight + 1))
    .toBe(true)
  await gerda.page.getByRole('link', { name: 'Acties' }).waitFor()
  await gerda.page.getByRole('button', { name: 'Uitnodigen' }).click()
  await gerda.page.getByRole('dialog').waitFor()
})
