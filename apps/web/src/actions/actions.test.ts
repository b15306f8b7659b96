import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import { readDeadline } from '@samenreis/model/actions/deadline'
import { extractActions } from '@samenreis/model/actions/extractActions'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { ShapeId, type RecordId } from '@samenreis/model/ids/recordId'
import { newShape } from '@samenreis/model/interchange/newShape'
import { shapeKinds, type BoardRecord } from '@samenreis/model/records/recordKinds'
import { ExtractionAnswer } from '../api/extraction.ts'
import { lacksOf, sortActions } from './actionLists.ts'
import { deadlineButtons, deadlineDay, writtenDay } from './deadlineDays.ts'
import { Labels } from './Labels.ts'
import { newOrganisation } from './newOrganisation.ts'
import { participantNamed, possibleOwners } from './owners.ts'
import { MAX_WAIT_MS, QUIET_MS, Quietly } from './Quietly.ts'

const shapeId = (id: string): ShapeId => ShapeId.parse(`shape:${id}`)
const agreed = { status: 'agreed', owner: 'Teamleider', organisationId: shapeId('org'), deadline: '1 mei 2026' }

const page: BoardRecord = { id: FIRST_PAGE_ID, type: 'page', name: '', index: 'a1', meta: {} }
const board = (...shapes: BoardRecord[]): ReadonlyMap<RecordId, BoardRecord> =>
  new Map([page, ...shapes].map((each) => [each.id, each]))

const ideas = board(
  newShape('actor', shapeId('org'), { name: 'Wmo-loket', geometry: [500, 300, 0, 200, 88] }),
  newShape('idea', shapeId('a'), { title: 'Bel terug' }),
  newShape('idea', shapeId('b'), { title: 'Eén brief', ...agreed }),
  newShape('idea', shapeId('c'), { title: 'Geen balie meer', status: 'dropped' }),
)

const extraction = extractActions({
  roomId: 'r',
  boardVersion: 1,
  extractedAt: '2026-03-12T10:00:00Z',
  sessionDate: '2026-03-12',
  records: ideas,
  attendees: [],
  rounds: [],
  votes: [],
  exported: [],
})
const titles = (actions: readonly ImprovementAction[]): string[] => actions.map((each) => each.title)

describe('the list', () => {
  test('[UI8] complete ones, open ones and those that will not be done stand apart', () => {
    const { ready, open, notDoing } = sortActions(extraction, null)
    expect([titles(ready), titles(open), titles(notDoing)]).toEqual([['Eén brief'], ['Bel terug'], ['Geen balie meer']])
  })

  test('[UI8] an action that is being filled in stays in its group', () => {
    const [action] = sortActions(extraction, null).ready
    expect(action).toBeDefined()
    if (action === undefined) return
    const { ready, open } = sortActions(extraction, { id: action.id, group: 'open' })
    expect(ready).toEqual([])
    expect(titles(open)).toContain('Eén brief')
  })

  test('[UI8] a proposal lacks an agreement beside its fields', () => {
    const [open] = sortActions(extraction, null).open
    expect(open === undefined ? [] : lacksOf(open)).toEqual([
      'owner',
      'organisation',
      'deadline',
      'painPoint',
      'effortImpact',
      'agreement',
    ])
  })

  test("[UI6] the model's extraction holds to what the list accepts", () => {
    expect(ExtractionAnswer.parse(JSON.parse(JSON.stringify(extraction)))).toEqual(extraction)
  })

  test('[UI4] what a warning is about is named by its words', () => {
    const labels = new Labels(ideas, extraction, [])
    expect(labels.listed(['shape:org', 'act:a', 'shape:gone'], 'weg')).toBe('Wmo-loket, Bel terug, weg')
  })
})

describe('dates', () => {
  test.each(deadlineButtons)('[UI9] the day that the button %s writes is read back as that day', (button) => {
    for (const from of ['2026-01-31', '2026-06-21', '2026-11-30', '2026-12-31', '2028-02-29']) {
      const day = deadlineDay(button, from)
      expect(day > from, from).toBe(true)
      for (const language of ['nl', 'en'] as const)
        expect(readDeadline(writtenDay(day, language), from).deadline?.date, from).toBe(day)
    }
  })

  test('[UI9] months end where they end', () => {
    expect(deadlineDay('nextMonth', '2026-01-31')).toBe('2026-02-28')
    expect(deadlineDay('threeMonths', '2026-11-30')).toBe('2027-02-28')
    expect(deadlineDay('yearEnd', '2026-12-31')).toBe('2027-12-31')
  })
})

describe('owners', () => {
  const person = (id: string, name: string, role: 'client' | 'professional' | 'screen') =>
    ({ id, name, role, avatar: 'cat', connected: true }) as never

  test('[UI10] staff are offered before residents, screens never', () => {
    const roster = [person('1', 'Riet', 'client'), person('2', 'Anna', 'professional'), person('3', 'Zaal', 'screen')]
    expect(possibleOwners(roster).map((each) => each.name)).toEqual(['Anna', 'Riet'])
  })

  test('[UI10] a typed name is somebody only when it is exactly one of them', () => {
    const roster = [person('1', 'Riet', 'client'), person('2', 'Anna', 'professional'), person('3', 'anna', 'client')]
    expect(participantNamed(roster, ' riet ')?.name).toBe('Riet')
    expect(participantNamed(roster, 'Anna')).toBeNull()
    expect(participantNamed(roster, '')).toBeNull()
  })
})

describe('a new organisation', () => {
  test('[UI11] comes under the lowest one, on top of its siblings', () => {
    const made = newOrganisation(ideas, shapeId('new'), 'Bibliotheek')
    expect(shapeKinds.actor.schema.safeParse(made).success).toBe(true)
    expect(made).toMatchObject({ name: 'Bibliotheek', parentId: FIRST_PAGE_ID, geometry: [500, 412, 0, 200, 88] })
    const others = [...ideas.values()].flatMap((each) => (typeof each['index'] === 'string' ? [each['index']] : []))
    expect(others.every((index) => index < made.index)).toBe(true)
  })

  test('[UI11] lies right of everything on a board without organisations', () => {
    const made = newOrganisation(board(newShape('idea', shapeId('a'), { title: 'x' })), shapeId('new'), 'Bieb')
    expect(made.geometry).toEqual([224, 0, 0, 200, 88])
  })
})

describe('reading again', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  test('[UI12] waits for a quiet moment, and reads once', () => {
    const act = vi.fn()
    const quietly = new Quietly(act)
    quietly.soon()
    vi.advanceTimersByTime(QUIET_MS - 1)
    quietly.soon()
    vi.advanceTimersByTime(QUIET_MS - 1)
    expect(act).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(act).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(10 * MAX_WAIT_MS)
    expect(act).toHaveBeenCalledTimes(1)
  })

  test('[UI12] is not put off for ever while people go on', () => {
    const act = vi.fn()
    const quietly = new Quietly(act)
    for (let passed = 0; passed < MAX_WAIT_MS; passed += QUIET_MS / 2) {
      quietly.soon()
      vi.advanceTimersByTime(QUIET_MS / 2)
    }
    expect(act).toHaveBeenCalledTimes(1)
  })

  test('[UI12] what was stopped reads nothing', () => {
    const act = vi.fn()
    const quietly = new Quietly(act)
    quietly.soon()
    quietly.stop()
    vi.advanceTimersByTime(10 * MAX_WAIT_MS)
    expect(act).not.toHaveBeenCalled()
  })
})
