import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { z } from 'zod'
import { Participant } from '@samenreis/model/api/participant'
import { eventually } from '../support/eventually.ts'
import { BoardAtHand } from './BoardAtHand.ts'
import { scenario } from './scenario.ts'
import type { Person, Workshop } from './Workshop.ts'

const gerda = { name: 'Gerda', role: 'facilitator', right: 'facilitator' } as const
const anna = { name: 'Anna', role: 'professional' } as const

const line = (person: Person) => person.page.locator('.save-line')

async function goOffline(person: Person): Promise<void> {
  await person.context.setOffline(true)
  // An open socket is not told. As after a sleep the page asks at once, and does not wait for the silence to be long.
  await person.page.evaluate(() => document.dispatchEvent(new Event('resume')))
  await person.page.locator('.save-state[data-state="offline"]').waitFor()
}

async function putStep(person: Person, words: string, x: number): Promise<void> {
  await person.board.put('Stap', x, 300)
  await person.board.type(words)
  await person.board.done()
}

/** Ends the page's own process while it is offline; resolves with the board in a new tab of the same device, with a connection by then. */
async function crash({ page, context }: Person, workshop: Workshop): Promise<Page> {
  const gone = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => undefined)
  await gone
  await page.close()
  await context.setOffline(false)
  const next = await context.newPage()
  await next.goto(`${workshop.origin}${workshop.boardPath}`)
  return next
}

/** Leaves the page in spite of the browser's question, and comes back with a connection. Resolves with whether it asked. */
async function leaveAndReturn({ page, context }: Person, workshop: Workshop): Promise<boolean> {
  let asked = false
  page.on('dialog', (dialog) => {
    asked ||= dialog.type() === 'beforeunload'
    void dialog.accept()
  })
  await page.goto('about:blank')
  await context.setOffline(false)
  await page.goto(`${workshop.origin}${workshop.boardPath}`)
  return asked
}

/** Says that copies may be kept in this session. */
async function allowCopies(leader: Person): Promise<void> {
  await leader.page.getByRole('button', { name: /Open .Bewaren./ }).click()
  await leader.page.getByText('Mensen mogen een kopie op hun eigen apparaat zetten').click()
  await expect.poll(() => leader.page.getByRole('switch').isChecked()).toBe(true)
  await leader.page.keyboard.press('Escape')
}

scenario(
  '[CN15, DC3, F91, F94] without a copy: what is not stored is counted, leaving warns, and afterwards it is said what is gone',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const first = await workshop.enter(anna)
    await first.saved()
    await goOffline(first)
    await line(first).getByText('Wij verbinden u opnieuw').waitFor()
    await putStep(first, 'Bellen', 400)
    await line(first).getByText('1 wijziging staat alleen in dit tabblad').waitFor()
    await putStep(first, 'Wachten', 800)
    await line(first).getByText('2 wijzigingen staan alleen in dit tabblad').waitFor()
    expect(await leaveAndReturn(first, workshop)).toBe(true)
    await first.page.getByText(/Uw werk sinds \d\d:\d\d is weg: 2 wijzigingen die nog niet bewaard waren/).waitFor()
    expect(await first.board.cards('touchpoint').count()).toBe(0)
    first.complaints.length = 0
  },
)

scenario(
  '[DC1, DC3, F94] with a copy that the facilitator allowed and she agreed to, it is back after a crash, for everybody',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const leader = await workshop.enter(gerda)
    const first = await workshop.enter(anna)
    await first.saved()
    await putStep(first, 'Brief', 400)
    await first.saved()
    expect(await first.page.getByText('Ja, dit is mijn apparaat').count()).toBe(0)
    await allowCopies(leader)
    await putStep(first, 'Bellen', 700)
    await first.page.getByRole('button', { name: 'Ja, dit is mijn apparaat' }).click()
    await first.saved()
    await goOffline(first)
    await putStep(first, 'Zonder lijn gemaakt', 1000)
    await line(first).getByText('1 wijziging is bewaard op dit apparaat').waitFor()
    const back = await crash(first, workshop)
    await back.getByText(/Uw werk van \d\d:\d\d is terug: 1 wijziging/).waitFor()
    await new BoardAtHand(back).sees('touchpoint', 'Zonder lijn gemaakt')
    await leader.board.sees('touchpoint', 'Zonder lijn gemaakt')
    expect(await leader.board.card('touchpoint', 'Zonder lijn gemaakt').count()).toBe(1)
    // Stored: nothing of it stays on the device.
    await eventually(async () => expect(await copiesKept(back)).toBe(0))
    first.complaints.length = 0
  },
)

/** So many copies stand in this browser's database. */
function copiesKept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // To open one that is not there would make it, and be in the page's way.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'samenreis.unstored')) return 0
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('samenreis.unstored')
      opening.onerror = () => reject(new Error('No database'))
      opening.onsuccess = () => {
        const request = opening.result.transaction('copies').objectStore('copies').count()
        request.onsuccess = () => {
          opening.result.close()
          resolve(request.result)
        }
      }
    })
  })
}

/** What a page complained of beside its line. */
const otherComplaints = ({ complaints }: Person): readonly string[] =>
  complaints.splice(0).filter((each) => !each.includes('net::ERR_'))

const cannotKeep = 'Een kopie op dit apparaat lukt nu niet.'

scenario(
  '[DC2, F93] a device without room is told of and in the way of nothing; it is used when there is room again',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const leader = await workshop.enter(gerda)
    const first = await workshop.enter(anna)
    await first.saved()
    const devtools = await first.context.newCDPSession(first.page)
    const { origin } = workshop
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
    await allowCopies(leader)
    await putStep(first, 'Bellen', 300)
    await first.page.getByRole('button', { name: 'Ja, dit is mijn apparaat' }).click()
    await first.saved()
    await leader.board.sees('touchpoint', 'Bellen')
    await goOffline(first)
    await putStep(first, 'Zonder ruimte', 600)
    await first.page.getByText(cannotKeep).waitFor()
    await line(first).getByText('Bewaren op dit apparaat lukt niet. 1 wijziging staat alleen in dit tabblad.').waitFor()
    await devtools.send('Storage.overrideQuotaForOrigin', { origin })
    await putStep(first, 'Met ruimte', 900)
    await line(first).getByText('2 wijzigingen zijn bewaard op dit apparaat').waitFor()
    expect(await copiesKept(first.page)).toBe(1)
    await first.context.setOffline(false)
    await first.saved()
    for (const words of ['Zonder ruimte', 'Met ruimte']) await leader.board.sees('touchpoint', words)
    expect(otherComplaints(first)).toEqual([])
  },
)

scenario(
  '[DC2, F93] a copy that is cleared underneath is put there again, and is there after a crash',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const leader = await workshop.enter(gerda)
    const first = await workshop.enter(anna)
    await first.saved()
    await allowCopies(leader)
    await putStep(first, 'Bellen', 400)
    await first.page.getByRole('button', { name: 'Ja, dit is mijn apparaat' }).click()
    await first.saved()
    await goOffline(first)
    await putStep(first, 'Zonder lijn gemaakt', 800)
    await line(first).getByText('1 wijziging is bewaard op dit apparaat').waitFor()
    const devtools = await first.context.newCDPSession(first.page)
    await devtools.send('Storage.clearDataForOrigin', { origin: workshop.origin, storageTypes: 'indexeddb' })
    await line(first).getByText('1 wijziging staat alleen in dit tabblad').waitFor()
    await line(first).getByText('1 wijziging is bewaard op dit apparaat').waitFor()
    expect(await copiesKept(first.page)).toBe(1)
    const back = await crash(first, workshop)
    await back.getByText(/Uw werk van \d\d:\d\d is terug: 1 wijziging/).waitFor()
    await leader.board.sees('touchpoint', 'Zonder lijn gemaakt')
    expect(otherComplaints(first)).toEqual([])
  },
)

scenario(
  '[DC2, F93] in a browser that keeps nothing at all everything works, and it is told what cannot be kept',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const leader = await workshop.enter(gerda)
    const first = await workshop.enter(anna)
    await first.context.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined })
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      }
    })
    await first.page.reload()
    await first.saved()
    await allowCopies(leader)
    await putStep(first, 'Bellen', 400)
    await first.page.getByRole('button', { name: 'Ja, dit is mijn apparaat' }).click()
    await first.page.getByText(cannotKeep).waitFor()
    await first.saved()
    await goOffline(first)
    await putStep(first, 'Zonder lijn gemaakt', 800)
    await line(first).getByText('Bewaren op dit apparaat lukt niet. 1 wijziging staat alleen in dit tabblad.').waitFor()
    await first.context.setOffline(false)
    await first.saved()
    for (const words of ['Bellen', 'Zonder lijn gemaakt']) await leader.board.sees('touchpoint', words)
    expect(otherComplaints(first)).toEqual([])
  },
)

/** The facilitator makes a participant an observer. */
async function letLookOn(leader: Person, workshop: Workshop, name: string): Promise<void> {
  const room = `${workshop.origin}/api/v1/rooms/${workshop.created.room.id}`
  const { request } = leader.context
  const { participants } = z
    .object({ participants: z.array(Participant) })
    .parse(await (await request.get(`${room}/participants`)).json())
  const id = participants.find((each) => each.name === name)?.id ?? ''
  const headers = { origin: workshop.origin }
  const answer = await request.patch(`${room}/participants/${id}`, { data: { role: 'observer' }, headers })
  expect(answer.status()).toBe(200)
}

scenario(
  '[CN14, F92] whose right is taken in the middle of a drag looks on from then on; what was typed and not stored can be copied',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const leader = await workshop.enter(gerda)
    const [dragger, typist] = [await workshop.enter(anna), await workshop.enter({ name: 'Ben', role: 'policy' })]
    for (const person of [dragger, typist]) await person.saved()
    await putStep(dragger, 'Brief', 400)
    await leader.board.sees('touchpoint', 'Brief')
    await goOffline(typist)
    await putStep(typist, 'Net nog getypt', 800)
    const box = await dragger.board.card('touchpoint', 'Brief').boundingBox()
    if (box === null) throw new Error('The card is not in view')
    await dragger.page.mouse.move(box.x + box.width / 2, box.y + 14)
    await dragger.page.mouse.down()
    await dragger.page.mouse.move(box.x + box.width / 2 + 60, box.y + 60, { steps: 4 })
    await letLookOn(leader, workshop, 'Anna')
    await letLookOn(leader, workshop, 'Ben')
    await dragger.page.locator('.save-state[data-state="viewing"]').waitFor()
    await dragger.page.mouse.move(box.x + 500, box.y + 300, { steps: 4 })
    await dragger.page.mouse.up()
    expect(await dragger.page.getByRole('button', { name: /^Stap( |$)/ }).count()).toBe(0)
    await typist.context.setOffline(false)
    await typist.page.getByText('U kijkt nu mee en kunt niets meer veranderen.').waitFor()
    await typist.page.locator('.board-notice blockquote', { hasText: 'Net nog getypt' }).waitFor()
    await typist.page.locator('.save-state[data-state="viewing"]').waitFor()
    // What others see is what is stored: neither the rest of the drag nor the words.
    expect(await leader.board.card('touchpoint', 'Net nog getypt').count()).toBe(0)
    await leader.saved()
    const [there, here] = [
      await leader.board.card('touchpoint', 'Brief').boundingBox(),
      await dragger.board.card('touchpoint', 'Brief').boundingBox(),
    ]
    expect(here?.x).toBeCloseTo(there?.x ?? -1, 0)
    typist.complaints.length = 0
  },
)
