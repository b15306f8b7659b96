import { expect, test } from 'vitest'
import { Room } from '@samenreis/model/api/rooms'
import { RoomId } from '@samenreis/model/ids/roomId'
import { MySessions, type MySession, type Shelf } from './MySessions.ts'

function shelfWith(text: string | null): Shelf & { text: string | null } {
  return {
    text,
    getItem() {
      return this.text
    },
    setItem(_key, value) {
      this.text = value
    },
  }
}

function session(letter: string): MySession {
  const room = Room.parse({
    id: letter.repeat(26),
    title: `Sessie ${letter}`,
    question: '',
    language: 'nl',
    date: '2026-11-22',
    createdAt: '2026-11-22T09:00:00Z',
  })
  return { room, links: { facilitator: 'f', participant: 'p', screen: 's' }, madeAt: room.createdAt }
}

test('[UI7] what was remembered is there on the next visit, newest first', () => {
  const shelf = shelfWith(null)
  const here = new MySessions(shelf)
  here.remember(session('a'))
  here.remember(session('b'))
  expect(new MySessions(shelf).list().map((each) => each.room.title)).toEqual(['Sessie b', 'Sessie a'])
})

test('[UI7] a session that got another name is called so, and stays in its place', () => {
  const shelf = shelfWith(null)
  const here = new MySessions(shelf)
  here.remember(session('a'))
  here.remember(session('b'))
  here.called({ ...session('a').room, title: 'Hulp in huis' })
  here.called(session('c').room)
  const kept = new MySessions(shelf).list()
  expect(kept.map((each) => each.room.title)).toEqual(['Sessie b', 'Hulp in huis'])
  expect(kept[1]?.links).toEqual(session('a').links)
})

test('[UI7] a session that does not hold is left out alone', () => {
  const shelf = shelfWith(JSON.stringify([session('a'), { room: { id: 'short' } }, null]))
  expect(new MySessions(shelf).list()).toEqual([session('a')])
})

test.each([['no JSON'], ['{"a":1}'], ['null']])('[UI7] a shelf that holds %s is an empty one', (text) => {
  expect(new MySessions(shelfWith(text)).list()).toEqual([])
})

test('[UI7] forgetting takes away one, and tells who watches', () => {
  const here = new MySessions(shelfWith(JSON.stringify([session('a'), session('b')])))
  let told = 0
  here.subscribe(() => told++)
  here.forget(RoomId.parse('a'.repeat(26)))
  expect(here.list()).toEqual([session('b')])
  expect(told).toBe(1)
})

test('[UI7] a renewed link replaces the old one, also where the session was not known', () => {
  const here = new MySessions(shelfWith(JSON.stringify([session('a')])))
  here.renewed(session('a').room, 'participant', 'new')
  expect(here.list()[0]?.links).toEqual({ facilitator: 'f', participant: 'new', screen: 's' })
  here.renewed(session('b').room, 'screen', 'only')
  expect(here.find(session('b').room.id)?.links).toEqual({ screen: 'only' })
})

test('[UI7] a browser that keeps nothing still shows what was made on this page', () => {
  const broken: Shelf = {
    getItem() {
      throw new Error('denied')
    },
    setItem() {
      throw new Error('denied')
    },
  }
  const here = new MySessions(broken)
  here.remember(session('a'))
  expect(here.list()).toEqual([session('a')])
})
