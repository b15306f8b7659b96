import type { Guess, GuessRound } from '@samenreis/model/api/guesses'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { Places } from '@samenreis/model/document/place'
import { readBoard } from '@samenreis/model/document/read'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { newShape } from '@samenreis/model/interchange/newShape'
import { curve, type Curve } from '@samenreis/model/records/curve'
import type { Geometry } from '@samenreis/model/records/envelope'
import type { Journey } from '@samenreis/model/records/journey'
import type { BoardShape } from '@samenreis/model/records/recordKinds'
import { isShape } from '@samenreis/model/records/recordClass'
import { createHash } from 'node:crypto'

/** Key of a curve's `meta` that says by which round its points came. People can write it too, but not with the mark of an open round. */
const ROUND_MARK = 'guessRound'
/** Letters of an id that is made from two others. */
const ID_LENGTH = 24
/** Height of a curve on a journey without lanes, in board pixels. */
const CURVE_HEIGHT = 180

/** Whether the board has curves with this mark: their round was revealed, also when nobody was left to write that down. */
export function hasGuessesOf(mark: string, shapes: Iterable<BoardShape>): boolean {
  for (const shape of shapes) if (shape.type === 'curve' && shape.meta[ROUND_MARK] === mark) return true
  return false
}

/**
 * Writes one curve for each guess; who has a curve of the journey already gets its points in that one. A guess that is on the
 * board already, by this round, is left as it is: people may have changed it since. Call inside one transaction, so that
 * everybody gets all of them at once.
 *
 * @param round with what only its own curves carry
 * @param nameOf what the line is called
 * @returns false when the journey is gone: then nothing was written
 */
export function writeGuesses(
  board: BoardDocument,
  round: GuessRound & { readonly mark: string },
  guesses: readonly Guess[],
  nameOf: (id: ParticipantId) => string,
): boolean {
  const { records } = readBoard(board)
  const shapes = [...records.values()].filter((record) => isShape(record))
  const journey = shapes.find((shape): shape is Journey => shape.id === round.journeyId && shape.type === 'journey')
  if (journey === undefined) return false
  const places = new Places(records)
  const isStep = (id: string): boolean => {
    const shape = places.shape(id as ShapeId)
    return shape?.type === 'touchpoint' && places.ancestors(shape).some((parent) => parent.id === journey.id)
  }
  const isOfJourney = (shape: Curve): boolean =>
    (shape.journeyId ?? places.ancestors(shape).find(({ type }) => type === 'journey')?.id) === journey.id
  const curves = shapes.filter((shape): shape is Curve => shape.type === 'curve' && isOfJourney(shape))
  let index = highestIndex(shapes.filter(({ parentId }) => parentId === journey.id))
  for (const { participantId, voice, points } of guesses) {
    const kept = Object.fromEntries(Object.entries(points).filter(([step]) => isStep(step)))
    const own = curves.filter(({ authorId }) => authorId === participantId).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const isWritten = own.some(({ meta }) => meta[ROUND_MARK] === round.mark)
    if (isWritten || Object.keys(kept).length === 0) continue
    const [first] = own
    if (first !== undefined) {
      const meta = { ...first.meta, [ROUND_MARK]: round.mark }
      changeRecord(board, first.id, { points: kept, voice, status: 'shown', meta })
      continue
    }
    // Longer than what it starts with and never ending in 0: it sorts above it, and is a key of the canvas's form.
    index += 'V'
    putRecord(
      board,
      newShape('curve', curveId(round, participantId), {
        parentId: journey.id,
        index,
        geometry: experienceLane(journey),
        meta: { [ROUND_MARK]: round.mark },
        journeyId: journey.id,
        voice,
        authorId: participantId,
        label: nameOf(participantId).slice(0, curve.texts.label),
        points: kept,
        status: 'shown',
      }),
    )
  }
  return true
}

/** The same id every time, so that writing twice makes one curve. */
function curveId(round: GuessRound, participantId: ParticipantId): ShapeId {
  const hash = createHash('sha256').update(`${round.id} ${participantId}`).digest('base64url')
  return ShapeId.parse(`shape:${hash.slice(0, ID_LENGTH)}`)
}

/** Over the lane of feelings, over the first lane when there is none, as wide as the journey. */
function experienceLane({ lanes, lanesFrom, geometry: [, , , width] }: Journey): Geometry {
  let y = lanesFrom
  for (const lane of lanes) {
    if (lane.key === 'experience') return [0, y, 0, width, lane.h]
    y += lane.h
  }
  return [0, lanesFrom, 0, width, lanes[0]?.h ?? CURVE_HEIGHT]
}

function highestIndex(siblings: readonly BoardShape[]): string {
  return siblings.reduce((highest, { index }) => (index > highest ? index : highest), 'a1')
}
