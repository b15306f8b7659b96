// @vitest-environment happy-dom
import { ParticipantId } from '@samenreis/model/ids/participantId'
import type { Role } from '@samenreis/model/records/enumerations'
import { computed, createShapeId, createTLStore, type Editor, type TLShape } from 'tldraw'
import { afterEach, expect, test } from 'vitest'
import { boardMaker, leads } from '../../canvas/boardMaker.ts'
import { boardSchema } from '../../canvas/boardSchema.ts'
import { curveDrawing } from '../../shapes/curve/curveDrawing.ts'
import { curveHandles, pulledPoints } from '../../shapes/curve/curveHandles.ts'
import { heightOf } from '../../shapes/curve/curvePath.ts'
import { isCurve, isJourney, ownCurve, type CurveShape, type JourneyShape } from '../../shapes/curve/ownCurve.ts'
import { JourneyLock } from '../../shapes/lock/JourneyLock.ts'
import { placeCurve } from '../../shapes/curve/placeCurve.ts'
import { stepInHand } from '../../shapes/curve/stepInHand.ts'
import { drawInto, drawsFor, strokeTarget } from '../../shapes/curve/strokeTarget.ts'
import { walkCurve } from '../../shapes/curve/walkCurve.ts'
import { connectedPeers, deliver, endOfTurn } from '../../sync/testing/Peers.ts'
import { canvasShape } from '../../sync/testing/canvasShape.ts'
import { headlessEditor } from '../../sync/testing/headlessEditor.ts'
import { tellFeeling } from '../panel/feeling.ts'

const journeyId = createShapeId('j')
const steps = ['a', 'b', 'c'].map((id) => createShapeId(id))
const [a = journeyId, b = journeyId, c = journeyId] = steps
const anna = { id: ParticipantId.parse('pa_anna'), name: 'Anna', role: 'professional' } as const
const bea = { id: ParticipantId.parse('pa_bea'), name: 'Bea', role: 'facilitator' } as const
const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.dispose()
})

/** A board with one journey of three steps, and at it a person in this role. */
function board(me: { readonly id: ParticipantId; readonly name: string; readonly role: Role } = anna): Editor {
  const store = createTLStore({ schema: boardSchema() })
  const editor = headlessEditor(store)
  editors.push(editor)
  boardMaker.set(editor, me)
  new JourneyLock({ store, leads: () => leads(boardMaker.get(editor)) }).start()
  const page = { parentId: editor.getCurrentPageId() } as const
  store.put([
    canvasShape('journey', journeyId, { w: 800 }, { ...page, x: 50, y: 70 }),
    ...steps.map((id, at) => canvasShape('touchpoint', id, { title: id }, { parentId: journeyId, x: at * 212, y: 60 })),
  ])
  editor.clearHistory()
  return editor
}

function journey(editor: Editor): JourneyShape {
  const found = editor.getShape(journeyId)
  if (!isJourney(found)) throw new Error('the journey is gone')
  return found
}

function curves(editor: Editor): CurveShape[] {
  return editor.getCurrentPageShapes().filter(isCurve)
}

/** Draws these faces as the tool does when the stroke ends. */
function draw(editor: Editor, faces: readonly (readonly [TLShape['id'], number])[]): void {
  const target = strokeTarget(editor, journey(editor))
  if (target !== null) drawInto(editor, journey(editor), target, new Map(faces))
}

test('[CV4] a person has one line in a journey, whichever way she tells, and one step back takes a stroke away', () => {
  const editor = board()
  draw(editor, [
    [a, 2],
    [b, -1],
  ])
  editor.selectNone()
  tellFeeling(editor, c, anna, 1)
  draw(editor, [[a, 0]])
  expect(curves(editor).map(({ props }) => [props.authorId, props.voice, props.points])).toEqual([
    [anna.id, 'professional', { [a]: 0, [b]: -1, [c]: 1 }],
  ])
  editor.undo()
  expect(curves(editor)[0]?.props.points).toEqual({ [a]: 2, [b]: -1, [c]: 1 })
  editor.undo()
  editor.undo()
  expect(curves(editor)).toEqual([])
})

test('[CV4] nobody writes in the line of another; the facilitator writes the lines that have no author', () => {
  const editor = board()
  draw(editor, [[a, 2]])
  const [hers] = curves(editor)
  if (hers === undefined) throw new Error('no line was drawn')
  boardMaker.set(editor, bea)
  expect(curveHandles(editor, hers)).toEqual([])
  expect(pulledPoints(editor, hers, a, 0)).toBe(null)
  editor.select(hers.id)
  drawsFor.set(editor, 'informal_carer')
  draw(editor, [[b, 1]])
  draw(editor, [[c, -2]])
  const others = curves(editor).filter(({ id }) => id !== hers.id)
  expect(others.map(({ props }) => [props.authorId, props.voice, props.points])).toEqual([
    [null, 'informal_carer', { [b]: 1, [c]: -2 }],
  ])
  expect(editor.getShape(hers.id)).toEqual(hers)
  boardMaker.set(editor, anna)
  for (const other of others) expect(curveHandles(editor, other)).toEqual([])
})

test('[CV4] who only looks on, and who finds the journey locked, draws nothing and gets no handles', () => {
  const editor = board()
  draw(editor, [[a, 2]])
  const [hers] = curves(editor)
  if (hers === undefined) throw new Error('no line was drawn')
  expect(curveHandles(editor, hers).map(({ id, type }) => [id, type])).toEqual([
    [a, 'vertex'],
    [b, 'create'],
    [c, 'create'],
  ])
  editor.updateInstanceState({ isReadonly: true })
  expect(curveHandles(editor, hers)).toEqual([])
  expect(strokeTarget(editor, journey(editor))).toBe(null)
  editor.updateInstanceState({ isReadonly: false })
  boardMaker.set(editor, bea)
  editor.updateShape({ id: journeyId, type: 'journey', props: { locked: true } })
  boardMaker.set(editor, anna)
  expect(curveHandles(editor, hers)).toEqual([])
  expect(strokeTarget(editor, journey(editor))).toBe(null)
  boardMaker.set(editor, null)
  expect(strokeTarget(editor, journey(editor))).toBe(null)
})

test('[CV4] a point that is pulled snaps to the five faces, and a place without one gets a point', () => {
  const editor = board()
  draw(editor, [[a, 2]])
  const [hers] = curves(editor)
  if (hers === undefined) throw new Error('no line was drawn')
  const h = curveDrawing(editor, hers.id).height
  expect(pulledPoints(editor, hers, a, heightOf(2, h) + 3)).toBe(null)
  expect(pulledPoints(editor, hers, a, heightOf(-1, h) + 3)).toEqual({ [a]: -1 })
  expect(pulledPoints(editor, hers, b, heightOf(0, h))).toEqual({ [a]: 2, [b]: 0 })
  editor.deleteShapes([hers.id])
  expect(pulledPoints(editor, hers, a, 0)).toBe(null)
})

test('[CV5] the keyboard goes from step to step of a line, changes the face and takes it away', () => {
  const editor = board()
  draw(editor, [[a, 2]])
  const press = (key: Parameters<typeof walkCurve>[2]) => {
    const hers = ownCurve(editor, journeyId, anna.id)
    const told = hers === null ? null : walkCurve(editor, hers, key)
    return told === null ? null : [told.place, told.of, told.feeling]
  }
  expect(press('worse')).toEqual([1, 3, 1])
  expect(press('next')).toEqual([2, 3, null])
  expect(press('worse')).toEqual([2, 3, -1])
  expect(press('last')).toEqual([3, 3, null])
  expect(press('next')).toEqual([3, 3, null])
  expect(press('better')).toEqual([3, 3, 1])
  expect(press('better')).toEqual([3, 3, 2])
  expect(press('better')).toEqual([3, 3, 2])
  expect(press('first')).toEqual([1, 3, 1])
  expect(press('gap')).toEqual([1, 3, null])
  expect(ownCurve(editor, journeyId, anna.id)?.props.points).toEqual({ [b]: -1, [c]: 2 })
  editor.undo()
  expect(ownCurve(editor, journeyId, anna.id)?.props.points).toEqual({ [a]: 1, [b]: -1, [c]: 2 })
  // A step that went meanwhile: the keyboard is at the first one again.
  editor.deleteShapes([c])
  stepInHand.set(editor, { curveId: curves(editor)[0]?.id ?? journeyId, stepId: c })
  expect(press('before')).toEqual([1, 2, 1])
  editor.deleteShapes(steps)
  expect(press('next')).toBe(null)
})

test('[CV6] a line lies where its lane and its steps are, and folds away with the lane', () => {
  const editor = board()
  draw(editor, [
    [a, 2],
    [b, -2],
  ])
  const [hers] = curves(editor)
  if (hers === undefined) throw new Error('no line was drawn')
  const onPage = () =>
    curveDrawing(editor, hers.id)
      .stretches.flat()
      .map((point) => editor.getShapePageTransform(hers.id).applyToPoint(point))
  const before = onPage()
  const { lanes, lanesFrom } = journey(editor).props
  const taller = lanes.map((lane) => (lane.key === 'touchpoints' ? { ...lane, h: lane.h + 100 } : lane))
  editor.updateShape<JourneyShape>({ id: journeyId, type: 'journey', props: { lanes: taller } })
  expect(onPage().map(({ x, y }) => [x, y - 100])).toEqual(before.map(({ x, y }) => [x, y]))
  editor.updateShape({ id: b, type: 'touchpoint', x: 400 })
  expect(onPage()[1]?.x).toBe((before[1]?.x ?? 0) + 400 - 212)
  const reordered = [
    ...lanes.filter(({ key }) => key === 'experience'),
    ...lanes.filter(({ key }) => key !== 'experience'),
  ]
  editor.updateShape<JourneyShape>({ id: journeyId, type: 'journey', props: { lanes: reordered } })
  expect(onPage()[0]?.y).toBe(70 + lanesFrom + heightOf(2, 180))
  const folded = lanes.map((lane) => (lane.key === 'experience' ? { ...lane, h: 24, foldedFrom: 180 } : lane))
  editor.updateShape<JourneyShape>({ id: journeyId, type: 'journey', props: { lanes: folded } })
  expect(curveDrawing(editor, hers.id).isHidden).toBe(true)
  expect(curveHandles(editor, hers)).toEqual([])
  expect(strokeTarget(editor, journey(editor))).toBe(null)
  const without = lanes.filter(({ key }) => key !== 'experience')
  editor.updateShape<JourneyShape>({ id: journeyId, type: 'journey', props: { lanes: without } })
  expect(curveDrawing(editor, hers.id).isHidden).toBe(true)
})

test('[CV6] a click opens the lane for a line where it is folded or not there, and keeps what is in it', () => {
  const editor = board()
  draw(editor, [[a, 2]])
  const { lanes } = journey(editor).props
  const click = () => placeCurve(editor, { x: 100, y: 100 })
  const without = lanes.filter(({ key }) => key !== 'experience')
  editor.updateShape<JourneyShape>({ id: journeyId, type: 'journey', props: { lanes: without } })
  expect(strokeTarget(editor, journey(editor))).toBe(null)
  const [hers] = curves(editor)
  expect(click()).toBe(hers?.id)
  expect(journey(editor).props.lanes.map(({ key }) => key)).toContain('experience')
  expect(curveDrawing(editor, hers?.id ?? journeyId).isHidden).toBe(false)
  const folded = lanes.map((lane) => (lane.key === 'experience' ? { ...lane, h: 24, foldedFrom: 180 } : lane))
  editor.updateShape<JourneyShape>({ id: journeyId, type: 'journey', props: { lanes: folded } })
  expect(click()).toBe(hers?.id)
  expect(curveDrawing(editor, hers?.id ?? journeyId)).toMatchObject({ isHidden: false, height: 180 })
})

test('[CV6] what stands in a lane of the organisation is no step of the line', () => {
  const editor = board()
  draw(editor, [
    [a, 2],
    [b, 1],
    [c, 1],
  ])
  const [hers] = curves(editor)
  if (hers === undefined) throw new Error('no line was drawn')
  const { lanes, lanesFrom } = journey(editor).props
  const behind = [{ key: 'backstage' as const, h: 200 }, ...lanes]
  editor.updateShape<JourneyShape>({ id: journeyId, type: 'journey', props: { lanes: behind } })
  editor.updateShape({ id: a, type: 'touchpoint', y: lanesFrom + 210 })
  editor.updateShape({ id: c, type: 'touchpoint', y: lanesFrom + 210 })
  expect(curveDrawing(editor, hers.id).stretches.map((stretch) => stretch.map(({ stepId }) => stepId))).toEqual([
    [a, c],
  ])
})

test('[CV6] a line is not drawn again when a card moves up or down, the journey moves, or another journey changes', () => {
  const editor = board()
  editor.createShapes([
    { id: createShapeId('j2'), type: 'journey', x: 0, y: 2000 },
    { id: createShapeId('d'), type: 'touchpoint', parentId: createShapeId('j2'), x: 10, y: 10 },
  ])
  draw(editor, [[a, 2]])
  const [hers] = curves(editor)
  if (hers === undefined) throw new Error('no line was drawn')
  let drawn = 0
  const picture = computed('picture', () => {
    const drawing = curveDrawing(editor, hers.id)
    drawn++
    return drawing
  })
  picture.get()
  editor.updateShape({ id: a, type: 'touchpoint', y: 90 })
  editor.updateShape({ id: journeyId, type: 'journey', x: 400.1, y: 400.7 })
  editor.updateShape({ id: createShapeId('d'), type: 'touchpoint', x: 500 })
  editor.updateShape({ id: createShapeId('j2'), type: 'journey', props: { title: 'Andere reis' } })
  picture.get()
  expect(drawn).toBe(1)
  editor.updateShape({ id: a, type: 'touchpoint', x: 20 })
  picture.get()
  expect(drawn).toBe(2)
})

test('[CV4] a stroke is one update to the others, and none when it says the same as before', async () => {
  const [hers, theirs] = connectedPeers(2)
  if (hers === undefined || theirs === undefined) throw new Error('two peers expected')
  theirs.create('journey', journeyId, { w: 800 })
  for (const [at, id] of steps.entries()) {
    theirs.create('touchpoint', id)
    theirs.change(id, { parentId: journeyId, x: at * 212, y: 60 })
  }
  await deliver([hers, theirs])
  const editor = headlessEditor(hers.store)
  editors.push(editor)
  boardMaker.set(editor, anna)
  hers.binding.attach(editor)
  await endOfTurn()
  const before = hers.sent.length
  draw(editor, [
    [a, 2],
    [b, -1],
    [c, 1],
  ])
  await endOfTurn()
  expect(hers.sent.length).toBe(before + 1)
  draw(editor, [[a, 2]])
  await endOfTurn()
  expect(hers.sent.length).toBe(before + 1)
  await deliver([hers, theirs])
  expect(theirs.store.allRecords().filter((each) => each.typeName === 'shape' && each.type === 'curve').length).toBe(1)
})
