import { expect } from 'vitest'
import { RoomView } from '@samenreis/model/api/rooms'
import { scenario } from './scenario.ts'
import type { Person } from './Workshop.ts'

const riet = { start: 'demo-riet' } as const
const steps = (person: Person) => person.page.locator('.guess-step')
/** Faces stand best first: 0 is heel fijn, 4 is heel vervelend. */
const face = (person: Person, step: number, at: number) => steps(person).nth(step).locator('.guess-face').nth(at)
const curves = (person: Person): Promise<number> => person.page.locator('.tl-shape[data-shape-type="curve"]').count()
const button = (person: Person, name: string) => person.page.getByRole('button', { name, exact: true })

/** Every frame that a page gets over its socket, as letters. */
function framesOf(person: Person): string[] {
  const frames: string[] = []
  person.page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => void frames.push(payload.toString('latin1')))
  })
  return frames
}

scenario(
  '[GU3, GU6] staff guess on their own screens, nothing of it is anywhere else, and the reveal shows all lines on all boards at once',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop(riet)
    const gerda = await workshop.enter({ name: 'Gerda', role: 'facilitator', right: 'facilitator' })
    const sanne = await workshop.enter({ name: 'Sanne', role: 'professional' })
    const client = await workshop.enter({ name: 'Riet', role: 'client', screen: 'phone' })
    const frames = framesOf(client)
    await client.page.reload()
    for (const person of [gerda, sanne, client]) await person.saved()
    const before = await curves(gerda)

    await gerda.board.chooseJourney("Van 'het lukt niet meer' tot vaste hulp")
    await button(gerda, 'Laat medewerkers raden').click()
    await gerda.page.getByText('Niemand anders ziet dat').waitFor()
    await button(gerda, 'Begin').click()
    await gerda.page.getByText('0 van 1 klaar').waitFor()
    await sanne.page.getByRole('heading', { name: 'Raad: hoe voelde Riet zich?' }).waitFor()
    await client.page.getByText('Even wachten: de medewerkers raden hoe Riet zich voelde.').waitFor()
    expect(await client.page.locator('.guess-sheet').count()).toBe(0)

    const told = frames.length
    const all = await steps(sanne).count()
    expect(all).toBeGreaterThan(10)
    await face(sanne, 0, 0).click()
    await face(sanne, 1, 4).click()
    await sanne.page.getByText(`2 van ${all}`, { exact: true }).waitFor()
    await sanne.page.locator('.guess-saved[data-state="saved"]').waitFor()
    // By the keyboard: the chosen face is the only stop of a step, arrows go on, Delete takes away.
    await face(sanne, 1, 4).locator('input').focus()
    await sanne.page.keyboard.press('ArrowLeft')
    await expect.poll(() => face(sanne, 1, 3).locator('input').isChecked()).toBe(true)
    await sanne.page.keyboard.press('Delete')
    await sanne.page.getByText(`1 van ${all}`, { exact: true }).waitFor()
    await sanne.page.keyboard.press('Tab')
    await sanne.page.keyboard.press('Space')
    await sanne.page.getByText(`2 van ${all}`, { exact: true }).waitFor()
    await face(sanne, 2, 1).click()
    await sanne.page.locator('.guess-saved[data-state="saved"]').waitFor()

    // Closed and opened again, and through a reload: nothing is lost.
    await sanne.page.keyboard.press('Escape')
    await button(sanne, 'Verder met raden').click()
    await sanne.page.getByText(`3 van ${all}`, { exact: true }).waitFor()
    await sanne.page.reload()
    await sanne.page.getByText(`3 van ${all}`, { exact: true }).waitFor()
    await button(sanne, 'Klaar').click()
    await gerda.page.getByText('1 van 1 klaar').waitFor()
    // Nobody sees a line of this journey meanwhile: who guesses should not read the answer.
    for (const person of [gerda, sanne, client]) expect(await curves(person)).toBe(0)
    // The phone heard that something changed, and no change of the board.
    const since = frames.slice(told).filter((frame) => frame.charCodeAt(0) === 0)
    expect(since).toEqual([])

    await button(gerda, 'Laat zien').click()
    for (const person of [gerda, sanne, client]) {
      await person.page.getByText('De gevoelslijnen zijn zichtbaar.').waitFor()
      await expect.poll(() => curves(person)).toBe(before + 1)
      expect(await person.page.locator('.guess-bar').count()).toBe(0)
    }
    expect(frames.slice(told).filter((frame) => frame.charCodeAt(0) === 0)).toHaveLength(1)
    expect(await sanne.page.locator('.guess-sheet').count()).toBe(0)
  },
)

scenario(
  '[GU4] on a phone without a line a tap is kept and shown as not saved; back, it is saved; a stopped round is gone everywhere',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop(riet)
    const gerda = await workshop.enter({ name: 'Gerda', role: 'facilitator', right: 'facilitator' })
    const joris = await workshop.enter({ name: 'Joris', role: 'policy', screen: 'phone' })
    const screen = await workshop.arrive('Scherm', 'screen')
    const frames = framesOf(gerda)
    await gerda.page.reload()
    for (const person of [gerda, joris]) await person.saved()
    await gerda.board.chooseJourney("Van 'het lukt niet meer' tot vaste hulp")
    await button(gerda, 'Laat medewerkers raden').click()
    await button(gerda, 'Begin').click()
    await screen.page.getByText('0 van 1 klaar').waitFor()
    await joris.page.locator('.guess-sheet').waitFor()
    const room = await joris.context.request.get(`${workshop.origin}/api/v1/rooms/${workshop.created.room.id}`)
    const jorisId = RoomView.parse(await room.json()).me.id
    const told = frames.length
    await face(joris, 0, 1).click()
    await joris.page.locator('.guess-saved[data-state="saved"]').waitFor()
    await gerda.page.getByText('0 van 1 klaar').waitFor()
    await face(joris, 0, 3).click()
    await joris.page.locator('.guess-saved[data-state="saved"]').waitFor()
    // Where a finger comes down says which face it was: nobody is told of it.
    const pointers = frames.slice(told).filter((frame) => frame.charCodeAt(0) === 1 && frame.includes('"c":'))
    expect(pointers.filter((frame) => frame.includes(jorisId))).toEqual([])

    await joris.context.setOffline(true)
    await face(joris, 1, 2).click()
    await joris.page.locator('.guess-saved[data-state="unsaved"]').waitFor()
    await joris.page.getByText('Nog niet bewaard').waitFor()
    // The sheet is where it was: a tap moves nothing but the list itself.
    expect(await joris.page.locator('.board-page').evaluate((page) => page.scrollTop)).toBe(0)
    await joris.context.setOffline(false)
    await joris.page.locator('.guess-saved[data-state="saved"]').waitFor()
    await joris.page.reload()
    await joris.page.getByText(/^2 van \d+$/).waitFor()

    // Not everyone is done: asked first. Stopping is asked too, because it throws away.
    await button(gerda, 'Laat zien').click()
    await gerda.page.getByText('0 van 1 zijn klaar.').waitFor()
    await button(gerda, 'Nog even wachten').click()
    await button(gerda, 'Stop').click()
    await button(gerda, 'Stop en gooi weg').click()
    for (const person of [gerda, joris]) await person.page.getByText('Het raden is gestopt.').waitFor()
    for (const person of [gerda, joris, screen]) {
      await expect.poll(() => person.page.locator('.guess-bar, .guess-sheet').count()).toBe(0)
    }
  },
)
