import { CreatedSession } from '@samenreis/model/api/rooms'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { putRecord } from '@samenreis/model/document/write'
import { messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import { encodeUpdate } from '@samenreis/server/sync/frames'
import * as decoding from 'lib0/decoding'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { step } from '../support/records.ts'
import { changeOf } from '../support/RoomAtHand.ts'
import { BoardAtHand } from './BoardAtHand.ts'
import { scenario } from './scenario.ts'
import type { Person, Workshop } from './Workshop.ts'

/** What the tab of a test remembers of the ways out of it, see `watchWays`. */
interface Ways {
  readonly channels: string[]
  readonly posted: string[]
  readonly heard: string[]
  readonly sockets: WebSocket[]
}
type Watched = Window & { readonly ways: Ways }

/** Notes in every tab which ways to other tabs it opens and uses, and keeps its sockets at hand. */
async function watchWays(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const ways: Ways = { channels: [], posted: [], heard: [], sockets: [] }
    Object.assign(window, { ways })
    const { BroadcastChannel: Channel, WebSocket: Socket, SharedWorker: Worker } = window
    window.BroadcastChannel = class extends Channel {
      constructor(name: string) {
        super(name)
        ways.channels.push(name)
        this.addEventListener('message', () => ways.heard.push(name))
      }
      override postMessage(message: unknown): void {
        ways.posted.push(this.name)
        super.postMessage(message)
      }
    }
    window.SharedWorker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given)
        ways.channels.push('a shared worker')
      }
    }
    window.WebSocket = class extends Socket {
      constructor(...given: ConstructorParameters<typeof Socket>) {
        super(...given)
        ways.sockets.push(this)
      }
    }
    window.addEventListener('storage', ({ key }) => ways.heard.push(`storage ${key}`))
  })
}

const seen = (page: Page): Promise<Omit<Ways, 'sockets'>> =>
  page.evaluate(() => {
    const { channels, posted, heard } = (window as unknown as Watched).ways
    return { channels, posted, heard }
  })

const saved = (page: Page): Promise<void> => page.locator('.save-state[data-state="saved"]').waitFor()

/** Takes the line from one tab, while the others of the same browser keep theirs; resolves with what gives it back. */
async function cutOff(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page)
  const line = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', { offline: true, ...line })
  // What is open already stays open in spite of it.
  await page.evaluate(() => {
    for (const socket of (window as unknown as Watched).ways.sockets) socket.close()
  })
  await page.locator('.save-state[data-state="offline"]').waitFor()
  return async () => {
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...line })
  }
}

/** The board as the server has it, as a file. */
async function storedBoard({ origin, created }: Workshop): Promise<string> {
  const room = `${origin}/api/v1/rooms/${created.room.id}`
  const opened = await fetch(`${room}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: created.links.facilitator, role: 'facilitator' }),
  })
  const { token } = CreatedSession.parse(await opened.json())
  const answer = await fetch(`${room}/exports/board.json`, { headers: { authorization: `Bearer ${token}` } })
  return answer.text()
}

/** The big screen of a session, and in the same browser somebody who came in later by the participants' link. */
async function screenAndGuest(workshop: Workshop): Promise<{ screen: Person; guest: Page }> {
  const screen = await workshop.enter({ name: 'Scherm', role: 'screen', right: 'screen' })
  await watchWays(screen.context)
  await screen.page.goto(`${workshop.origin}${workshop.boardPath}/scherm`)
  await screen.page.locator('.board-page[data-role="screen"]').waitFor()
  const guest = await screen.context.newPage()
  await guest.goto(workshop.link('participant'))
  await guest.getByRole('button', { name: 'Egel' }).click()
  await guest.getByRole('button', { name: 'Overslaan' }).click()
  await guest.getByText('Ik woon hier, of ik krijg hulp').click()
  await saved(guest)
  return { screen, guest }
}

scenario(
  '[F68] two tabs with different roles in one browser: nothing passes between them but by the server, and it holds each to its role',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const { screen, guest } = await screenAndGuest(workshop)
    const board = new BoardAtHand(guest)
    await board.put('Stap', 500, 300)
    await board.type('Door de server')
    await board.done()
    await saved(guest)
    await screen.board.sees('touchpoint', 'Door de server')

    // Without a line the tab that may write has no way to the other: a word of the test's own arrives, nothing of the board does.
    const giveBack = await cutOff(guest)
    await board.put('Stap', 900, 300)
    await board.type('Buiten de server om')
    await board.done()
    await board.sees('touchpoint', 'Buiten de server om')
    await screen.page.evaluate(() => {
      const channel = new BroadcastChannel('test')
      channel.addEventListener('message', () => document.body.setAttribute('data-test', 'heard'))
    })
    await guest.evaluate(() => {
      new BroadcastChannel('test').postMessage('test')
    })
    await screen.page.locator('body[data-test="heard"]').waitFor()
    for (const page of [guest, screen.page]) {
      const { channels, posted, heard } = await seen(page)
      expect(channels).toEqual(['test'])
      expect({ posted, heard }).toEqual(
        page === guest ? { posted: ['test'], heard: [] } : { posted: [], heard: ['test'] },
      )
      const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, navigator.serviceWorker.controller]))
      expect(kept).not.toContain('Buiten de server om')
    }
    expect(await screen.board.cards('touchpoint').count()).toBe(1)

    // What a stock client would take from another tab, shouted by the one that may not write: nobody listens.
    const update = encodeUpdate(
      changeOf(new BoardDocument(new Y.Doc()), (own) => putRecord(own, step('gekaapt', 'Gekaapt'))),
    )
    const sync = `${workshop.origin.replace('http', 'ws')}/sync`
    const { id } = workshop.created.room
    await screen.page.evaluate(
      ({ names, frame }) => {
        for (const name of names) {
          const channel = new BroadcastChannel(name)
          for (const message of [Uint8Array.from(frame), Uint8Array.from(frame).buffer]) channel.postMessage(message)
          localStorage.setItem(name, btoa(String.fromCharCode(...frame)))
        }
      },
      // The last one is the test's own: by then the others have been shouted.
      { names: [id, `${sync}/${id}`, `/sync/${id}`, 'tldraw-user-sync', 'test'], frame: [...update] },
    )
    await expect.poll(async () => (await seen(guest)).heard).toEqual(expect.arrayContaining(['test', 'storage test']))
    expect(await board.card('touchpoint', 'Gekaapt').count()).toBe(0)

    await giveBack()
    await saved(guest)
    await screen.board.sees('touchpoint', 'Buiten de server om')
    // The same by its own socket, which was let in as a screen: the browser's newer, wider session does not lift it.
    const closed = await screen.page.evaluate(
      async (frame) => {
        const socket = (window as unknown as Watched).ways.sockets.findLast(
          (each) => each.readyState === WebSocket.OPEN,
        )
        if (socket === undefined) throw new Error('The screen has no socket')
        return new Promise<number>((resolve) => {
          socket.addEventListener('close', ({ code }) => resolve(code))
          socket.send(Uint8Array.from(frame))
        })
      },
      [...update],
    )
    expect(closed).toBe(4403)
    await saved(guest)
    for (const page of [guest, screen.page])
      expect(await new BoardAtHand(page).card('touchpoint', 'Gekaapt').count()).toBe(0)
    expect(await storedBoard(workshop)).toContain('Buiten de server om')
    expect(await storedBoard(workshop)).not.toContain('Gekaapt')
  },
)

/** Client ids of Yjs under which this frame writes; none when it writes nothing. */
function writersOf(frame: Uint8Array): readonly number[] {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== messageTypes.sync || decoding.readVarUint(decoder) === syncTypes.step1)
    return []
  return Y.decodeUpdate(decoding.readVarUint8Array(decoder)).structs.map(({ id }) => id.client)
}

/** What the sockets of a tab sent. */
class Traffic {
  /** Client ids of Yjs that it wrote under. */
  readonly writers = new Set<number>()

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => {
        if (typeof payload !== 'string') for (const writer of writersOf(payload)) this.writers.add(writer)
      })
    })
  }
}

/** "Duplicate tab": the same address, and a copy of all that the tab keeps. */
async function duplicate(page: Page): Promise<{ copy: Page; traffic: Traffic }> {
  await page.evaluate(() => sessionStorage.setItem('test', 'copied'))
  const opening = page.context().waitForEvent('page')
  await page.evaluate(() => void window.open(location.href))
  const copy = await opening
  const traffic = new Traffic(copy)
  await saved(copy)
  expect(await copy.evaluate(() => sessionStorage.getItem('test'))).toBe('copied')
  return { copy, traffic }
}

/** Both tabs work at once: a card each, one card moved by both, and one text typed in by both. */
async function workInBoth(pages: readonly [Page, Page]): Promise<void> {
  const boards = pages.map((page) => new BoardAtHand(page))
  for (const [at, board] of boards.entries()) {
    await board.put('Stap', 450 + at * 350, 300)
    await board.type(`Van tab ${at + 1}`)
    await board.done()
  }
  for (const board of boards) for (const at of [1, 2]) await board.sees('touchpoint', `Van tab ${at}`)
  await Promise.all(boards.map((board, at) => board.drag(board.card('touchpoint', 'Van tab 1'), 60 + at * 40, 120)))
}

interface Places {
  readonly words: string
  readonly place: string | null
}

const cardsOf = (page: Page): Promise<readonly Places[]> =>
  page
    .locator('.tl-shape[data-shape-type="touchpoint"]')
    .evaluateAll((cards) =>
      cards
        .map((card) => ({ words: card.textContent, place: (card as HTMLElement).style.transform }))
        .toSorted((a, b) => a.words.localeCompare(b.words)),
    )

async function converge(pages: readonly [Page, Page]): Promise<void> {
  const [first, second] = pages
  for (const page of pages) await saved(page)
  await expect.poll(async () => cardsOf(first)).toEqual(await cardsOf(second))
  const before = await cardsOf(first)
  expect(before).toHaveLength(2)
  // And it is what the server has.
  await first.reload()
  await saved(first)
  await expect.poll(async () => cardsOf(first)).toEqual(before)
}

const anna = { name: 'Anna', role: 'professional' } as const

scenario('[F10] a duplicated tab writes under an id of its own, and both converge', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const { page } = await workshop.enter(anna)
  await saved(page)
  const traffic = new Traffic(page)
  await page.reload()
  await saved(page)
  const { copy, traffic: other } = await duplicate(page)
  await workInBoth([page, copy])
  await converge([page, copy])
  const [mine, theirs] = [[...traffic.writers], [...other.writers]]
  expect([mine.length, theirs.length]).toEqual([1, 1])
  expect(mine).not.toEqual(theirs)
})

/** Not Yjs's own choice: what a copied memory would draw. */
const COPIED_ID = 1_234_567

scenario(
  '[F10] two tabs that do draw the same id: whoever hears of the other takes a new one, and both converge',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const { page, context } = await workshop.enter(anna)
    await saved(page)
    await context.addInitScript((id) => {
      const draw = crypto.getRandomValues.bind(crypto)
      let isFirst = true
      // Until the first socket of each tab opens; the next document draws by chance again.
      crypto.getRandomValues = (into) => {
        draw(into)
        if (isFirst && into instanceof Uint32Array && into.length === 1) into[0] = id
        return into
      }
      const { WebSocket: Socket } = window
      window.WebSocket = class extends Socket {
        constructor(...given: ConstructorParameters<typeof Socket>) {
          super(...given)
          isFirst = false
        }
      }
    }, COPIED_ID)
    const traffic = new Traffic(page)
    await page.reload()
    await saved(page)
    const { copy, traffic: other } = await duplicate(page)
    const said: string[] = []
    copy.on('console', (message) => said.push(message.text()))
    await workInBoth([page, copy])
    await converge([page, copy])
    // Without this word the copy had drawn another id anyway, and nothing was shown.
    expect(said.join('\n')).toContain('Changed the client-id because another client seems to be using it')
    expect([...traffic.writers]).toEqual([COPIED_ID])
    expect(other.writers.size).toBe(1)
    expect(other.writers).not.toContain(COPIED_ID)
  },
)
