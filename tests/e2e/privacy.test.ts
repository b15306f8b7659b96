import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type Server } from 'node:tls'
import { CreatedSession } from '@samenreis/model/api/rooms'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { openClient } from '../support/openClient.ts'
import { eventually } from '../support/eventually.ts'
import { addStep } from '../support/records.ts'
import { LACKING } from '../support/privilege.ts'
import { scenario } from './scenario.ts'
import { Workshop } from './Workshop.ts'

const MARKER = 'Grasmaaierstraat 12'

/** Somebody with a program, who puts the marker on the board. */
async function writeMarker(workshop: Workshop): Promise<CreatedSession> {
  const { room, links } = workshop.created
  const answer = await fetch(`${workshop.origin}/api/v1/rooms/${room.id}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ secret: links.participant, name: 'Wilma', role: 'client' }),
  })
  const session = CreatedSession.parse(await answer.json())
  const syncUrl = `${workshop.origin.replace('http', 'ws')}/sync`
  const client = await openClient({ syncUrl }, { token: session.token, room: room.id })
  addStep(client.board, 'marker', MARKER)
  return session
}

/** As a local copy of the board would be: everything that a browser can keep, with the marker in it. */
function plantCopies(page: Page, roomId: string): Promise<void> {
  return page.evaluate(
    async ([id, words]) => {
      sessionStorage.setItem('samenreis.copy', words)
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(`samenreis.${id}`, 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('copy').put(words, 'text')
        opening.onsuccess = () => {
          opening.result.close()
          resolve()
        }
        opening.onerror = () => reject(new Error('no database'))
      })
      await (await caches.open(`samenreis.${id}`)).put('/copy', new Response(words))
    },
    [roomId, MARKER] as const,
  )
}

/** All that the browser has kept, as text. */
async function keptIn(context: BrowserContext, page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const databases: unknown[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(new Error('no database'))
      })
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll()
        databases.push(
          await new Promise((resolve) => {
            all.onsuccess = () =>
              resolve(
                JSON.stringify(all.result, (_key, value: unknown) =>
                  value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
                ),
              )
          }),
        )
      }
      databases.push(name)
      database.close()
    }
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, await caches.keys()])
  })
  return kept + JSON.stringify(await context.cookies())
}

scenario(
  '[PD1, F89] who leaves on a shared tablet leaves nothing behind: no cookie, no copy, and the way back shows nothing',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop({ title: `Sessie ${MARKER}` })
    await writeMarker(workshop)
    const anna = await workshop.enter({ name: 'Anna', role: 'client', screen: 'phone' })
    const { page, context } = anna
    await anna.saved()
    await page.getByText(MARKER).first().waitFor()
    await plantCopies(page, workshop.created.room.id)
    const before = await keptIn(context, page)
    for (const part of [MARKER, workshop.created.room.id, 'samenreis_']) expect(before).toContain(part)

    await page.getByRole('button', { name: /doen mee|doet mee/ }).click()
    await page.getByRole('button', { name: 'Afmelden en wissen op dit apparaat' }).click()
    await page.getByRole('button', { name: 'Afmelden en wissen', exact: true }).click()
    await page.getByText('U bent afgemeld').waitFor()
    const after = await keptIn(context, page)
    for (const part of [MARKER, workshop.created.room.id]) expect(after).not.toContain(part)
    expect(await page.content()).not.toContain(MARKER)

    await page.goBack()
    await eventually(async () => expect(await page.evaluate(() => document.readyState)).toBe('complete'))
    expect(await page.content()).not.toContain(MARKER)
    await page.goto(`${workshop.origin}${workshop.boardPath}`)
    await page.getByRole('link', { name: 'Naar het begin' }).waitFor()
    expect(await page.content()).not.toContain(MARKER)
    expect(anna.complaints.filter((each) => !each.includes('ERR_'))).toEqual([])
  },
)

scenario(
  '[PD2, F84] erased while somebody is offline: her browser brings nothing back, and keeps nothing',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const wilma = await writeMarker(workshop)
    const ben = await workshop.enter({ name: 'Ben', role: 'professional' })
    const gerda = await workshop.enter({ name: 'Gerda', role: 'facilitator', right: 'facilitator' })
    await ben.saved()
    await ben.page.getByText(MARKER).first().waitFor()
    await ben.context.setOffline(true)
    await ben.page.locator('.save-state[data-state="offline"]').waitFor()

    const { room } = workshop.created
    const api = `${workshop.origin}/api/v1/rooms/${room.id}`
    const ask = (method: 'DELETE' | 'GET', path: string) =>
      gerda.context.request.fetch(`${api}${path}`, { method, headers: { origin: workshop.origin } })
    expect((await ask('DELETE', `/participants/${wilma.participant.id}`)).status()).toBe(200)
    await ben.context.setOffline(false)
    await ben.saved()
    await eventually(async () => expect(await ben.page.content()).not.toContain(MARKER))
    expect(await (await ask('GET', '/exports/board.json')).text()).not.toContain(MARKER)
    expect(await keptIn(ben.context, ben.page)).not.toContain(MARKER)

    // The whole session, with copies on the device.
    await plantCopies(ben.page, room.id)
    expect((await ask('DELETE', '')).status()).toBe(204)
    await ben.page.getByText('U bent niet meer verbonden').waitFor()
    await eventually(async () => expect(await keptIn(ben.context, ben.page)).not.toContain(MARKER))
    expect(await ben.page.content()).not.toContain(MARKER)
  },
)

scenario(
  '[PD3, F85] who leads is warned, chooses a later day, takes somebody off the board, and erases the session by its name',
  async ({ openWorkshop }) => {
    const soon = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
    const workshop = await openWorkshop({ title: 'Hulp in huis', retentionUntil: soon })
    await writeMarker(workshop)
    const gerda = await workshop.enter({ name: 'Gerda', role: 'facilitator', right: 'facilitator' })
    const { page } = gerda
    await gerda.saved()
    await page.getByText(/Over (9|10|11) dagen wordt deze sessie gewist/).waitFor()
    await page.getByRole('button', { name: /Open ‘Bewaren’/ }).click()
    const later = new Date(Date.now() + 60 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
    await page.getByLabel('Kies een andere dag').fill(later)
    await page.getByRole('button', { name: 'Bewaar tot deze dag' }).click()
    await page.getByText('Deze dag is door een begeleider gekozen').waitFor()
    await expect.poll(() => page.getByText(/Nog \d+ dagen/).count()).toBe(0)

    await page.getByRole('button', { name: /Wissen.*Wilma/ }).click()
    await page.getByText('1 kaartje of tekening gaat weg.').waitFor()
    await page.getByRole('button', { name: 'Wis alles van deze persoon' }).click()
    await gerda.saved()
    await eventually(async () => expect(await page.content()).not.toContain(MARKER))

    if ((await page.getByRole('button', { name: 'Sessie wissen' }).count()) === 0) {
      await page.getByRole('button', { name: /Open ‘Bewaren’/ }).click()
    }
    await page.getByRole('button', { name: 'Sessie wissen' }).click()
    const sure = page.getByRole('button', { name: 'Wis de sessie' })
    await expect.poll(() => sure.getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel(/Typ ter controle/).fill('hulp in HUIS')
    await sure.click()
    await page.getByText('De sessie is gewist').waitFor()
    const gone = await fetch(`${workshop.origin}/api/v1/rooms/${workshop.created.room.id}/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret: workshop.created.links.facilitator }),
    })
    expect(gone.status).toBe(404)
  },
)

scenario('[PD4, F88] nothing is asked of any other host, on this machine and under a name', async ({ server }) => {
  const { port } = new URL(server.origin)
  const browser = await launchChromium(namedHost)
  onTestFinished(() => browser.close())
  for (const origin of [server.origin, `http://samenreis.example:${port}`])
    await walkThrough(server.origin, origin, browser)
})

scenario(
  '[PD4, F88] nothing is asked of any other host over https, where the canvas has no licence',
  async ({ server, skip }) => {
    if (spawnSync('openssl', ['version']).status !== 0) skip(`${LACKING}openssl`)
    const secure = await tlsBefore(Number(new URL(server.origin).port))
    const browser = await launchChromium([...namedHost, '--ignore-certificate-errors'])
    onTestFinished(() => browser.close())
    await walkThrough(server.origin, `https://samenreis.example:${secure}`, browser)
  },
)

/** A name that is not this machine's, at this machine. */
const namedHost = ['--host-resolver-rules=MAP samenreis.example 127.0.0.1']

/** The ways of a session: making one's way in as who leads, takes part and as the big screen, the board, the actions, the start page. */
async function walkThrough(served: string, origin: string, browser: Browser): Promise<void> {
  const made = await Workshop.make(served, browser, { start: 'demo-riet' })
  const workshop = made.movedTo(origin)
  const gerda = await workshop.arrive('Gerda', 'facilitator')
  const anna = await workshop.arrive('Anna', 'participant', 'phone')
  const hall = await workshop.arrive('Zaal', 'screen')
  await anna.page.getByRole('button').first().waitFor()
  await hall.page.locator('main').first().waitFor()
  await gerda.page.getByRole('button').first().waitFor()
  const joined = await gerda.context.request
    .post(`${origin}/api/v1/rooms/${made.created.room.id}/sessions`, {
      data: { secret: made.created.links.facilitator, name: 'Gerda' },
      headers: { origin },
      ignoreHTTPSErrors: true,
    })
    .catch(() => null)
  // The browser alone knows the name; where its helper does not, she comes in by the page.
  if (joined === null) {
    await gerda.page.evaluate(
      async ([id, secret]) => {
        await fetch(`/api/v1/rooms/${id}/sessions`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ secret, name: 'Gerda' }),
        })
      },
      [made.created.room.id, made.created.links.facilitator] as const,
    )
  }
  for (const path of ['', '/acties']) {
    await gerda.page.goto(`${origin}${workshop.boardPath}${path}`)
    await gerda.page.locator('main').first().waitFor()
    await gerda.page.waitForLoadState('networkidle')
  }
  await gerda.page.goto(origin)
  await gerda.page.getByRole('heading', { name: 'Samen op weg' }).waitFor()
  for (const person of [gerda, anna, hall]) expect([...person.hosts]).toEqual([new URL(origin).host])
  await workshop.end()
}

/** Ends TLS before the server, as a reverse proxy does, with a certificate of its own. @returns its port */
async function tlsBefore(port: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'samenreis-tls-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=samenreis.example', '-days', '1', '-keyout', key, '-out', cert]
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject])
  if (made.status !== 0) throw new Error(`No certificate was made: ${made.stderr.toString()}`)
  const proxy: Server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (socket) => {
    const behind = connect(port, '127.0.0.1')
    for (const [one, other] of [
      [socket, behind],
      [behind, socket],
    ] as const) {
      one.on('error', () => other.destroy())
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void proxy.close())
  return (proxy.address() as { port: number }).port
}
