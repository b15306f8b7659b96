import type { Locator } from 'playwright-core'
import type { Person } from './Workshop.ts'

/** "Wat zien we?" as a person uses it, in her words. */
export class InsightAtHand {
  private readonly person: Person

  constructor(person: Person) {
    this.person = person
  }

  get sheet(): Locator {
    return this.person.page.getByRole('region', { name: 'Wat zien we?' })
  }

  /** Opens the sheet by its button, wherever that stands on this screen. */
  async open(): Promise<void> {
    await this.person.page.getByRole('button', { name: 'Wat zien we?' }).filter({ visible: true }).first().click()
    await this.sheet.getByRole('heading', { name: 'Wat zien we?' }).waitFor()
  }

  /** Opens a view by its name, from the list or from another view. */
  async look(view: string): Promise<void> {
    const all = this.sheet.getByRole('button', { name: 'Alles', exact: true })
    if (await all.isVisible()) await all.click()
    await this.sheet.getByRole('button', { name: new RegExp(`^${view}`) }).click()
    await this.sheet.getByRole('heading', { name: view, level: 2 }).waitFor()
  }

  /** The lines of a list or the rows of a table under a heading, as they are read. */
  async lines(heading: string): Promise<string[]> {
    const part = this.sheet.getByRole('region', { name: heading })
    await part.waitFor()
    const all = await part.locator('li, tbody tr').allInnerTexts()
    return all.map((each) => each.replaceAll(/\s+/g, ' ').trim())
  }
}
