import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { OwnGuess } from '@samenreis/model/api/guesses'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { ProblemError, type ProblemReason } from '../../api/ProblemError.ts'
import { GuessKeeper } from './GuessKeeper.ts'

const shape = (part: string): ShapeId => ShapeId.parse(`shape:${part}`)
const [a, b] = [shape('a'), shape('b')]

class Shelf {
  readonly kept = new Map<string, string>()
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null
  }
  setItem(key: string, value: string): void {
    this.kept.set(key, value)
  }
  removeItem(key: string): void {
    this.kept.delete(key)
  }
}

/** A server that answers when it is told to. */
class Server {
  has: OwnGuess = { points: {}, done: false }
  failing: ProblemReason | null = null
  saves = 0
  private open: (() => void)[] = []
  private isHolding = false

  readonly read = async (): Promise<OwnGuess> => {
    await Promise.resolve()
    if (this.failing !== null) throw new ProblemError(this.failing)
    return this.has
  }

  readonly save = async (guess: OwnGuess): Promise<void> => {
    this.saves += 1
    if (this.isHolding) await new Promise<void>((resolve) => this.open.push(resolve))
    if (this.failing !== null) throw new ProblemError(this.failing)
    this.has = guess
  }

  hold(): void {
    this.isHolding = true
  }

  letGo(): void {
    this.isHolding = false
    for (const open of this.open.splice(0)) open()
  }
}

function opened(server: Server, shelf = new Shelf()): GuessKeeper {
  const keeper = new GuessKeeper({ roundId: 'r1', read: server.read, save: server.save, shelf })
  keeper.start()
  onTestFinished(keeper.stop)
  return keeper
}

const stateOf = (keeper: GuessKeeper) => () => keeper.guess.get().state

test('[GU1] what was guessed before is read, and every tap is kept with the server', async () => {
  const server = new Server()
  server.has = { points: { [a]: -2 }, done: false }
  const keeper = opened(server)
  expect(keeper.guess.get().state).toBe('reading')
  await expect.poll(stateOf(keeper)).toBe('saved')
  expect(keeper.guess.get().points).toEqual({ [a]: -2 })
  keeper.tap(b, 1, false)
  expect(keeper.guess.get()).toEqual({ points: { [a]: -2, [b]: 1 }, done: false, state: 'saving' })
  await expect.poll(stateOf(keeper)).toBe('saved')
  keeper.tap(a, null, false)
  keeper.finish()
  await expect.poll(stateOf(keeper)).toBe('saved')
  expect(server.has).toEqual({ points: { [b]: 1 }, done: true })
})

test('[GU1] saved is said only when the server has the very last tap; one request at a time', async () => {
  const server = new Server()
  const keeper = opened(server)
  await expect.poll(stateOf(keeper)).toBe('saved')
  server.hold()
  keeper.tap(a, 1, false)
  keeper.tap(a, 0, false)
  keeper.tap(b, 2, false)
  expect([server.saves, keeper.guess.get().state]).toEqual([1, 'saving'])
  server.letGo()
  await expect.poll(stateOf(keeper)).toBe('saved')
  expect([server.saves, server.has.points]).toEqual([2, { [a]: 0, [b]: 2 }])
})

test('[GU2] a tap that cannot be sent is shown as not saved, kept through a reload, and sent when the line is back', async () => {
  const [server, shelf] = [new Server(), new Shelf()]
  const keeper = opened(server, shelf)
  await expect.poll(stateOf(keeper)).toBe('saved')
  server.failing = 'unreachable'
  keeper.tap(a, -1, false)
  await expect.poll(stateOf(keeper)).toBe('unsaved')
  keeper.tap(b, 1, false)
  await expect.poll(stateOf(keeper)).toBe('unsaved')
  keeper.stop()
  const again = opened(server, shelf)
  expect(again.guess.get().points).toEqual({ [a]: -1, [b]: 1 })
  await expect.poll(stateOf(again)).toBe('unsaved')
  server.failing = null
  again.tryAgain()
  await expect.poll(stateOf(again)).toBe('saved')
  expect([server.has.points, shelf.kept.size]).toEqual([{ [a]: -1, [b]: 1 }, 0])
})

test('[GU2] it is tried again by itself', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const server = new Server()
  server.failing = 'room-unavailable'
  const keeper = opened(server)
  await vi.advanceTimersByTimeAsync(10)
  expect(keeper.guess.get().state).toBe('reading')
  server.failing = null
  await vi.advanceTimersByTimeAsync(4_000)
  expect(keeper.guess.get().state).toBe('saved')
})

test('[GU2] a round that is over takes no more, and leaves nothing behind', async () => {
  const [server, shelf] = [new Server(), new Shelf()]
  const keeper = opened(server, shelf)
  await expect.poll(stateOf(keeper)).toBe('saved')
  server.failing = 'conflict'
  keeper.tap(a, -1, false)
  await expect.poll(stateOf(keeper)).toBe('over')
  server.failing = null
  keeper.tap(b, 1, false)
  keeper.tryAgain()
  expect([keeper.guess.get().state, server.has.points, shelf.kept.size]).toEqual(['over', {}, 0])
})

test('[GU2] a browser that keeps nothing still saves', async () => {
  const refuse = (): never => {
    throw new Error('SecurityError')
  }
  const server = new Server()
  const shelf = { getItem: refuse, setItem: refuse, removeItem: refuse }
  const keeper = new GuessKeeper({ roundId: 'r1', read: server.read, save: server.save, shelf })
  keeper.start()
  onTestFinished(keeper.stop)
  keeper.tap(a, 2, true)
  await expect.poll(stateOf(keeper)).toBe('saved')
  expect(server.has).toEqual({ points: { [a]: 2 }, done: true })
})

test('[GU2] whatever fails and in whatever order: at the end the server has the last tap of every step', async () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('tap'), step: fc.constantFrom(a, b), face: fc.integer({ min: -2, max: 2 }) }),
    fc.record({ kind: fc.constantFrom('fail', 'mend', 'reload', 'wait'), step: fc.constant(a), face: fc.constant(0) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 15 }), async (acts) => {
      const [server, shelf] = [new Server(), new Shelf()]
      let keeper = opened(server, shelf)
      await expect.poll(stateOf(keeper), { interval: 1 }).toBe('saved')
      const last: Record<string, number> = {}
      for (const { kind, step, face } of acts) {
        if (kind === 'tap') {
          keeper.tap(step, face as -2 | -1 | 0 | 1 | 2, false)
          last[step] = face
        } else if (kind === 'fail') server.failing = 'unreachable'
        else if (kind === 'mend') server.failing = null
        else if (kind === 'wait') await new Promise((resolve) => setImmediate(resolve))
        else if (keeper.guess.get().state !== 'reading') {
          keeper.stop()
          keeper = opened(server, shelf)
          // Nobody taps before the faces can be tapped.
          server.failing = null
          keeper.tryAgain()
          await expect.poll(stateOf(keeper), { interval: 1 }).toBe('saved')
        }
      }
      server.failing = null
      keeper.tryAgain()
      await expect.poll(stateOf(keeper), { interval: 1 }).toBe('saved')
      expect(server.has.points).toEqual(last)
    }),
    { numRuns: 40 },
  )
})
