import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import { contentOfDemo } from '@samenreis/model/interchange/demoContent'
import { shippedDemo } from '@samenreis/model/interchange/shippedDemos'
import { burden } from '@samenreis/model/journey/views/burden'
import { gapView } from '@samenreis/model/journey/views/gapView'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { chosenJourney } from './JourneyChoices.ts'
import { Reading } from './Reading.ts'

function riet() {
  const { records } = contentOfDemo(shippedDemo('demo-riet'))
  const board = new BoardDocument(new Y.Doc())
  board.transact(() => {
    for (const record of records) putRecord(board, record)
  }, 'test')
  const step = records.find((each) => each.type === 'touchpoint' && each.waitDays === 49)
  if (step?.type !== 'touchpoint') throw new Error('Riet waits 49 days')
  const acts: (() => void)[] = []
  const reading = new Reading(board, (act) => {
    acts.push(act)
    return () => undefined
  })
  const journey = chosenJourney(reading.journeys(), null)
  if (journey === null) throw new Error('Riet has a journey')
  const change = (fields: Readonly<Record<string, unknown>>): void => {
    board.transact(() => changeRecord(board, step.id, fields), 'another')
    for (const act of acts.splice(0)) act()
  }
  return { reading, journeyId: journey.id, step, change }
}

test('[WV10] a view that reads nothing of what changed is told nothing, and gives the very same object', () => {
  const { reading, journeyId, step, change } = riet()
  reading.start()
  const [feeling, cost] = [reading.views.read(gapView, journeyId), reading.views.read(burden, journeyId)]
  const told = { feeling: vi.fn<() => void>(), cost: vi.fn<() => void>() }
  reading.views.subscribe(gapView, [journeyId], told.feeling)
  reading.views.subscribe(burden, [journeyId], told.cost)
  const list = reading.journeys()

  const [x, y, ...rest] = step.geometry
  change({ geometry: [x + 3, y + 2, ...rest] }) // within its cell
  change({ title: 'Wachten op hulp' })
  expect(reading.views.read(gapView, journeyId)).toBe(feeling)
  expect(reading.views.read(burden, journeyId)).toBe(cost)
  expect(told.cost).not.toHaveBeenCalled()

  change({ waitDays: 9 })
  expect(told.cost).toHaveBeenCalled()
  expect(told.feeling).not.toHaveBeenCalled()
  expect(reading.views.read(burden, journeyId).waiting.days).toBe(102 - 40)
  expect(reading.views.read(gapView, journeyId)).toBe(feeling)
  expect(reading.journeys()).toBe(list)
})

test('[WV10] what changed while nobody looked is there when somebody looks again', () => {
  const { reading, journeyId, change } = riet()
  const stop = reading.start()
  expect(reading.views.read(burden, journeyId).waiting.days).toBe(102)
  stop()
  change({ waitDays: 0 })
  expect(reading.views.read(burden, journeyId).waiting.days).toBe(102)
  reading.start()
  expect(reading.views.read(burden, journeyId).waiting.days).toBe(102 - 49)
})
