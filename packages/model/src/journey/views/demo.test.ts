import { describe, expect, test } from 'vitest'
import { shapeIdOf } from '../../interchange/demoRecords.ts'
import { boardOfRiet, boardOfRietOnPaper, boardOfYonas, demoIds } from '../../testing/demoBoards.ts'
import { named } from '../../testing/plainBoard.ts'
import { blindSpots } from './blindSpots.ts'
import { burden, type Burden, burdenChange } from './burden.ts'
import { chainTable } from './chainTable.ts'
import { channelView } from './channelView.ts'
import { compareJourneys } from './compareJourneys.ts'
import { curveSummary } from './curveSummary.ts'
import { DerivedViews } from './DerivedViews.ts'
import { evidenceMeter, type EvidenceMeter } from './evidenceMeter.ts'
import { handovers } from './handovers.ts'
import { journeyList } from './journeyList.ts'
import { layerMeter } from './layerMeter.ts'
import { needsAndIdeas } from './needsAndIdeas.ts'
import { paperAgainstPractice } from './paperAgainstPractice.ts'
import { policyTable } from './policyTable.ts'
import { stepsWithoutNeed } from './stepsWithoutNeed.ts'

const rounded = (mean: number | null) => mean?.toFixed(2) ?? null
const counts = ({ waiting, ...counted }: Burden) => ({
  ...Object.fromEntries(Object.entries(counted).map(([measure, { count }]) => [measure, count])),
  waiting: waiting.days,
})
const shares = ({ total, bases }: Pick<EvidenceMeter, 'total' | 'bases'>) => [total, ...bases.map(({ count }) => count)]

// Her lived journey tells the same whether it lies on the board alone or below the one on paper.
describe.each([
  ['alone', boardOfRiet()],
  ['below the journey on paper', boardOfRietOnPaper()],
])('the lived journey of Riet, %s', (_name, board) => {
  const views = new DerivedViews(board)
  const riet = shapeIdOf('j-riet')

  test('[JV102] felt as the values of the demo say', () => {
    const { client, curves } = views.read(curveSummary, riet)
    expect(rounded(client.mean)).toBe('-0.38')
    expect([client.negative, client.neutral, client.positive]).toEqual([9, 2, 5])
    expect(client.lowest).toEqual({ face: -2, stepIds: demoIds('t07 t12 t13 t15') })
    expect(client.highest).toEqual({ face: 2, stepIds: demoIds('t09 t16') })
    expect(client.phases.map(({ mean }) => rounded(mean))).toEqual(['-0.25', '-0.67', '0.00', '-1.00', '-0.25'])
    expect(curves.map(({ voice }) => voice)).toEqual(['client', 'professional'])
  })

  test('[JV104] has 4 hand-overs', () => {
    const passed = views.read(handovers, riet)
    expect(passed.map(({ fromStepId, toStepId }) => named([fromStepId, toStepId]))).toEqual([
      't02 t03',
      't05 t06',
      't11 t12',
      't12 t13',
    ])
    expect(passed.map(({ fromActorIds, toActorIds }) => `${named(fromActorIds)} > ${named(toActorIds)}`)).toEqual([
      'a-net > a-kcc',
      'a-kcc > a-wmo',
      'a-wmo > a-cak',
      'a-cak > a-zorg',
    ])
  })

  test('[JV105] has 7 steps that the organisation does not see', () => {
    const { stepIds, steps, waiting } = views.read(blindSpots, riet)
    expect(named(stepIds)).toBe('t01 t02 t04 t08 t12 t13 t15')
    expect([steps, waiting.days]).toEqual([16, 73])
  })

  test('[JV106] costs 16 steps, 102 days, 4 letters, and the story told again 4 times', () => {
    const told = views.read(burden, riet)
    expect(counts(told)).toEqual({
      steps: 16,
      letters: 4,
      forms: 2,
      waiting: 102,
      toldAgain: 4,
      newContacts: 4,
      handovers: 4,
    })
    expect(named(told.toldAgain.stepIds)).toBe('t06 t09 t13 t15')
    expect(named(told.waiting.stepIds)).toBe('t06 t07 t08 t10 t11 t13')
  })

  test('[JV103] passes five organisations, in the order in which she meets them', () => {
    const { rows, withoutActor } = views.read(chainTable, riet)
    const told = rows.map(({ actorId, stepIds, meanFace, painPointIds, waitDays, handoversIn, handoversOut }) =>
      [
        named([actorId]),
        stepIds.length,
        rounded(meanFace),
        named([...painPointIds].sort()),
        waitDays,
        handoversIn,
        handoversOut,
      ].join(' · '),
    )
    expect(told).toEqual([
      'a-net · 2 · 1.50 ·  · 0 · 0 · 1',
      'a-kcc · 3 · -0.67 · pp1 pp4 · 0 · 1 · 1',
      'a-wmo · 7 · 0.14 · pp2 pp3 pp4 pp5 pp6 · 53 · 1 · 1',
      'a-cak · 1 · -2.00 · pp6 · 0 · 1 · 1',
      'a-zorg · 4 · -0.25 · pp3 pp4 pp7 · 49 · 1 · 0',
    ])
    expect(named(withoutActor)).toBe('t01')
  })

  test('[JV108] uses five channels that she does not want; whom she knows herself is none of them', () => {
    const { unwanted, phases } = views.read(channelView, riet)
    expect(unwanted.map(({ stepId, channel, wanted }) => `${named([stepId])} ${channel} > ${wanted.join()}`)).toEqual([
      't04 website > local_paper',
      't07 letter > phone',
      't10 letter > kitchen_table',
      't11 letter > phone',
      't12 letter > phone',
    ])
    expect(phases.map(({ used }) => used.map(({ channel }) => channel).join(' '))).toEqual([
      'via_network local_paper website',
      'phone letter',
      'kitchen_table letter',
      'letter',
      'phone home_visit',
    ])
  })

  test('[JV111] rests on 35 lived statements of 38', () => {
    const { kinds, ...all } = views.read(evidenceMeter, riet)
    expect(shares(all)).toEqual([38, 35, 0, 2, 0, 1])
    expect(kinds.map(({ kind, ...of }) => [kind, ...shares(of)])).toEqual([
      ['persona', 1, 1, 0, 0, 0, 0],
      ['touchpoint', 16, 16, 0, 0, 0, 0],
      ['pain-point', 7, 6, 0, 1, 0, 0],
      ['quote', 8, 7, 0, 0, 0, 1],
      ['need', 4, 4, 0, 0, 0, 0],
      ['good_practice', 2, 1, 0, 1, 0, 0],
    ])
  })

  test('[JV110] has consequences in five layers of eleven, one of them an action', () => {
    const { layers, untouched, total, promoted } = views.read(layerMeter)
    expect(layers).toHaveLength(11)
    expect(
      layers.filter(({ cardIds }) => cardIds.length > 0).map(({ layer, cardIds }) => `${layer} ${named(cardIds)}`),
    ).toEqual(['technology k3', 'content k1', 'measurement k4', 'agreements k2', 'policy k5'])
    expect(untouched).toEqual(['functional', 'organisation', 'maintenance', 'steering', 'process', 'communication'])
    expect([total, promoted]).toEqual([5, 1])
  })

  test('[JV107] answers every need, and has four ideas that answer none', () => {
    const { needsWithoutIdea, ideasWithoutNeed, needs, ideas } = views.read(needsAndIdeas)
    expect([needs, ideas]).toEqual([4, 8])
    expect(needsWithoutIdea).toEqual([])
    expect(named([...ideasWithoutNeed].sort())).toBe('i4 i5 i7 i8')
  })

  test('[JV114] has ten steps for which nobody said whom they are for', () => {
    expect(named(views.read(stepsWithoutNeed, riet).stepIds)).toBe('t01 t02 t03 t04 t05 t10 t11 t12 t14 t16')
  })
})

describe('the journey of Yonas', () => {
  const views = new DerivedViews(boardOfYonas())
  const yonas = shapeIdOf('j-yonas')

  test('[JV102] felt a little better than neutral', () => {
    const { client } = views.read(curveSummary, yonas)
    expect(rounded(client.mean)).toBe('0.06')
    expect([client.negative, client.neutral, client.positive]).toEqual([7, 2, 9])
    expect(named(client.lowest?.stepIds ?? [])).toBe('u07 u08 u15 u17')
    expect(named(client.highest?.stepIds ?? [])).toBe('u11 u14 u18')
    expect(client.phases.map(({ mean }) => rounded(mean))).toEqual(['0.00', '-0.25', '0.17', '0.00', '0.33'])
  })

  test('[JV103, JV104, JV105, JV106] has 13 hand-overs, 164 days, 3 unseen steps', () => {
    expect(counts(views.read(burden, yonas))).toEqual({
      steps: 18,
      letters: 4,
      forms: 1,
      waiting: 164,
      toldAgain: 4,
      newContacts: 4,
      handovers: 13,
    })
    expect(named(views.read(blindSpots, yonas).stepIds)).toBe('u02 u07 u08')
    const { rows } = views.read(chainTable, yonas)
    expect(named(rows.map(({ actorId }) => actorId))).toBe(
      'b-coa b-net b-woon b-welk b-burg b-ink b-toes b-duo b-inb b-taal b-werk',
    )
    expect(rows.find(({ actorId }) => actorId === shapeIdOf('b-ink'))).toMatchObject({
      waitDays: 44,
      handoversIn: 4,
      handoversOut: 4,
      meanFace: -8 / 6,
    })
  })

  test('[JV109] has one rule, which clashes with him; nobody looked at it for the baker', () => {
    const { personaIds, rows } = views.read(policyTable)
    expect(named(personaIds)).toBe('per-yonas per-bakker')
    expect(rows.map(({ cells }) => cells.map(({ verdicts }) => verdicts.map(({ verdict }) => verdict)))).toEqual([
      [['clashes'], []],
    ])
  })

  test('[JV111] leans on one figure and one assumption', () => {
    expect(shares(views.read(evidenceMeter))).toEqual([42, 38, 1, 2, 0, 1])
    // The baker is a persona of the board, not of his journey.
    expect(shares(views.read(evidenceMeter, yonas))).toEqual([41, 38, 1, 1, 0, 1])
  })
})

describe('the journey of Riet on paper against her lived one', () => {
  const views = new DerivedViews(boardOfRietOnPaper())
  const [paper, lived] = [shapeIdOf('j-papier'), shapeIdOf('j-riet')]

  test('[JV115] stand in one list, each to be read beside the other', () => {
    expect(views.read(journeyList)).toEqual([
      { id: paper, kind: 'shadow', steps: 16, comparesWith: [lived] },
      { id: lived, kind: 'joint', steps: 16, comparesWith: [paper] },
    ])
  })

  test('[JV112] five steps are missing, five were added, two came later', () => {
    const told = views.read(paperAgainstPractice, paper, lived)
    expect(told.matches).toHaveLength(11)
    expect(named(told.missing)).toBe('p05 p07 p09 p15 p16')
    expect(named(told.added)).toBe('t01 t02 t08 t12 t16')
    expect(told.otherOrder.map(({ paperStepId, moved }) => `${named([paperStepId])} ${moved}`)).toEqual([
      'p01 later',
      'p11 later',
    ])
    expect([told.paperDays, told.livedDays]).toEqual([63, 102])
  })

  test('[JV112] waiting that has a step of its own counts for the match after it', () => {
    const { otherWaiting } = views.read(paperAgainstPractice, paper, lived)
    const told = otherWaiting.map(
      ({ paperStepId, paper: onPaper, lived: inPractice, difference }) =>
        `${named([paperStepId])} ${onPaper?.days ?? '?'} > ${inPractice?.days ?? '?'} = ${difference}`,
    )
    expect(told).toEqual([
      'p04 0 > 2 = 2',
      'p06 2 > 5 = 3',
      'p08 21 > 24 = 3',
      'p10 19 > 9 = -10',
      'p11 3 > 49 = 46',
      'p12 11 > 13 = 2',
      'p13 7 > ? = -7',
    ])
  })

  test('[JV113, JV106] differ phase by phase, and in what they cost', () => {
    const { phases, first, second } = views.read(compareJourneys, paper, lived)
    expect(
      phases.map(
        ({ key, first: a, second: b }) => `${key} ${a.stepIds.length}/${b.stepIds.length} ${a.waitDays}/${b.waitDays}`,
      ),
    ).toEqual([
      'awareness_orientation 2/4 0/0',
      'first_contact 4/3 2/7',
      'action_interaction 5/3 43/33',
      'feedback 1/2 11/13',
      'completion 4/4 7/49',
    ])
    expect([first.meanFace, rounded(second.meanFace), first.letters, second.letters]).toEqual([null, '-0.38', 4, 4])
    expect(views.read(burdenChange, paper, lived).change).toEqual({
      steps: 0,
      letters: 0,
      forms: 2,
      waiting: 39,
      toldAgain: 4,
      newContacts: 4,
      handovers: 2,
    })
  })
})
