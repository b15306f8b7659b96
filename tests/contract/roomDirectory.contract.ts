import { ShapeId } from '@samenreis/model/ids/recordId'
import type { GuessRound } from '@samenreis/model/api/guesses'
import type { Vote, VoteRound } from '@samenreis/model/api/votes'
import type { SessionRecord } from '@samenreis/server/storage/RoomDirectory'
import type { Storage } from '@samenreis/server/storage/Storage'
import { StorageUnavailableError } from '@samenreis/server/storage/StorageUnavailableError'
import { describe, expect, onTestFinished, test } from 'vitest'
import { action } from './actionFixture.ts'
import { guess, guessRound } from './guessFixture.ts'
import { ben, bytesOf, newRoom, nora, participant, roomA, roomB } from './roomFixture.ts'

const round: VoteRound = {
  id: 'r1',
  target: 'idea',
  status: 'open',
  votesEach: 3,
  maxPerTarget: 2,
  closedAt: null,
}
const vote: Vote = { roundId: 'r1', participantId: nora, targetId: ShapeId.parse('shape:i1'), count: 1 }
const session: SessionRecord = {
  tokenHash: 'hash-1',
  roomId: roomA,
  participantId: nora,
  right: 'participant',
  secretHash: 'p1',
  expiresAt: '2026-11-22T17:00:00.000Z',
}

/** What is found of a room that was erased, in the order in which the test asks. */
const nothing = [null, null, [], [], [], [], [], []]

/** What every store keeps to beside the documents (storage/RoomDirectory.ts). `open` gives an empty one. */
export function describeRoomDirectory(name: string, open: () => Promise<Storage>): void {
  const opened = async (): Promise<Storage> => {
    const storage = await open()
    onTestFinished(() => storage.close())
    return storage
  }

  describe(`directory: ${name}`, () => {
    test('[ST9] a room is created whole, with people, rounds and votes, or not at all', async () => {
      const { directory, documents } = await opened()
      const content = { ...newRoom(roomA, [bytesOf(1)]), rounds: [round], votes: [vote] }
      await directory.createRoom(content)
      expect(await directory.findRoom(roomA)).toEqual(content.room)
      expect(await directory.participantsOf(roomA)).toEqual(content.participants)
      expect(await directory.roundsOf(roomA)).toEqual([round])
      expect(await directory.votesOf(roomA)).toEqual([vote])
      await expect(directory.createRoom(content)).rejects.toBeInstanceOf(StorageUnavailableError)
      const broken = { ...newRoom(roomB, [bytesOf(1)]), votes: [vote] }
      await expect(directory.createRoom(broken)).rejects.toBeInstanceOf(StorageUnavailableError)
      expect(await directory.findRoom(roomB)).toBeNull()
      expect(await documents.loadDocument(roomB)).toBeNull()
    })

    test('[ST10] a change of a room leaves what it does not name', async () => {
      const { directory } = await opened()
      const { room } = newRoom(roomA)
      await directory.createRoom(newRoom(roomA))
      await directory.changeRoom(roomA, { title: 'Nieuw', localCopies: true })
      await directory.changeRoom(roomA, { secretHashes: { ...room.secretHashes, participant: 'p2' } })
      expect(await directory.findRoom(roomA)).toEqual({
        ...room,
        title: 'Nieuw',
        localCopies: true,
        secretHashes: { facilitator: 'f1', participant: 'p2', screen: 's1' },
      })
      await expect(directory.changeRoom(roomB, { title: 'Nieuw' })).rejects.toBeInstanceOf(StorageUnavailableError)
    })

    test('[ST11] people stay in the order in which they came, also after a change', async () => {
      const { directory } = await opened()
      await directory.createRoom(newRoom(roomA))
      await directory.saveParticipant(participant(roomA, ben, 'Ben'))
      await directory.saveParticipant({ ...participant(roomA, nora, 'Nora van Dijk'), avatar: 'owl' })
      expect((await directory.participantsOf(roomA)).map(({ name, avatar }) => [name, avatar])).toEqual([
        ['Nora van Dijk', 'owl'],
        ['Ben', 'cat'],
      ])
      expect(await directory.participantsOf(roomB)).toEqual([])
    })

    test('[ST12] a session is found by the hash of its token, and belongs to somebody of the room', async () => {
      const { directory } = await opened()
      await directory.createRoom(newRoom(roomA))
      await directory.saveSession(session)
      await directory.saveSession({ ...session, expiresAt: '2026-11-22T18:00:00.000Z' })
      expect(await directory.findSession('hash-1')).toEqual({ ...session, expiresAt: '2026-11-22T18:00:00.000Z' })
      expect(await directory.findSession('hash-2')).toBeNull()
      const nobody = { ...session, tokenHash: 'hash-3', participantId: ben }
      await expect(directory.saveSession(nobody)).rejects.toBeInstanceOf(StorageUnavailableError)
    })

    test('[ST13] rounds and votes replace the one with the same key', async () => {
      const { directory } = await opened()
      await directory.createRoom({ ...newRoom(roomA), participants: [participant(roomA, nora, 'Nora')] })
      await directory.saveVotes(roomA, [round], [vote])
      const closed: VoteRound = { ...round, status: 'closed', closedAt: '2026-11-22T10:00:00.000Z' }
      await directory.saveVotes(
        roomA,
        [closed],
        [
          { ...vote, count: 2 },
          { ...vote, participantId: ben },
        ],
      )
      expect(await directory.roundsOf(roomA)).toEqual([closed])
      expect(await directory.votesOf(roomA)).toEqual([
        { ...vote, count: 2 },
        { ...vote, participantId: ben },
      ])
      await expect(directory.saveVotes(roomA, [], [{ ...vote, roundId: 'r9' }])).rejects.toBeInstanceOf(
        StorageUnavailableError,
      )
    })

    test('[ST14] an exported action replaces its earlier self; one that is gone from the board stays known', async () => {
      const { directory } = await opened()
      await directory.createRoom(newRoom(roomA))
      await directory.saveExportedActions(roomA, [action('i1', 'Bellen'), action('i2', 'Schrijven')])
      await directory.saveExportedActions(roomA, [action('i1', 'Samen bellen')])
      expect((await directory.exportedActions(roomA)).map(({ title }) => title)).toEqual(['Samen bellen', 'Schrijven'])
      expect(await directory.exportedActions(roomB)).toEqual([])
    })

    test('[ST21] a room has one open round of guessing, and what is guessed replaces what was guessed before', async () => {
      const { directory } = await opened()
      for (const room of [roomA, roomB]) await directory.createRoom(newRoom(room))
      await directory.openGuessRound(roomA, guessRound)
      const second = { ...guessRound, id: 'g2' }
      await expect(directory.openGuessRound(roomA, second)).rejects.toBeInstanceOf(StorageUnavailableError)
      await directory.openGuessRound(roomB, guessRound)
      await directory.saveGuess(roomA, guess)
      await directory.saveGuess(roomA, { ...guess, participantId: ben, points: {} })
      await directory.saveGuess(roomA, { ...guess, done: true })
      expect(await directory.guessesOf(roomA, 'g1')).toEqual([
        { ...guess, done: true },
        { ...guess, participantId: ben, points: {} },
      ])
      expect([await directory.guessesOf(roomB, 'g1'), await directory.guessesOf(roomA, 'g2')]).toEqual([[], []])
      await expect(directory.saveGuess(roomA, { ...guess, roundId: 'g9' })).rejects.toBeInstanceOf(
        StorageUnavailableError,
      )
    })

    test('[ST22] a round that ends keeps nothing of what was guessed, and takes no more; another may open', async () => {
      const { directory } = await opened()
      for (const room of [roomA, roomB]) {
        await directory.createRoom(newRoom(room))
        await directory.openGuessRound(room, guessRound)
        await directory.saveGuess(room, guess)
      }
      const ended: GuessRound = { ...guessRound, status: 'revealed', revealedAt: '2026-11-22T10:05:00.000Z' }
      await directory.endGuessRound(roomA, ended)
      expect(await directory.guessesOf(roomA, 'g1')).toEqual([])
      expect(await directory.guessesOf(roomB, 'g1')).toEqual([guess])
      await expect(directory.saveGuess(roomA, guess)).rejects.toBeInstanceOf(StorageUnavailableError)
      await expect(directory.endGuessRound(roomA, { ...ended, id: 'g9' })).rejects.toBeInstanceOf(
        StorageUnavailableError,
      )
      const next = { ...guessRound, id: 'g2' }
      await directory.openGuessRound(roomA, next)
      expect(await directory.guessRoundsOf(roomA)).toEqual([ended, next])
    })

    test('[ST24] the end of a room moves later only, and not at all once somebody chose it; ended rooms are found', async () => {
      const { directory } = await opened()
      await directory.createRoom(newRoom(roomA))
      await directory.createRoom(newRoom(roomB))
      expect(await directory.roomsEndedBefore('2026-12-22')).toEqual([])
      expect((await directory.roomsEndedBefore('2026-12-23')).toSorted()).toEqual([roomA, roomB])
      await directory.extendRetention(roomA, '2026-12-30')
      await directory.extendRetention(roomA, '2026-12-24')
      expect(await directory.findRoom(roomA)).toMatchObject({ retentionUntil: '2026-12-30', retentionChosen: false })
      await directory.changeRoom(roomB, { retentionUntil: '2026-12-01', retentionChosen: true })
      await directory.extendRetention(roomB, '2027-01-01')
      expect(await directory.findRoom(roomB)).toMatchObject({ retentionUntil: '2026-12-01', retentionChosen: true })
      expect(await directory.roomsEndedBefore('2026-12-23')).toEqual([roomB])
    })

    test('[ST25, F83] of a room that is erased nothing is left, and nothing of any other is touched', async () => {
      const { directory, documents } = await opened()
      for (const room of [roomA, roomB]) {
        await directory.createRoom({ ...newRoom(room, [bytesOf(1)]), rounds: [round], votes: [vote] })
        await directory.saveSession({ ...session, roomId: room, tokenHash: `hash-${room}` })
        await directory.saveExportedActions(room, [action('i1', 'Bellen')])
        await directory.openGuessRound(room, guessRound)
        await directory.saveGuess(room, guess)
      }
      expect((await directory.roomIds()).toSorted()).toEqual([roomA, roomB])
      await directory.eraseRoom(roomA)
      await directory.eraseRoom(roomA)
      expect(await directory.roomIds()).toEqual([roomB])
      expect(await everythingOf(roomA)).toEqual(nothing)
      expect(await documents.loadDocument(roomA)).toBeNull()
      expect(await everythingOf(roomB)).not.toContainEqual([])
      expect(await documents.loadDocument(roomB)).not.toBeNull()
      // And one of the same id may be made again, as after putting back a backup.
      await directory.createRoom(newRoom(roomA))

      async function everythingOf(room: typeof roomA) {
        return [
          await directory.findRoom(room),
          await directory.findSession(`hash-${room}`),
          await directory.participantsOf(room),
          await directory.roundsOf(room),
          await directory.votesOf(room),
          await directory.exportedActions(room),
          await directory.guessRoundsOf(room),
          await directory.guessesOf(room, 'g1'),
        ]
      }
    })

    test('[ST25, F83] of a person who is erased nothing is left, and everything of the others stays', async () => {
      const { directory } = await opened()
      await directory.createRoom({ ...newRoom(roomA), rounds: [round], votes: [vote, { ...vote, participantId: ben }] })
      await directory.saveParticipant(participant(roomA, ben, 'Ben'))
      for (const [participantId, tokenHash] of [
        [nora, 'hash-nora'],
        [ben, 'hash-ben'],
      ] as const) {
        await directory.saveSession({ ...session, participantId, tokenHash })
      }
      await directory.openGuessRound(roomA, guessRound)
      await directory.saveGuess(roomA, { ...guess, participantId: nora })
      await directory.saveGuess(roomA, { ...guess, participantId: ben })
      await directory.saveExportedActions(roomA, [action('i1', 'Bellen'), action('i2', 'Schrijven')])
      await directory.endSessionsOf(roomA, nora)
      expect(await directory.findSession('hash-nora')).toBeNull()
      await directory.erasePerson(roomA, nora, [action('i2', 'Schrijven')])
      await directory.erasePerson(roomA, nora, [action('i2', 'Schrijven')])
      expect((await directory.participantsOf(roomA)).map(({ id }) => id)).toEqual([ben])
      expect((await directory.votesOf(roomA)).map(({ participantId }) => participantId)).toEqual([ben])
      expect((await directory.guessesOf(roomA, 'g1')).map(({ participantId }) => participantId)).toEqual([ben])
      expect((await directory.exportedActions(roomA)).map(({ title }) => title)).toEqual(['Schrijven'])
      expect(await directory.findSession('hash-ben')).not.toBeNull()
      await directory.endSession('hash-ben')
      expect(await directory.findSession('hash-ben')).toBeNull()
    })

    test('[ST26] the time of which the server was sure is kept', async () => {
      const { directory } = await opened()
      expect(await directory.trustedTime()).toBeNull()
      await directory.saveTrustedTime('2026-11-22T09:00:00.000Z')
      await directory.saveTrustedTime('2026-11-23T09:00:00.000Z')
      expect(await directory.trustedTime()).toBe('2026-11-23T09:00:00.000Z')
    })

    test('[ST8] a directory that cannot be used rejects', async () => {
      const storage = await opened()
      await storage.directory.createRoom(newRoom(roomA))
      await storage.close()
      await expect(storage.directory.findRoom(roomA)).rejects.toBeInstanceOf(StorageUnavailableError)
      await expect(storage.directory.saveSession(session)).rejects.toBeInstanceOf(StorageUnavailableError)
    })
  })
}
