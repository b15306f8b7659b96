import type { Extraction } from '@samenreis/model/actions/improvementAction'
import { expect } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { scenario } from './scenario.ts'
import type { Person, Workshop } from './Workshop.ts'

const gerda = { name: 'Gerda', role: 'facilitator', right: 'facilitator' } as const

async function actionOf(workshop: Workshop, person: Person, title: string) {
  const address = `${workshop.origin}/api/v1/rooms/${workshop.created.room.id}/actions`
  const { actions } = (await (await person.context.request.get(address)).json()) as Extraction
  return actions.find((action) => action.title === title)
}

scenario(
  'an idea on the matrix keeps its links, and its place says effort and impact to everybody',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop({ start: 'demo-riet' })
    const facilitator = await workshop.enter(gerda)
    const onBoard = await workshop.enter({ name: 'Anna', role: 'professional' })
    await facilitator.saved()
    await onBoard.saved()
    const title = 'Bel na drie maanden: hoe gaat het met u?'
    const before = await actionOf(workshop, facilitator, title)
    await facilitator.page.getByRole('button', { name: /Alles in beeld/ }).click()
    const matrix = await facilitator.board.cards('matrix').first().boundingBox()
    const card = facilitator.board.card('idea', title).first()
    const box = await card.boundingBox()
    if (matrix === null || box === null) throw new Error('not in view')
    // The middle of the cell of effort 1, impact 5.
    const to = { x: matrix.x + matrix.width * 0.1, y: matrix.y + matrix.height * 0.1 }
    await facilitator.board.drag(card, to.x - (box.x + box.width / 2), to.y - (box.y + box.height / 2))
    await facilitator.saved()
    await eventually(async () => {
      const after = await actionOf(workshop, facilitator, title)
      expect(after).toMatchObject({ effort: 1, impact: 5, quadrant: 'quick_win' })
      expect(after?.touchpoints.map(({ id }) => id)).toEqual(before?.touchpoints.map(({ id }) => id))
      expect(after?.phases.map(({ id }) => id)).toEqual(before?.phases.map(({ id }) => id))
      expect(after?.warnings.map(({ code }) => code)).not.toContain('MATRIX_OVER_FIELD')
    })
    // The dots of the closed round stand on the card, also at who only takes part.
    await onBoard.board.card('idea', '5 stippen, waarvan 2 van inwoners').first().waitFor({ state: 'attached' })
    await facilitator.page.keyboard.press('Control+z')
    await facilitator.saved()
    await eventually(async () => {
      expect(await actionOf(workshop, facilitator, title)).toMatchObject({ effort: 2, impact: 4 })
    })
  },
)

scenario(
  'two ideas that are one are compared, merged by the facilitator, and taken apart',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop()
    const facilitator = await workshop.enter(gerda)
    const anna = await workshop.enter({ name: 'Anna', role: 'professional' })
    await facilitator.saved()
    await anna.saved()
    await anna.board.put('Idee', 500, 300)
    await anna.board.type('Bel de inwoner binnen twee dagen terug')
    await anna.board.done()
    await anna.board.put('Idee', 900, 300)
    await anna.board.type('Bel de inwoners binnen twee dagen terug')
    await anna.board.done()
    const { page } = facilitator
    await page.getByText('lijkt op een ander').first().waitFor()
    expect(await anna.page.getByText('lijkt op een ander').count()).toBe(0)
    await facilitator.board.choose(facilitator.board.card('idea', 'de inwoner binnen').first())
    await page.getByRole('button', { name: 'Vergelijk' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Zijn ze hetzelfde?').waitFor()
    await dialog.getByText('Dit idee gaat erin op').click()
    await dialog.getByRole('button', { name: 'Voeg samen' }).click()
    await page.getByText('Er is niets weg').waitFor()
    await eventually(async () => {
      const merged = await actionOf(workshop, facilitator, 'Bel de inwoners binnen twee dagen terug')
      expect(merged?.mergedFrom).toHaveLength(1)
    })
    await anna.board.card('idea', 'amengevoegd').first().waitFor()
    await page.getByRole('button', { name: 'Haal weer uit elkaar' }).click()
    await eventually(async () => {
      const apart = await actionOf(workshop, facilitator, 'Bel de inwoners binnen twee dagen terug')
      expect(apart?.mergedFrom).toEqual([])
    })
  },
)
