import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { scenario } from './scenario.ts'
import type { Person } from './Workshop.ts'

const anna = { name: 'Anna', role: 'professional' } as const
const ben = { name: 'Ben', role: 'policy' } as const
const MILLION = 1_000_000
/** What goes to the server of a paste that is refused, in bytes: presence and the last letters of before. */
const NOTHING_BYTES = 20_000
/** Of the text of such a card (`packages/model/src/records/card.ts`). */
const CARD_TEXT = 280
/** A picture as web pages carry it. */
const picture = `data:image/png;base64,${'iVBORw0KGgo'.repeat(20_000)}`

/** Bytes that the page sent over its sockets since the last look. */
function sentBy(page: Page): () => number {
  let bytes = 0
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => (bytes += payload.length)))
  return () => {
    const since = bytes
    bytes = 0
    return since
  }
}

async function paste({ page }: Person, items: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(async (each) => {
    const blobs = Object.entries(each).map(([type, text]) => [type, new Blob([text], { type })])
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs) as Record<string, Blob>)])
  }, items)
  await page.keyboard.press('Control+v')
}

/** Puts a picture onto the clipboard as browsers do: as a file, and as a page with the picture's bytes as its address. */
async function copyPicture({ page }: Person): Promise<void> {
  await page.evaluate(async (address) => {
    const canvas = new OffscreenCanvas(400, 300)
    canvas.getContext('2d')?.fillRect(20, 20, 100, 100)
    const file = await canvas.convertToBlob({ type: 'image/png' })
    const html = new Blob([`<img src="${address}">`], { type: 'text/html' })
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': file, 'text/html': html })])
  }, picture)
}

/** Shapes as the canvas puts them onto the clipboard (its plain form). */
function copied(count: number): string {
  const shapes = Array.from({ length: count }, (_, at) => ({
    id: `shape:n${at}`,
    typeName: 'shape',
    type: 'note',
    parentId: 'page:a',
    index: 'a1',
    x: at,
    y: at,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {},
  }))
  const data = { shapes, rootShapeIds: shapes.map(({ id }) => id), bindings: [], assets: [], schema: {} }
  return `<div data-tldraw>${JSON.stringify({ type: 'application/tldraw', kind: 'content', version: 2, data })}</div>`
}

scenario(
  '[BV5, CN7, F21] a million characters, 3,000 shapes and pictures are refused with a sentence before anything is sent, and everybody works on',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const [first, second] = [await workshop.enter(anna), await workshop.enter(ben)]
    const sent = sentBy(first.page)
    await first.page.reload()
    for (const person of [first, second]) await person.saved()
    await first.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const says = (words: string | RegExp) => first.page.locator('.board-notice', { hasText: words }).waitFor()
    await first.board.put('Uitspraak', 400, 300)
    await first.board.type('Ik wacht al weken. ')
    await second.board.sees('card', 'Ik wacht al weken.')
    await first.saved()
    sent()

    // Into a card: what fits comes, the rest stays on the clipboard, and what stood there stays.
    await paste(first, { 'text/plain': 'woord '.repeat(MILLION / 6 + 1) })
    await says(/De laatste \d+ tekens pasten niet\. De hele tekst staat nog op uw klembord\./)
    const words = await first.board.field().inputValue()
    expect([words.length, words.slice(0, 25)]).toEqual([CARD_TEXT, 'Ik wacht al weken. woord '])
    await first.board.done()
    await second.board.sees('card', words.trim())
    await first.saved()
    expect(sent()).toBeLessThan(NOTHING_BYTES)

    const refused: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
      [{ 'text/plain': 'a'.repeat(MILLION) }, 'Deze tekst is te lang voor een briefje. Plak een kleiner stuk.'],
      [{ 'text/plain': picture }, 'Deze tekst is te lang voor een briefje. Plak een kleiner stuk.'],
      [
        { 'text/html': copied(3000), 'text/plain': ' ' },
        'Dit is te veel om in één keer te plakken. Kies een kleiner deel.',
      ],
    ]
    const closeAll = async (): Promise<void> => {
      const closers = first.page.locator('.board-notice').getByRole('button', { name: 'Sluiten' })
      while ((await closers.count()) > 0) await closers.first().click()
    }
    for (const [items, sentence] of refused) {
      await closeAll()
      await paste(first, items)
      await says(sentence)
    }
    await copyPicture(first)
    await first.page.keyboard.press('Control+v')
    await says('Foto’s en bestanden kunnen nog niet op dit bord.')
    expect(await first.page.locator('.tl-shape').count()).toBe(1)
    await first.saved()
    expect(sent()).toBeLessThan(NOTHING_BYTES)

    // The board of both goes on.
    await first.board.put('Idee', 800, 300)
    await first.board.type('Bel terug')
    await first.board.done()
    await second.board.sees('idea', 'Bel terug')
    await second.board.sees('card', words.trim())
    await first.saved()
  },
)
