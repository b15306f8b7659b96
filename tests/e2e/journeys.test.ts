import type { BoardFile } from '@samenreis/model/interchange/boardFileSchema'
import type { ShapeOf } from '@samenreis/model/records/recordKinds'
import { expect } from 'vitest'
import { scenario } from './scenario.ts'
import type { Person, Workshop } from './Workshop.ts'

const gerda = { name: 'Gerda', role: 'facilitator', right: 'facilitator' } as const
const anna = { name: 'Anna', role: 'professional' } as const
const riet = { start: 'demo-riet', title: 'Hulp in huis: de reis van Riet', question: 'Hoe kan het beter?' } as const
const LIVED = 'het lukt niet meer'
const PAPER = 'Zo staat het op papier'

type Kind = 'journey' | 'phase' | 'touchpoint' | 'card' | 'idea'

/** What stands on the server, of one kind. */
async function stored<Type extends Kind>(workshop: Workshop, person: Person, type: Type): Promise<ShapeOf<Type>[]> {
  await person.saved()
  const address = `${workshop.origin}/api/v1/rooms/${workshop.created.room.id}/exports/board.json`
  const file = (await (await person.context.request.get(address)).json()) as BoardFile
  return file.records.filter((record): record is ShapeOf<Type> => (record as { type?: unknown }).type === type)
}

const lane = (person: Person, name: string) => person.page.locator('.lane-item').filter({ hasText: name })
const quotesOf = (cards: ShapeOf<'card'>[]) => cards.filter(({ kind }) => kind === 'quote')

scenario(
  'a lane that is hidden keeps its cards, for everybody, and shows them as they were',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop(riet)
    const facilitator = await workshop.enter(gerda)
    const other = await workshop.enter(anna)
    const before = quotesOf(await stored(workshop, facilitator, 'card'))
    expect(before.length).toBeGreaterThan(3)
    await facilitator.board.chooseJourney(LIVED)
    await facilitator.page.getByRole('button', { name: /banen op de kaart/ }).click()
    await lane(facilitator, 'Uitspraken').locator('.switch').click()
    await lane(facilitator, 'Uitspraken').getByText('verborgen').waitFor()
    await other.page.keyboard.press('Shift+1')
    await other.page.locator('.journey-strip').filter({ hasText: 'Uitspraken' }).waitFor()
    const words = before[0]?.text.slice(0, 20) ?? ''
    await expect.poll(() => other.board.card('card', words).count()).toBe(0)
    // Nothing is lost, and each is where its lane is.
    const folded = quotesOf(await stored(workshop, facilitator, 'card'))
    expect(folded.map(({ id, parentId, text }) => [id, parentId, text])).toEqual(
      before.map(({ id, parentId, text }) => [id, parentId, text]),
    )

    await lane(facilitator, 'Uitspraken').locator('.switch').click()
    await other.board.card('card', words).waitFor({ state: 'attached' })
    expect(quotesOf(await stored(workshop, facilitator, 'card')).map(({ geometry }) => geometry)).toEqual(
      before.map(({ geometry }) => geometry),
    )

    const ideas = await stored(workshop, facilitator, 'idea')
    await lane(facilitator, 'Uitspraken').getByRole('button', { name: 'Uitspraken verplaatsen of hoger maken' }).click()
    await lane(facilitator, 'Uitspraken').getByRole('button', { name: 'Omhoog' }).click()
    const moved = quotesOf(await stored(workshop, facilitator, 'card'))
    const byId = new Map(before.map((card) => [card.id, card]))
    const rises = new Set(moved.map(({ id, geometry }) => (byId.get(id)?.geometry[1] ?? 0) - geometry[1]))
    expect([...rises].every((by) => by > 0) && rises.size === 1).toBe(true)
    expect((await stored(workshop, facilitator, 'idea')).map(({ geometry }) => geometry)).toEqual(
      ideas.map(({ geometry }) => geometry),
    )
  },
)

scenario('a locked journey holds against a participant, and who leads unlocks it', async ({ openWorkshop }) => {
  const workshop = await openWorkshop(riet)
  const facilitator = await workshop.enter(gerda)
  const participant = await workshop.enter(anna)
  await facilitator.saved()
  await participant.saved()
  const journeys = await stored(workshop, facilitator, 'journey')
  const paper = journeys.find(({ kind }) => kind === 'shadow')
  if (paper?.locked === false) {
    await facilitator.board.chooseJourney(PAPER)
    await facilitator.page.getByRole('button', { name: /^Vast: / }).click()
  }
  await participant.page.keyboard.press('Shift+1')
  await participant.page.locator('.journey-title__locked').first().waitFor()
  const steps = await stored(workshop, facilitator, 'touchpoint')
  const step = steps.find(({ parentId }) => parentId === paper?.id)
  const card = participant.board.card('touchpoint', step?.title ?? '').first()
  await participant.board.drag(card, 60, 90)
  await participant.page.getByText('Alleen de begeleider kan de reis veranderen.').first().waitFor()
  await participant.board.choose(card)
  await participant.page.locator('.panel .locked-note').waitFor()
  await participant.page.keyboard.press('Delete')
  await participant.page.keyboard.press('ArrowRight')
  expect(await participant.page.locator('.panel').getByRole('button', { name: 'Weghalen' }).count()).toBe(0)
  await participant.saved()
  expect(await stored(workshop, facilitator, 'touchpoint')).toEqual(steps)

  await facilitator.board.chooseJourney(PAPER)
  await facilitator.page.getByRole('button', { name: /^Los: / }).click()
  await participant.page.locator('.panel .locked-note').waitFor({ state: 'detached' })
})

scenario(
  'the best journey is made of the lived one, each step knowing its twin, and one undo takes it away',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop(riet)
    const facilitator = await workshop.enter(gerda)
    const journeys = await stored(workshop, facilitator, 'journey')
    const steps = await stored(workshop, facilitator, 'touchpoint')
    const lived = journeys.find(({ title }) => title.includes(LIVED))
    await facilitator.board.chooseJourney(LIVED)
    await facilitator.page.getByRole('button', { name: 'Maak hiervan een nieuwe reis' }).click()
    await facilitator.page.getByRole('button', { name: 'Maak hiervan: De beste reis' }).click()
    await facilitator.page.getByText('De nieuwe reis staat eronder').waitFor()
    const best = (await stored(workshop, facilitator, 'journey')).find(({ kind }) => kind === 'ideal')
    expect(best?.comparesWith).toEqual([lived?.id])
    const after = await stored(workshop, facilitator, 'touchpoint')
    const twins = after.filter(({ parentId }) => parentId === best?.id)
    const sources = steps.filter(({ parentId }) => parentId === lived?.id)
    expect(new Set(twins.map(({ sameAs }) => sameAs))).toEqual(new Set(sources.map(({ id }) => id)))
    expect(twins).toHaveLength(sources.length)
    expect(new Set(twins.map(({ basis }) => basis))).toEqual(new Set(['assumption']))
    await facilitator.board.done()
    await facilitator.page.keyboard.press('Control+z')
    await expect.poll(async () => (await stored(workshop, facilitator, 'journey')).length).toBe(journeys.length)
  },
)

scenario('journeys under each other have the phases of one key at one place', async ({ openWorkshop }) => {
  const workshop = await openWorkshop(riet)
  const facilitator = await workshop.enter(gerda)
  await facilitator.saved()
  await facilitator.board.chooseJourney(LIVED)
  await facilitator.page.getByRole('button', { name: 'Zet reizen onder elkaar' }).click()
  await facilitator.page.getByRole('button', { name: 'Zet onder elkaar' }).click()
  await facilitator.page.getByText('staan onder elkaar').waitFor()
  const journeys = await stored(workshop, facilitator, 'journey')
  expect(journeys.length).toBeGreaterThan(1)
  expect(new Set(journeys.map(({ geometry }) => `${geometry[0]} ${geometry[3]}`)).size).toBe(1)
  const places = new Map<string, Set<string>>()
  for (const { key, geometry } of await stored(workshop, facilitator, 'phase')) {
    if (key !== 'custom') places.set(key, new Set([...(places.get(key) ?? []), `${geometry[0]} ${geometry[3]}`]))
  }
  for (const [key, each] of places) expect(each.size, key).toBe(1)
})
