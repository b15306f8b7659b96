import { describe, expect, test } from 'vitest'
import { readBoard } from '../document/read.ts'
import { ShapeId } from '../ids/recordId.ts'
import { isBinding, isShape } from '../records/recordClass.ts'
import type { BoardRecord, BoardShape, ShapeOf } from '../records/recordKinds.ts'
import { id, plainBoard as boardOf, plainJourney } from '../testing/plainBoard.ts'
import { randomArrowEnd, randomBoard } from '../testing/randomBoard.ts'
import { RandomSource } from '../testing/RandomSource.ts'
import { inNewestLayout, newBoardOf, plainBoard, type PlainBoard } from './PlainBoard.ts'
import { restoredBoard, type RestoredBoard } from './restoredBoard.ts'

const frameId = ShapeId.parse('shape:since')
const SEEDS = 60

function plain(records: readonly BoardRecord[]): PlainBoard {
  return { schemaVersion: 1, records, setAside: [] }
}

function restore(version: readonly BoardRecord[], now: readonly BoardRecord[], as = frameId): RestoredBoard {
  return restoredBoard(plain(version), plain(now), { title: 'Gemaakt na 10.40', frameId: as })
}

function byId(records: readonly BoardRecord[]): Map<string, BoardRecord> {
  return new Map(records.map((record) => [record.id, record]))
}

function shapeIn({ board }: RestoredBoard, unique: string): BoardShape {
  const found = byId(board.records).get(unique.includes(':') ? unique : `shape:${unique}`)
  if (found === undefined || !isShape(found)) throw new Error(`${unique} is not there`)
  return found
}

describe('[RV1] a version that is restored', () => {
  const journey = plainJourney('j', ['a b', 'c'], { a: { title: 'Bellen' } })
  const then = boardOf({ ...journey, p1: { type: 'pain-point', title: 'Wachten' } }, ['p1>a'])

  test('has everything of the version as it was, whatever became of it since', () => {
    const now = boardOf({ ...plainJourney('j', ['a', ''], { a: { title: 'Iets anders' } }) })
    const restored = restore(then, now)
    expect(restored.board.records).toEqual(then)
    expect(restored.beside).toBe(0)
  })

  test('has what was made since beside it, whole and with its links, in a frame with a name', () => {
    const now = boardOf(
      {
        ...journey,
        p2: { type: 'pain-point', title: 'Niemand belt terug', parentId: id('j'), geometry: [20, 300, 0, 200, 100] },
        i1: { type: 'idea', title: 'Bel zelf terug', geometry: [40, 700, 0, 200, 100] },
      },
      ['i1>p2', 'p2>b', 'i1>a'],
    )
    const restored = restore(then, now)
    expect(restored.board.records).toEqual(expect.arrayContaining(then))
    expect(restored.beside).toBe(2)
    expect(shapeIn(restored, 'since')).toMatchObject({ type: 'frame', name: 'Gemaakt na 10.40' })
    for (const [unique, title] of [
      ['p2', 'Niemand belt terug'],
      ['i1', 'Bel zelf terug'],
    ] as const) {
      expect(shapeIn(restored, unique)).toMatchObject({ title, parentId: frameId })
    }
    const links = restored.board.records.filter(isBinding).map((link) => link.id)
    expect(links.toSorted()).toEqual(['binding:i1-a', 'binding:i1-p2', 'binding:p1-a', 'binding:p2-b'])
    // Beside everything, and large enough for what stands in it.
    const [x, , , w, h] = shapeIn(restored, 'since').geometry
    expect(x).toBeGreaterThan(800)
    for (const unique of ['p2', 'i1']) {
      const [cx, cy, , cw, ch] = shapeIn(restored, unique).geometry
      expect([cx >= 0, cy >= 0, cx + cw <= w, cy + ch <= h]).toEqual([true, true, true, true])
    }
  })

  test('moves a journey that was made since as one, and leaves a line of feelings in its journey', () => {
    const now = boardOf({
      ...journey,
      ...plainJourney('k', ['x', 'y']),
      line: { type: 'curve', parentId: id('j'), journeyId: id('j'), points: { [id('a')]: 1 } },
    })
    const restored = restore(then, now)
    expect(shapeIn(restored, 'k').parentId).toBe(frameId)
    expect(shapeIn(restored, 'x')).toEqual(byId(now).get('shape:x'))
    expect(shapeIn(restored, 'line')).toEqual(byId(now).get('shape:line'))
    expect(shapeIn(restored, 'since').geometry[4]).toBeGreaterThan(900)
  })

  test('leaves an arrow between two cards between them, and takes one that hangs loose along', () => {
    const end = (arrow: string, terminal: 'start' | 'end', to: string): BoardRecord =>
      randomArrowEnd(new RandomSource(to.charCodeAt(0)), id(arrow), terminal, id(to))
    const now = [
      ...boardOf({ ...journey, both: { type: 'arrow', parentId: id('j') }, one: { type: 'arrow' } }),
      end('both', 'start', 'a'),
      end('both', 'end', 'b'),
      end('one', 'end', 'c'),
    ]
    const restored = restore(then, now)
    expect(shapeIn(restored, 'both').parentId).toBe('page:board')
    expect(shapeIn(restored, 'one').parentId).toBe(frameId)
    expect(restored.board.records.filter(isBinding)).toHaveLength(4)
  })

  test('[RV2] is undone by the version of before, without a frame left over; restored twice, there is one frame', () => {
    const now = boardOf({ ...journey, i1: { type: 'idea', title: 'Bel zelf terug', geometry: [40, 700, 0, 200, 100] } })
    const first = restore(then, now)
    const brought = new Set<string>(then.map((record) => record.id))
    const options = { title: 'Gemaakt na 10.50', frameId: ShapeId.parse('shape:undo'), brought }
    const undone = restoredBoard(plain(now), first.board, options)
    expect(undone).toEqual({ board: plain(now), beside: 0 })
    const again = restore(then, first.board.records, ShapeId.parse('shape:again'))
    const frames = again.board.records.filter((record) => isShape(record) && record.type === 'frame')
    expect(frames.map((each) => each.id)).toEqual(['shape:again'])
    expect(shapeIn(again, 'i1').parentId).toBe('shape:again')
  })
})

test(`[RV1, RV3] ${SEEDS} boards: all of the version, all that was made since, nothing twice, every record holds, no link hangs that did not`, () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = new RandomSource(seed)
    const then = randomBoard(random, random.between(1, 60))
    const [page] = then
    if (page === undefined) throw new Error('A board has a page')
    const left = then.filter((record) => record === page || random.chance(0.5))
    const since = randomBoard(random, random.between(0, 30)).filter(({ id: each }) => each !== page.id)
    const now = [...left, ...since.map((record) => movedInto(record, left, random))]
    const { board } = restore(then, now)
    const result = byId(board.records)
    expect([seed, result.size]).toEqual([seed, board.records.length])
    for (const record of then) expect(result.get(record.id)).toBe(record)
    const before = byId(now)
    const isThere = (each: string): boolean => before.has(each)
    for (const record of since) {
      const kept = result.get(record.id)
      if (isBinding(record)) {
        expect([seed, record.id, kept !== undefined]).toEqual([
          seed,
          record.id,
          isThere(record.fromId) && isThere(record.toId),
        ])
      } else if (isShape(record)) {
        expect([seed, withoutPlace(kept)]).toEqual([seed, withoutPlace(before.get(record.id))])
      }
    }
    // As a document: every record is read as it was written, none is set aside.
    const made = newBoardOf(board)
    expect([seed, readBoard(made).quarantined]).toEqual([seed, []])
    expect(byId(plainBoard(made).records)).toEqual(result)
    for (const record of board.records) {
      if (isShape(record) && before.has(record.parentId))
        expect([seed, result.has(record.parentId)]).toEqual([seed, true])
    }
    made.doc.destroy()
  }
})

test('[RV3] a board becomes plain records and a new document again, with what was set aside', () => {
  const odd = { id: 'shape:odd', type: 'touchpoint', title: 'Half', geometry: 'here' }
  const board = newBoardOf({
    schemaVersion: 1,
    records: boardOf({ a: { type: 'idea', title: 'Bel' } }),
    setAside: [odd],
  })
  const back = plainBoard(board)
  expect(back).toMatchObject({ schemaVersion: 1, setAside: [odd] })
  expect(back.records.map((record) => record.id)).toEqual(['page:board', 'shape:a'])
  const title = (record: BoardRecord | undefined): string => (record as ShapeOf<'idea'>).title
  const newer = inNewestLayout(
    back,
    [
      {
        to: 2,
        apply: ({ records }) => void records.get('shape:a')?.set('title', 'Anders'),
      },
    ],
    2,
  )
  expect([newer.schemaVersion, title(newer.records[1])]).toEqual([2, 'Anders'])
  expect(inNewestLayout(back)).toBe(back)
})

/** As somebody makes a card on what is there: in a journey, a frame, or loose. */
function movedInto(record: BoardRecord, there: readonly BoardRecord[], random: RandomSource): BoardRecord {
  const homes = there.filter((each): each is BoardShape => isShape(each) && each.type === 'journey')
  if (!isShape(record) || record.type === 'journey' || homes.length === 0 || random.chance(0.5)) return record
  return { ...record, parentId: random.pick(homes).id }
}

function withoutPlace(record: BoardRecord | undefined): unknown {
  if (record === undefined || !isShape(record)) return record
  const { parentId: _parent, index: _index, geometry: _geometry, ...rest } = record
  return rest
}
