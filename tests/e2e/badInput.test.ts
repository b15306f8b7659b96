import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BoardDocument, type FieldValue } from '@samenreis/model/document/BoardDocument'
import { CreatedSession } from '@samenreis/model/api/rooms'
import { putRecord } from '@samenreis/model/document/write'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import { expect, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { connectClient, openClient } from '../support/openClient.ts'
import { eventually } from '../support/eventually.ts'
import { step } from '../support/records.ts'
import { RunningSamenreis } from './RunningSamenreis.ts'
import { scenario } from './scenario.ts'
import { Person, Workshop } from './Workshop.ts'

const gerda = { name: 'Gerda', role: 'facilitator', right: 'facilitator' } as const
const anna = { name: 'Anna', role: 'professional' } as const

/** A record as a newer version, or another program, may have written it. */
function hologram(): Y.Map<FieldValue> {
  return new Y.Map<FieldValue>([['type', 'hologram']])
}

/** The session of a program that came in by a link, with the token that browsers have as a cookie. */
async function programIn(workshop: Workshop): Promise<CreatedSession> {
  const answer = await fetch(`${workshop.origin}/api/v1/rooms/${workshop.created.room.id}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: workshop.created.links.participant, name: 'Programma', role: 'client' }),
  })
  return CreatedSession.parse(await answer.json())
}

scenario(
  'a wrong link is refused in the language of the visitor, and tells nothing of the session',
  async ({ openWorkshop, browser }) => {
    const workshop = await openWorkshop({ title: 'Geheime naam' })
    const stranger = await Person.arrive(browser, 'Stranger', 'phone')
    const { page } = stranger
    await page.goto(`${workshop.origin}${workshop.boardPath}#geraden`)
    await page.getByRole('heading', { name: 'Deze link werkt niet' }).waitFor()
    await page.getByText('Scan de code opnieuw, of vraag uw begeleider om de link.').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('Geheime naam')
    await stranger.leave()
    const abroad = await browser.newContext({ locale: 'en-GB' })
    const english = await abroad.newPage()
    await english.goto(`${workshop.origin}${workshop.boardPath}#geraden`)
    await english.getByRole('heading', { name: 'This link does not work' }).waitFor()
    await abroad.close()
  },
)

scenario(
  'a link that is renewed ends who came by it, with a sentence; the board of the others goes on',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const leader = await workshop.enter(gerda)
    const guest = await workshop.enter(anna)
    await leader.saved()
    await guest.saved()
    await guest.board.put('Stap', 600, 350)
    await guest.board.type('Bellen met het loket')
    await guest.board.done()
    await leader.board.sees('touchpoint', 'Bellen met het loket')
    await guest.saved()
    const renewed = await leader.context.request.post(
      `${workshop.origin}/api/v1/rooms/${workshop.created.room.id}/links/participant`,
      { headers: { origin: workshop.origin } },
    )
    expect(renewed.status()).toBe(201)
    await guest.page.getByRole('heading', { name: 'U bent niet meer verbonden' }).waitFor()
    await guest.page.getByText('Wat bewaard was, blijft bewaard. Open uw uitnodiging opnieuw.').waitFor()
    await leader.saved()
    await leader.board.sees('touchpoint', 'Bellen met het loket')
    await leader.board.put('Idee', 300, 250)
    await leader.board.type('Bel terug')
    await leader.board.done()
    await leader.saved()
    // By the old link: the device hears that there is a new one.
    // From elsewhere: within the page an address that only differs behind its # opens nothing.
    await guest.page.goto('about:blank')
    await guest.page.goto(workshop.link('participant'))
    await guest.page.getByRole('heading', { name: 'Deze link is vervangen' }).waitFor()
    // The browser notes the refusal (410) as an error; it is the answer that was wanted.
    expect(guest.complaints.filter((complaint) => !complaint.includes('status of 410'))).toEqual([])
    guest.complaints.length = 0
  },
)

scenario(
  'what the board cannot hold is taken back with a notice, and what was there before stays',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const first = await workshop.enter(anna)
    const second = await workshop.enter({ name: 'Ben', role: 'policy' })
    await first.saved()
    await second.saved()
    await first.board.put('Stap', 400, 300)
    await first.board.type('Brief')
    await first.board.done()
    await first.board.put('Briefje', 900, 300)
    // The canvas's own editor sets its caret a moment after it appears; letters typed before that would stand behind it.
    await first.page.locator('.tl-shape .ProseMirror-focused').waitFor()
    await first.page.waitForFunction(
      () => document.getSelection()?.anchorNode?.parentElement?.closest('.ProseMirror') !== null,
    )
    await first.board.type('K')
    await second.board.sees('note', 'K')
    await first.page.keyboard.press('End')
    await first.board.type('ort')
    // What is not yet written goes with what is refused; a person's hands are slower than that.
    await second.board.sees('note', 'Kort')
    // One paste into the note: far beyond what a rich text may hold.
    await first.page.keyboard.insertText('x'.repeat(12_000))
    await first.page.getByText('Dit past niet op het bord. Uw laatste verandering is teruggedraaid.').waitFor()
    await first.board.done()
    await second.board.sees('touchpoint', 'Brief')
    await second.board.sees('note', 'Kort')
    await first.saved()
    // The connection never ended, and she works on.
    await first.board.put('Idee', 500, 550)
    await first.board.type('Korter schrijven')
    await second.board.sees('idea', 'Korter schrijven')
  },
)

scenario('an unknown kind from a stock client is refused, and harms no board', async ({ openWorkshop }) => {
  const workshop = await openWorkshop()
  const leader = await workshop.enter(gerda)
  await leader.saved()
  const { token } = await programIn(workshop)
  const at = { syncUrl: `${workshop.origin.replace('http', 'ws')}/sync` }
  const room = workshop.created.room.id
  const program = connectClient(at, { token, room })
  await program.synced()
  program.board.transact(() => putRecord(program.board, step('good', 'Van een programma')), 'test')
  await leader.board.sees('touchpoint', 'Van een programma')
  program.board.transact(() => void program.board.records.set('shape:odd', hologram()), 'test')
  await eventually(() => expect(program.closeCode).toBe(4422))
  await leader.board.put('Idee', 300, 250)
  await leader.board.type('Gewoon verder')
  await leader.board.done()
  await leader.saved()
  const again = await openClient(at, { token, room })
  expect(again.ids().filter((id) => id === 'shape:odd' || id === 'shape:good')).toEqual(['shape:good'])
})

scenario(
  'a stored record of an unknown kind is set aside: the facilitator hears so, and every board works',
  async ({ browser }) => {
    const folder = mkdtempSync(join(tmpdir(), 'samenreis-odd-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const first = await RunningSamenreis.start({ DATA_DIR: folder })
    const made = await Workshop.make(first.origin, browser)
    await first.stop()
    // As a newer version would have stored it.
    const database = new SqliteDatabase(join(folder, 'samenreis.sqlite'))
    const roomId = made.created.room.id
    const stored = database.documents.loadDocument(roomId)
    if (stored === null) throw new Error('The room is gone')
    const odd = new BoardDocument(new Y.Doc())
    odd.records.set('shape:odd', hologram())
    const sequence = (stored.updates.at(-1)?.sequence ?? stored.snapshot?.sequence ?? 0) + 1
    const update = { sequence, bytes: Y.encodeStateAsUpdate(odd.doc) }
    database.documents.append([{ roomId, epoch: stored.epoch, updates: [update], clients: new Map() }])
    database.close()

    const server = await RunningSamenreis.start({ DATA_DIR: folder })
    onTestFinished(() => server.stop())
    const workshop = made.movedTo(server.origin)
    const leader = await workshop.enter(gerda)
    const guest = await workshop.enter(anna)
    await leader.page.getByText('Eén kaartje is niet te lezen en staat niet op het bord.').waitFor()
    await guest.saved()
    await guest.board.put('Stap', 600, 350)
    await guest.board.type('Bellen')
    await leader.board.sees('touchpoint', 'Bellen')
    await guest.saved()
    expect(await guest.page.getByText('niet te lezen').count()).toBe(0)
    expect(workshop.complaints).toEqual([])
    await workshop.end()
  },
)
