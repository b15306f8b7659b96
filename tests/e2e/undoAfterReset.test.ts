import { expect } from 'vitest'
import type { Version } from '@samenreis/model/api/versions'
import { scenario } from './scenario.ts'
import type { Person, Workshop } from './Workshop.ts'

async function putIdea({ board }: Person, words: string, x: number, y: number): Promise<void> {
  await board.put('Idee', x, y)
  await board.type(words)
  await board.done()
}

/** Presses the keys so often that everything of before would be undone. */
async function undoAll({ page }: Person): Promise<void> {
  for (let time = 0; time < 10; time += 1) await page.keyboard.press('Control+z')
}

/** A question to the server as the facilitator's own page asks it. */
async function ask(workshop: Workshop, { context }: Person, path: string, data: object): Promise<unknown> {
  const answer = await context.request.post(`${workshop.origin}/api/v1/rooms/${workshop.created.room.id}/${path}`, {
    data,
    headers: { origin: workshop.origin },
  })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

scenario(
  '[BD12, BD16, F15] undo beside others, after a lost line, and after the board was made anew: never more than one’s own, and nothing of before',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const gerda = await workshop.enter({ name: 'Gerda', role: 'facilitator', right: 'facilitator' })
    const ben = await workshop.enter({ name: 'Ben', role: 'professional' })
    await gerda.saved()
    await ben.saved()
    const there = (person: Person, words: string) => person.board.card('idea', words)
    const ideas = (person: Person) => person.board.cards('idea').count()
    await putIdea(ben, 'Bel terug', 500, 350)
    await ben.saved()
    const kept = (await ask(workshop, gerda, 'versions', { name: 'Voor de pauze' })) as Version

    // Without a line he moves his card, while she writes in it.
    await gerda.board.sees('idea', 'Bel terug')
    const place = async () => (await there(ben, 'Bel').boundingBox())?.x ?? 0
    const before = await place()
    await ben.context.setOffline(true)
    await ben.board.drag(there(ben, 'Bel terug'), 160, 0)
    expect((await place()) - before).toBeGreaterThan(100)
    await gerda.board.openToType(there(gerda, 'Bel terug'))
    await gerda.page.keyboard.press('End')
    await gerda.board.type(' binnen twee dagen')
    await gerda.board.done()
    await ben.context.setOffline(false)
    await ben.saved()
    await ben.board.sees('idea', 'Bel terug binnen twee dagen')
    await ben.page.keyboard.press('Control+z')
    await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(2)
    await ben.board.sees('idea', 'Bel terug binnen twee dagen')
    await ben.saved()

    // An earlier version is put back; what was made since stays beside it.
    await putIdea(ben, 'Na de pauze', 850, 350)
    await putIdea(gerda, 'Van Gerda', 500, 600)
    await gerda.saved()
    await ben.saved()
    await ask(workshop, gerda, `versions/${kept.id}/restorations`, {})
    await ben.page.getByText(/Het bord is vernieuwd/).waitFor()
    await ben.saved()
    await gerda.saved()
    await expect.poll(() => ideas(ben)).toBe(3)
    await ben.page.mouse.click(720, 120)
    await undoAll(ben)
    await putIdea(ben, 'Op het nieuwe bord', 850, 600)
    await gerda.board.sees('idea', 'Op het nieuwe bord')
    expect(await ideas(gerda)).toBe(4)

    // What he did since is his to take back, and it ends there.
    await undoAll(ben)
    await expect.poll(() => there(gerda, 'Op het nieuwe bord').count()).toBe(0)
    await ben.saved()
    for (const person of [gerda, ben]) {
      expect(await ideas(person)).toBe(3)
      for (const words of ['Na de pauze', 'Van Gerda']) await person.board.sees('idea', words)
    }
  },
)
