import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BoardDocument, SCHEMA_VERSION } from './BoardDocument.ts'
import { boardMigrations, DocumentTooNewError, migrationUpdate, type Migration } from './migrations.ts'
import { FIRST_PAGE_ID, seedUpdate } from './seed.ts'

const namesThePage: Migration = { to: 2, apply: (board) => void board.records.get(FIRST_PAGE_ID)?.set('name', 'Bord') }
const turnsItRound: Migration = {
  to: 3,
  apply: (board) => {
    const page = board.records.get(FIRST_PAGE_ID)
    page?.set('name', `${String(page.get('name'))}!`)
  },
}

function seeded(): BoardDocument {
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  return board
}

test('[DL11] the steps are in order, one a version, and the last one leads to the newest', () => {
  expect(boardMigrations.map(({ to }) => to)).toEqual(boardMigrations.map((_, at) => at + 2))
  expect(SCHEMA_VERSION).toBe(1 + boardMigrations.length)
  expect(migrationUpdate(seeded())).toBeNull()
})

test('[DL11] a board runs through every step that it lacks, once, with the same bytes everywhere', () => {
  const board = seeded()
  const update = migrationUpdate(board, [turnsItRound, namesThePage], 3)
  expect(update).not.toBeNull()
  expect(board.schemaVersion).toBe(1)
  expect(migrationUpdate(seeded(), [namesThePage, turnsItRound], 3)).toEqual(update)
  for (let time = 0; time < 2; time++) Y.applyUpdate(board.doc, update ?? new Uint8Array())
  expect(board.schemaVersion).toBe(3)
  expect(board.records.get(FIRST_PAGE_ID)?.get('name')).toBe('Bord!')
  expect(migrationUpdate(board, [namesThePage, turnsItRound], 3)).toBeNull()
})

test('[DL11] a board of a newer version is left alone', () => {
  const board = seeded()
  board.transact(() => board.meta.set('schemaVersion', SCHEMA_VERSION + 1), 'test')
  expect(() => migrationUpdate(board)).toThrow(DocumentTooNewError)
})
