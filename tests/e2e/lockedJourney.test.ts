import { expect } from 'vitest'
import { scenario } from './scenario.ts'
import type { Person } from './Workshop.ts'

const button = (person: Person, name: string) => person.page.getByRole('button', { name, exact: true })
const step = (person: Person, words: string) => person.board.card('touchpoint', words).first()

scenario(
  '[JK5, F15] who worked in a journey that was locked meanwhile goes on by herself: her other work is there, and her words can be copied',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop({ start: 'demo-riet' })
    const gerda = await workshop.enter({ name: 'Gerda', role: 'facilitator', right: 'facilitator' })
    const sanne = await workshop.enter({ name: 'Sanne', role: 'professional' })
    for (const person of [gerda, sanne]) {
      await person.saved()
      await button(person, 'Alles in beeld').click()
    }
    const zoom = async (): Promise<string | null> => sanne.page.locator('.view-controls__percent').first().textContent()
    const zoomed = await zoom()

    await sanne.context.setOffline(true)
    await sanne.board.choose(step(sanne, 'Bellen met de gemeente'))
    await sanne.page.locator('.panel textarea').first().fill('Bellen met de gemeente, voor de derde keer')
    await sanne.page.keyboard.press('Escape')
    await sanne.page.keyboard.press('Escape')
    await sanne.board.put('Idee', 900, 150)
    await sanne.board.field().first().waitFor()
    await sanne.board.type('Gemaakt zonder lijn')
    await sanne.board.done()

    const title = await gerda.page.getByText("Van 'het lukt niet meer' tot vaste hulp").first().boundingBox()
    if (title === null) throw new Error('The journey is not in view')
    await gerda.page.mouse.click(title.x + title.width / 2, title.y + title.height / 2)
    await button(gerda, 'Vast: alleen de begeleider').click()
    await gerda.saved()

    await sanne.context.setOffline(false)
    await sanne.page.getByText('De begeleider heeft deze reis vastgezet.').waitFor()
    await sanne.page.locator('.board-notice blockquote', { hasText: 'voor de derde keer' }).waitFor()
    await sanne.saved()
    // No page of errors, no other place: the same board, without the change in the locked journey and with the other one.
    await step(sanne, 'Bellen met de gemeente').waitFor()
    expect(await step(sanne, 'voor de derde keer').count()).toBe(0)
    expect(await zoom()).toBe(zoomed)
    await gerda.board.sees('idea', 'Gemaakt zonder lijn')
    expect(await step(gerda, 'voor de derde keer').count()).toBe(0)

    // Of before there is nothing to undo: not what came along, and not what was turned back.
    const steps = await gerda.board.cards('touchpoint').count()
    for (let time = 0; time < 6; time += 1) await sanne.page.keyboard.press('Control+z')
    await sanne.board.put('Idee', 900, 150)
    await sanne.board.field().first().waitFor()
    await sanne.board.type('Daarna')
    await sanne.board.done()
    await gerda.board.sees('idea', 'Daarna')
    await gerda.board.sees('idea', 'Gemaakt zonder lijn')
    expect(await gerda.board.cards('touchpoint').count()).toBe(steps)
  },
)
