// @vitest-environment happy-dom
import { type Editor, type TLShapePartial } from 'tldraw'
import { afterEach, expect, test } from 'vitest'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { MapAtHand } from '../../shapes/journey/testing/MapAtHand.ts'
import { addStep } from '../../shapes/journey/addStep.ts'
import { movePhaseTo } from '../../shapes/phase/editPhases.ts'
import { connectedPeers, deliver, endOfTurn, type Peer } from '../../sync/testing/Peers.ts'

/** Largest update that an edit of a map of 200 cards may be, in bytes (issue "The journey as the field knows it", bars). */
const LARGEST_UPDATE_BYTES = 12_000
const CARDS = 200

const maps: MapAtHand[] = []
afterEach(() => {
  for (const { editor } of maps.splice(0)) editor.dispose()
})

/** A person with a document, a canvas that is bound to it, and a hand on the map. */
function atHand(peer: Peer, isNew: boolean): MapAtHand {
  const map = new MapAtHand(peer.store, isNew)
  peer.binding.attach(map.editor)
  maps.push(map)
  return map
}

/** Anna and Ben on one map. */
async function annaAndBen(draw: (map: MapAtHand) => void) {
  const peers = connectedPeers(2)
  const [anna, ben] = peers
  if (anna === undefined || ben === undefined) throw new Error('two people expected')
  const annas = atHand(anna, true)
  draw(annas)
  anna.binding.flush()
  await deliver(peers)
  return { peers, anna, ben, annas, bens: atHand(ben, false) }
}

/** Two hundred cards in the first phase: steps side by side, pain points and ideas below them. */
function fullPhase(map: MapAtHand): void {
  const rows = CARDS / 20
  for (let at = 0; at < CARDS; at++) {
    const [column, row] = [at % 20, Math.floor(at / 20)]
    if (row === 0) map.step(`s${at}`, 12 + column * 212)
    else map.pain(`c${at}`, 12 + column * 212, 430 + (row - 1) * 132)
  }
  const { editor, journeyId } = map
  const w = 20 * 212 + 12
  editor.updateShapes([
    {
      id: journeyId,
      type: 'journey',
      props: {
        w: w + 436,
        h: 3000,
        lanes: [
          { key: 'touchpoints', h: 190 },
          { key: 'experience', h: 180 },
          { key: 'pain_points', h: rows * 132 },
        ],
      },
    },
    { id: MapAtHand.id('p0'), type: 'phase', props: { w } },
    { id: MapAtHand.id('p1'), type: 'phase', x: w },
  ])
  map.step('last', w + 12)
}

/** The updates that an edit by Anna puts on the wire. */
async function sentBy(peer: Peer, edit: () => void): Promise<number[]> {
  peer.sent.length = 0
  edit()
  await endOfTurn()
  peer.binding.flush()
  await endOfTurn()
  return peer.sent.map(({ length }) => length)
}

test('[ME9] moving a phase of 200 cards one place is one update of less than 12 kB, and everybody sees the same', async () => {
  const { peers, anna, ben, annas } = await annaAndBen(fullPhase)
  const sent = await sentBy(anna, () => movePhaseTo(annas.editor, MapAtHand.id('p0'), 1))
  expect(sent).toHaveLength(1)
  expect(sent[0]).toBeGreaterThan(CARDS * 10)
  expect(sent[0]).toBeLessThan(LARGEST_UPDATE_BYTES)
  await deliver(peers)
  expect(ben.shown()).toEqual(anna.shown())
  expect(annas.places()['s0']).toEqual([448, 60])
  expect(await sentBy(anna, () => annas.editor.undo())).toHaveLength(1)
  expect(annas.places()['s0']).toEqual([12, 60])
})

test('[ME9] moving a journey of 200 cards is one small update: its cards stand on it', async () => {
  const { anna, annas } = await annaAndBen(fullPhase)
  const move: TLShapePartial = { id: annas.journeyId, type: 'journey', x: 1040, y: 500 }
  const [bytes, ...more] = await sentBy(anna, () => annas.editor.updateShapes([move]))
  expect(more).toEqual([])
  expect(bytes).toBeLessThan(100)
})

test('[ME9] a step between two, with 200 cards that move up, is one update of less than 12 kB', async () => {
  const { anna, annas } = await annaAndBen(fullPhase)
  const sent = await sentBy(anna, () => {
    addStep(annas.editor, annas.journeyId, { phaseId: ShapeId.parse('shape:p0'), before: 0 })
  })
  expect(sent).toHaveLength(1)
  expect(sent[0]).toBeLessThan(LARGEST_UPDATE_BYTES)
})

test('[ME9] what is dropped on a map and what moves up for it leave as one update', async () => {
  const { anna, annas } = await annaAndBen((map) => {
    map.step('a', 12)
    map.step('b', 224)
    map.step('c', 448)
  })
  anna.sent.length = 0
  annas.drag(['c'], -330, 20)
  await endOfTurn()
  anna.binding.flush()
  await endOfTurn()
  const places = annas.places()
  expect(places).toMatchObject({ a: [12, 60], c: [224, 60], b: [436, 60] })
  // The moves of the drag, and its end with everything that it caused.
  expect(anna.sent.length).toBeLessThanOrEqual(3)
})

test('[ME10] two people who drop in one cell at once end with the same map and lose nothing; the next drop there tidies it', async () => {
  const { peers, anna, ben, annas, bens } = await annaAndBen((map) => {
    map.step('a', 12)
    map.step('b', 224)
    map.pain('of-b', 224)
    map.step('x', 448)
    map.step('y', 660)
  })
  annas.drag(['x'], -330, 10)
  bens.drag(['y'], -540, 14)
  for (const peer of peers) peer.binding.flush()
  await deliver(peers)
  expect(bens.places()).toEqual(annas.places())
  expect(bens.phases()).toEqual(annas.phases())
  expect(Object.keys(annas.places()).toSorted((one, other) => one.localeCompare(other))).toEqual([
    'a',
    'b',
    'of-b',
    'x',
    'y',
  ])
  // Nobody answers what the other did with a write.
  for (const peer of peers) expect(peer.sent).toEqual([])
  expect(ben.written()).toEqual(anna.written())

  annas.drag(['x'], 4, 4)
  anna.binding.flush()
  await deliver(peers)
  expect(overlaps(annas.editor)).toEqual([])
  expect(bens.places()).toEqual(annas.places())
  expect(bens.places()['of-b']?.[0]).toBe(bens.places()['b']?.[0])
})

test('[ME10] two who widen the map in two places at once: the next edit moves the phases apart, with all that stands in them', async () => {
  const { peers, anna, annas, bens } = await annaAndBen((map) => {
    for (const [at, name] of ['a', 'b', 'c', 'd'].entries()) map.step(name, 12 + at * 212 + (at > 1 ? 12 : 0))
  })
  const make = (map: MapAtHand, phase: string): void => {
    addStep(map.editor, map.journeyId, { phaseId: ShapeId.parse(`shape:${phase}`), before: 1 })
    map.editor.complete()
  }
  make(annas, 'p0')
  make(bens, 'p1')
  for (const peer of peers) peer.binding.flush()
  await deliver(peers)
  expect(bens.places()).toEqual(annas.places())
  make(annas, 'p0')
  anna.binding.flush()
  await deliver(peers)
  const [first, second] = annas.phases()
  expect((first?.[0] ?? 0) + (first?.[1] ?? 0)).toBeLessThanOrEqual(second?.[0] ?? 0)
  expect(Object.keys(annas.places())).toHaveLength(7)
  expect(bens.places()).toEqual(annas.places())
})

/** Pairs of cards that lie over each other. */
function overlaps(editor: Editor): string[] {
  const boxes = editor.getCurrentPageShapes().flatMap((shape) => {
    const bounds = editor.getShapePageBounds(shape.id)
    return shape.type === 'touchpoint' || shape.type === 'pain-point'
      ? bounds === undefined
        ? []
        : [{ shape, bounds }]
      : []
  })
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .flatMap((other) => (one.bounds.collides(other.bounds) ? [`${one.shape.id} ${other.shape.id}`] : [])),
  )
}
