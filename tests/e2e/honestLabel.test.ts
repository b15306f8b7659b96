import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { gate } from '../support/faultyServer.ts'
import { openFaultyWorkshop } from './label/FaultyWorkshop.ts'
import { liveTexts, readAloud } from './label/accessibilityTree.ts'
import { HastyDocuments } from './label/HastyDocuments.ts'
import { LabelWatch } from './label/LabelWatch.ts'
import { scenario } from './scenario.ts'
import type { Person } from './Workshop.ts'

const anna = { name: 'Anna', role: 'professional' } as const
/** How long an append takes where it takes long. */
const APPEND_MS = 300
/** How much later things arrive on a slow line: DURABLE of an edit comes while later ones are not stored. */
const LATE_MS = 400
/** Between the keys of somebody who types on. */
const KEY_MS = 60

async function says(person: Person, state: string): Promise<void> {
  await person.page.locator(`.save-state[data-state="${state}"]`).waitFor()
}

/** Opens a new step to type in, and resolves when that is stored. */
async function openField(person: Person): Promise<void> {
  await person.saved()
  await person.board.put('Stap', 500, 300)
  await person.board.field().waitFor()
  await person.saved()
}

scenario(
  '[BV3, F90] "saved" never stands while an edit is not stored: slow and failing storage, a line that is late, frozen one way or cut',
  async ({ browser }) => {
    const { workshop, proxy, documents, witness } = await openFaultyWorkshop(browser)
    const person = await workshop.enter(anna)
    const watch = await LabelWatch.on(person.page)
    await openField(person)
    // All of it goes in one field, whose length is limited.
    await person.board.type('Een ')
    await person.saved()

    const { wait, open } = gate()
    documents.before = (operation) => (operation === 'append' ? wait() : Promise.resolve())
    await person.board.type('vast ')
    await says(person, 'slow')
    await person.board.type('nog ')
    open()
    await person.saved()

    documents.before = async (operation) => {
      if (operation === 'append') await pause(APPEND_MS)
    }
    for (const way of ['toClient', 'toServer'] as const) {
      proxy.set({ delayMs: LATE_MS }, way)
      await person.page.keyboard.type('langzaam ', { delay: KEY_MS })
      await person.saved()
      await person.board.type('weer ')
      await person.saved()
      proxy.set({ delayMs: 0 }, way)
    }
    documents.before = () => Promise.resolve()

    proxy.freeze('toServer')
    await person.board.type('heen ')
    await says(person, 'slow')
    proxy.thaw()
    await person.saved()

    proxy.freeze('toClient')
    await person.board.type('terug ')
    await says(person, 'slow')
    documents.failing.add('append')
    await person.board.type('stuk ')
    proxy.thaw()
    await says(person, 'failing')
    await person.board.type('ook ')
    documents.failing.clear()
    await person.saved()

    documents.loseNextAnswer = true
    await person.board.type('kwijt ')
    await person.saved()

    documents.before = async (operation) => {
      if (operation === 'append') await pause(APPEND_MS)
    }
    await person.board.type('los ')
    proxy.reset()
    await person.board.type('klaar')
    await person.saved()

    expect(await watch.lies(witness)).toEqual([])
    expect(await watch.waited(witness, APPEND_MS)).toBeGreaterThan(30)
    const { words, edits } = await watch.read()
    expect(Number.isFinite(witness.holdsSince(edits.at(-1)?.it ?? '-'))).toBe(true)
    expect(words.filter(({ it }) => it === 'Bewaard').length).toBeGreaterThanOrEqual(10)
    person.complaints.length = 0
  },
)

scenario('[F90] the comparison sees a server that says "stored" too early', async ({ browser }) => {
  const hasty: HastyDocuments[] = []
  const { workshop, witness } = await openFaultyWorkshop(browser, (store) => {
    hasty.push(new HastyDocuments(store, 4 * APPEND_MS))
    return hasty[0] ?? store
  })
  const person = await workshop.enter(anna)
  const watch = await LabelWatch.on(person.page)
  await openField(person)
  await person.board.type('Te vroeg')
  await person.saved()
  await eventually(() => expect(Number.isFinite(witness.holdsSince('Te vroeg'))).toBe(true))
  await hasty[0]?.settled()
  expect(await watch.lies(witness)).not.toEqual([])
})

const notSaved = 'Let op: uw werk is nog niet bewaard.'
const offline = 'U bent even los. Ga gerust door.'
const savedAgain = 'U bent er weer bij. Alles is bewaard.'

scenario(
  '[BV4, F96] in the accessibility tree each state is a word, and the live region speaks of changes to not saved, offline and saved again only',
  async ({ browser }) => {
    const { workshop, proxy, documents } = await openFaultyWorkshop(browser)
    const person = await workshop.enter(anna)
    const watch = await LabelWatch.on(person.page)
    const tells = async (word: string, ...live: readonly string[]): Promise<void> => {
      await eventually(async () => {
        const tree = await readAloud(person.page)
        expect(tree.words).toContain(word)
        expect(liveTexts(tree)).toEqual(live)
      })
    }
    await openField(person)
    await person.board.type('Een ')
    await person.saved()
    await tells('Bewaard')

    const { wait, open } = gate()
    documents.before = (operation) => (operation === 'append' ? wait() : Promise.resolve())
    await person.board.type('vast ')
    await tells('Bewaren …')
    await says(person, 'slow')
    await tells('Bewaren duurt lang', notSaved)
    open()
    await person.saved()
    await tells('Bewaard', savedAgain)
    await person.board.type('weer ')
    await person.saved()
    await tells('Bewaard', savedAgain)

    proxy.accepts = false
    proxy.reset()
    await says(person, 'offline')
    await tells('U bent even los', offline)
    await person.board.type('los ')
    await tells('U bent even los', offline)
    proxy.accepts = true
    await person.saved()
    await tells('Bewaard', savedAgain)

    documents.failing.add('append')
    await person.board.type('stuk ')
    await says(person, 'failing')
    await tells('Niet bewaard', notSaved)
    documents.failing.clear()
    await person.saved()
    await tells('Bewaard', savedAgain)

    const { words, spoken } = await watch.read()
    expect(spoken).toEqual([notSaved, savedAgain, offline, savedAgain, notSaved, savedAgain])
    // Far more changed on screen than was said.
    expect(words.length).toBeGreaterThan(2 * spoken.length)
    person.complaints.length = 0
  },
)
