import type { Locator, Page } from 'playwright-core'

/** What a person does on the canvas, in her words. Keys and places are those of the interface; nothing goes past it. */
export class BoardAtHand {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Takes a tool by its word on the bar. */
  async take(word: string): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`^${word}( |$)`) })
      .first()
      .click()
  }

  /** Puts one down at this place of the window; it is then ready to be typed in. */
  async put(word: string, x: number, y: number): Promise<void> {
    await this.take(word)
    await this.page.mouse.click(x, y)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Ends typing and takes nothing. */
  async done(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.page.keyboard.press('Escape')
  }

  /** Cards of one kind, as they are drawn. */
  cards(type: string): Locator {
    return this.page.locator(`.tl-shape[data-shape-type="${type}"]`)
  }

  /** The card with these words. */
  card(type: string, words: string): Locator {
    return this.cards(type).filter({ hasText: words })
  }

  /** Resolves when the card stands on this person's board. */
  async sees(type: string, words: string): Promise<void> {
    await this.card(type, words).first().waitFor()
  }

  /** Words in the field that is being typed in on the canvas. */
  field(): Locator {
    return this.page.locator('.tl-shape textarea')
  }

  async openToType(card: Locator): Promise<void> {
    await card.waitFor()
    const { x, y } = await this.middleOf(card)
    await this.page.mouse.dblclick(x, y)
    await this.field().waitFor()
  }

  /** Clicks a card. The canvas takes every press itself, so the card's place is what counts. */
  async choose(card: Locator): Promise<void> {
    await card.waitFor()
    const { x, y } = await this.middleOf(card)
    await this.page.mouse.click(x, y)
  }

  /** Takes hold of a journey by its title, with the whole board in view. */
  async chooseJourney(title: string): Promise<void> {
    await this.done()
    await this.page.keyboard.press('Shift+1')
    const words = this.page.locator('.journey-title').filter({ hasText: title }).first()
    await words.waitFor()
    const box = await words.boundingBox()
    if (box === null) throw new Error(`${title} is not in view`)
    await this.page.mouse.click(box.x + 12, box.y + box.height / 2)
    await this.page.locator('.panel').getByRole('heading', { name: 'Reis' }).waitFor()
  }

  private async middleOf(card: Locator): Promise<{ x: number; y: number }> {
    const box = await card.boundingBox()
    if (box === null) throw new Error('This card is not in view')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  /** Drags a card by so many pixels of the window. */
  async drag(card: Locator, dx: number, dy: number): Promise<void> {
    const box = await card.boundingBox()
    if (box === null) throw new Error('This card is not in view')
    const [x, y] = [box.x + box.width / 2, box.y + 14]
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    await this.page.mouse.move(x + dx / 2, y + dy / 2, { steps: 6 })
    await this.page.mouse.move(x + dx, y + dy, { steps: 6 })
    await this.page.mouse.up()
  }
}
