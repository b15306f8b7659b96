import { expect, test } from 'vitest'
import { NoticeBoard } from './NoticeBoard.ts'

const line = (text: string, lasts: 'while' | 'untilClosed' = 'while') =>
  ({ tone: 'info', text, acts: [], lasts }) as const
const texts = (board: NoticeBoard): string[] => board.notices.get().map(({ text }) => text)

test('a line that is shown again takes its own place, and is not doubled', () => {
  const board = new NoticeBoard()
  board.show(line('a'))
  board.show(line('b'))
  board.show(line('a'))
  expect(texts(board)).toEqual(['b', 'a'])
})

test('[BV6] a line with a decision in it is never pushed away by passing ones', () => {
  const board = new NoticeBoard()
  board.show(line('your words', 'untilClosed'))
  for (const text of ['a', 'b', 'c', 'd']) board.show(line(text))
  expect(texts(board)).toEqual(['your words', 'c', 'd'])
})

test('closing takes away that line alone', () => {
  const board = new NoticeBoard()
  board.show(line('a'))
  board.show(line('b'))
  const [first] = board.notices.get()
  board.close(first?.id ?? 0)
  expect(texts(board)).toEqual(['b'])
})
