import type { TLBinding, TLRecord, TLShape, TLStore } from 'tldraw'
import { lockedJourneyOf, lockFactsOf, type LockFacts } from '@samenreis/model/journey/lock'
import { heldPlace } from './heldPlace.ts'
import { onItsPage } from './onItsPage.ts'
import { withoutLeaderFields } from './withoutLeaderFields.ts'

interface JourneyLockOptions {
  readonly store: TLStore
  /** Whether this person may change locked journeys (facilitators); asked at each change, since roles change. */
  readonly leads: () => boolean
}

/** Called with the locked journey for which something was held back that the person wanted to do. */
type HeldListener = (journeyId: string) => void

/**
 * Keeps locked journeys as they are in this tab, as the server does for all (journey/lock.ts), so that nothing is shown that
 * would be refused. Who leads may change the words of one; its places and sizes, what stands in it and whether it is there
 * hold for her too, so that it does not move by accident, until she unlocks it or asks for it (`deliberately`).
 *
 * Made before the editor, so that it is asked first: tldraw takes a shape's links away before others may keep the shape.
 * What others do passes: the server has judged it.
 */
export class JourneyLock {
  private readonly store: TLStore
  private readonly leads: () => boolean
  private heldListener: HeldListener | null = null
  private stops: (() => void)[] | null = null
  private isDeliberate = false
  private isUndoing = false
  private isTakingBack = false

  constructor({ store, leads }: JourneyLockOptions) {
    this.store = store
    this.leads = leads
  }

  /** Tells when something is held back; a drag is held back at every move. Returns what ends it. */
  onHeld(listener: HeldListener): () => void {
    this.heldListener = listener
    return () => {
      if (this.heldListener === listener) this.heldListener = null
    }
  }

  /** Holds from now on. */
  start(): void {
    if (this.stops !== null) return
    locks.set(this.store, this)
    const { sideEffects } = this.store
    this.stops = [
      sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
        source === 'user' ? this.created(shape) : shape,
      ),
      sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
        source === 'user' ? this.changed(before, after) : after,
      ),
      sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
        source === 'user' && this.isKept(shape) ? this.hold(shape.id, false as const) : undefined,
      ),
      sideEffects.registerAfterCreateHandler('binding', (binding, source) => {
        // A link cannot be refused before it is there; taken back in the same turn, it is never written.
        if (source === 'user' && this.isHeldLink(binding)) this.takeBack(binding)
      }),
      sideEffects.registerBeforeChangeHandler('binding', (before, after, source) =>
        source === 'user' && (this.isHeldLink(before) || this.isHeldLink(after))
          ? this.hold(before.fromId, before)
          : after,
      ),
      sideEffects.registerBeforeDeleteHandler('binding', (binding, source) =>
        source === 'user' && this.isHeldLink(binding) ? this.hold(binding.fromId, false as const) : undefined,
      ),
      this.knowUndo(),
    ]
  }

  stop(): void {
    for (const stop of this.stops ?? []) stop()
    this.stops = null
    if (locks.get(this.store) === this) locks.delete(this.store)
  }

  /** Does something that may move what is locked, because she who leads asked for just that. */
  deliberately(run: () => void): void {
    const before = this.isDeliberate
    this.isDeliberate = true
    try {
      run()
    } finally {
      this.isDeliberate = before
    }
  }

  /** Whether this person may change locked journeys. */
  isLed(): boolean {
    return this.leads()
  }

  /** Whether this person may not change this shape at all, or what stands in it. */
  isHeld(id: string): boolean {
    return this.lockedJourney(id) !== null && !this.leads()
  }

  /** The locked journey that a shape is or stands in; null = none. */
  lockedJourney(id: string): string | null {
    return lockedJourneyOf(id, (at) => factsOf(this.record(at)))
  }

  private created(made: TLShape): TLShape {
    // What an undo brings back is as it was; anything else that is made says only what its maker may say.
    const shape = this.leads() || this.isUndoing ? made : withoutLeaderFields(made)
    if (this.mayMove()) return shape
    // A copy of a locked journey is somebody's own work: free, with all that comes in it.
    if (shape.type === 'journey' && shape.props.locked) return { ...shape, props: { ...shape.props, locked: false } }
    // A line of hers comes with the first face that she gives to a step.
    const isHerLine = shape.type === 'curve' && this.leads()
    if (isHerLine || this.lockedJourney(shape.parentId) === null) return shape
    return this.hold(
      shape.parentId,
      onItsPage(shape, (id) => this.record(id)),
    )
  }

  private changed(before: TLShape, after: TLShape): TLShape {
    const isIn = this.lockedJourney(before.id) !== null
    const lockedAfter = lockedJourneyOf(after.id, (at) => factsOf(at === after.id ? after : this.record(at)))
    const isAround = !isIn && lockedAfter === null
    if (this.mayMove() || (isAround && !this.holdsLocked(before))) return after
    const kept = isAround || this.leads() ? heldPlace(before, after) : before
    return kept === after ? after : this.hold(lockedAfter ?? before.id, kept)
  }

  /** Whether this shape stays on the board whoever takes it away. */
  private isKept(shape: TLShape): boolean {
    return !this.mayMove() && (this.lockedJourney(shape.id) !== null || this.holdsLocked(shape))
  }

  /** Whether a locked journey stands in this frame or group. */
  private holdsLocked(shape: TLShape): boolean {
    if (shape.type !== 'frame' && shape.type !== 'group') return false
    return this.store.allRecords().some((record) => factsOf(record).locks && this.standsIn(record, shape.id))
  }

  private standsIn(record: TLRecord, id: string): boolean {
    const seen = new Set<string>()
    let at: TLRecord | undefined = record
    while (at?.typeName === 'shape' && !seen.has(at.id)) {
      if (at.parentId === id) return true
      seen.add(at.id)
      at = this.record(at.parentId)
    }
    return false
  }

  private isHeldLink({ fromId }: TLBinding): boolean {
    return !this.isTakingBack && this.isHeld(fromId)
  }

  private takeBack({ id, fromId }: TLBinding): void {
    this.isTakingBack = true
    this.store.remove([id])
    this.isTakingBack = false
    this.hold(fromId, null)
  }

  /** Places hold for everyone but who leads and asked for it, or takes such a thing back. */
  private mayMove(): boolean {
    return this.leads() && (this.isDeliberate || this.isUndoing)
  }

  private record(id: string): TLRecord | undefined {
    return this.store.get(id as TLRecord['id'])
  }

  private hold<Value>(id: string, value: Value): Value {
    this.heldListener?.(this.lockedJourney(id) ?? id)
    return value
  }

  /** tldraw's history applies its diffs through the store, and it alone leaves out short-lived keys (sync/ownUndo.ts). */
  private knowUndo(): () => void {
    const original = this.store.applyDiff
    const guarded: typeof original = (diff, options) => {
      this.isUndoing = options?.ignoreEphemeralKeys === true
      try {
        original.call(this.store, diff, options)
      } finally {
        this.isUndoing = false
      }
    }
    this.store.applyDiff = guarded
    return () => {
      if (this.store.applyDiff === guarded) this.store.applyDiff = original
    }
  }
}

const locks = new WeakMap<TLStore, JourneyLock>()

/** The lock of this store; null where nothing is locked (a canvas of its own, in tests). */
export function journeyLock(store: TLStore): JourneyLock | null {
  return locks.get(store) ?? null
}

function factsOf(record: TLRecord | undefined): LockFacts {
  if (record === undefined) return { standsOn: null, locks: false }
  if (record.typeName === 'binding') return { standsOn: record.fromId, locks: false }
  if (record.typeName !== 'shape') return { standsOn: null, locks: false }
  const locked = record.type === 'journey' && record.props.locked
  return lockFactsOf(record.id, (name) =>
    name === 'locked' ? locked : name === 'type' ? record.type : name === 'parentId' ? record.parentId : null,
  )
}
