import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lockedJourneyOf, lockedJourneyTouched, lockFactsOf, type LockFacts, type LockLook } from './lock.ts'

const onPage: LockFacts = { standsOn: 'page:board', locks: false }
const locked: LockFacts = { standsOn: 'page:board', locks: true }
const on = (standsOn: string): LockFacts => ({ standsOn, locks: false })

function board(records: Readonly<Record<string, LockFacts>>): LockLook {
  return (id) => (Object.hasOwn(records, id) ? records[id] : undefined)
}

/** A locked journey `j` with a group, a card in the group, a link from that card, and things beside it. */
const records: Readonly<Record<string, LockFacts>> = {
  'page:board': { standsOn: null, locks: false },
  j: locked,
  group: on('j'),
  card: on('group'),
  linkFrom: on('card'),
  free: onPage,
  linkTo: on('free'),
  openJourney: onPage,
}

/** Any board: up to ten records that stand on each other in any way, circles and missing parents included. */
const anyBoard = fc
  .dictionary(
    fc.constantFrom(...'abcdefghij'),
    fc.record({ standsOn: fc.option(fc.constantFrom(...'abcdefghijk')), locks: fc.boolean() }),
    { noNullPrototype: true },
  )
  .map((facts) => ({ facts, look: board(facts) }))

test('[JM1] a record stands in the locked journey that its parents lead to; a link stands where it starts', () => {
  const look = board(records)
  const inside = Object.keys(records).filter((id) => lockedJourneyOf(id, look) !== null)
  expect(inside).toEqual(['j', 'group', 'card', 'linkFrom'])
})

const moves: Readonly<
  Record<string, { readonly touched: string[]; readonly changed: Record<string, LockFacts | null> }>
> = {
  'a new card in it': { touched: ['new'], changed: { new: on('j') } },
  'a card of it changed': { touched: ['card'], changed: {} },
  'a card taken out': { touched: ['card'], changed: { card: onPage } },
  'a card put in': { touched: ['free'], changed: { free: on('group') } },
  'a card taken away': { touched: ['card'], changed: { card: null } },
  'the journey taken away': { touched: ['j'], changed: { j: null } },
  'the lock taken off': { touched: ['j'], changed: { j: onPage } },
  'a lock set': { touched: ['openJourney'], changed: { openJourney: locked } },
  'a link that starts inside': { touched: ['l'], changed: { l: on('card') } },
  'a link of it taken away': { touched: ['linkFrom'], changed: { linkFrom: null } },
  'the group moved out, so that its card is no longer inside': { touched: ['group'], changed: { group: onPage } },
  'unlocked and changed in one': { touched: ['card', 'j'], changed: { j: onPage } },
}
for (const [name, { touched, changed }] of Object.entries(moves)) {
  test(`[JM2] touches the locked journey: ${name}`, () => {
    const after: Record<string, LockFacts> = { ...records }
    for (const [id, facts] of Object.entries(changed)) {
      if (facts === null) delete after[id]
      else after[id] = facts
    }
    expect(lockedJourneyTouched(touched, board(records), board(after))).not.toBeNull()
  })
}

test('[JM2] what stands beside it and what only leads to it is free', () => {
  const after = { ...records, new: on('openJourney'), linkToCard: on('new') }
  expect(lockedJourneyTouched(['free', 'linkTo', 'new', 'linkToCard', 'gone'], board(records), board(after))).toBeNull()
})

test('[JM2, F08] of a tower of thousands, each on the one before, every record is looked at once', () => {
  const tower = Array.from({ length: 5000 }, (_, at) => `s${at}`)
  let looks = 0
  const look: LockLook = (id) => {
    looks += 1
    const below = Number(id.slice(1)) - 1
    return { standsOn: below < 0 ? null : `s${below}`, locks: false }
  }
  expect(lockedJourneyTouched(tower, look, look)).toBeNull()
  expect(lockedJourneyTouched(tower.toReversed(), look, look)).toBeNull()
  expect(looks).toBe(4 * tower.length)
})

test('[JM3] on any board: ends, and gives a locked journey on the way up or none', () => {
  fc.assert(
    fc.property(anyBoard, fc.constantFrom(...'abcdefghijk'), ({ facts, look }, id) => {
      const found = lockedJourneyOf(id, look)
      const way: string[] = []
      for (let at: string | null = id; at !== null && !way.includes(at); at = facts[at]?.standsOn ?? null) way.push(at)
      const locks = way.filter((each) => facts[each]?.locks === true)
      expect(found).toBe(locks[0] ?? null)
    }),
  )
})

test('[JM3] on any two boards: free only when every touched record was free before and is free after', () => {
  fc.assert(
    fc.property(anyBoard, anyBoard, fc.array(fc.constantFrom(...'abcdefghijk')), (one, two, touched) => {
      const free = lockedJourneyTouched(touched, one.look, two.look) === null
      const each = touched.every(
        (id) => lockedJourneyOf(id, one.look) === null && lockedJourneyOf(id, two.look) === null,
      )
      expect(free).toBe(each)
    }),
  )
})

test('[JM1] facts are read raw: only a journey locks, and only by true', () => {
  const of = (fields: Record<string, unknown>, id = 'shape:x'): LockFacts => lockFactsOf(id, (name) => fields[name])
  expect(of({ type: 'journey', parentId: 'page:board', locked: true })).toEqual({ standsOn: 'page:board', locks: true })
  expect(of({ type: 'journey', parentId: 7, locked: 'true' })).toEqual({ standsOn: null, locks: false })
  expect(of({ type: 'card', parentId: 'shape:j', locked: true })).toEqual({ standsOn: 'shape:j', locks: false })
  const link = { type: 'belongs_to', fromId: 'shape:a', toId: 'shape:j' }
  expect(of(link, 'binding:l')).toEqual({ standsOn: 'shape:a', locks: false })
  // Fields that a kind does not know say nothing about where it stands.
  expect(of({ ...link, parentId: 'page:board' }, 'binding:l')).toEqual({ standsOn: 'shape:a', locks: false })
  expect(of({ type: 'card', parentId: 'shape:j', fromId: 'shape:b' })).toEqual({ standsOn: 'shape:j', locks: false })
})
