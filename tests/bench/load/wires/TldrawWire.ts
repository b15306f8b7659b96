import { z } from 'zod'
import type { Wire, WireOptions } from '../Wire.ts'

const Message = z.union([
  z.object({ type: z.literal('data'), data: z.array(z.unknown()) }),
  z.looseObject({ type: z.string() }),
])
const WithDiff = z.object({ diff: z.record(z.string(), z.unknown()) })
const Put = z.tuple([z.literal('put'), z.number()])
/** A patch leaves out what stays as it is: here everything but the x. */
const Moved = z.tuple([z.literal('patch'), z.object({ x: Put })])
const CursorMoved = z.tuple([z.literal('patch'), z.object({ cursor: Moved })])
/** The server gives each presence an id of its own; whose it is stands in what came whole. */
const Shown = z.tuple([
  z.literal('put'),
  z.object({ typeName: z.literal('instance_presence'), meta: z.object({ person: z.number() }) }),
])

/** Version of tldraw's protocol that its server 5.4.2 speaks. */
const PROTOCOL_VERSION = 8
const OFFSET = 1000

/**
 * tldraw's sync client: JSON, a difference per push. Who drags sends the cursor along with the next edit, as that client does
 * with all that changed within one thirtieth of a second.
 */
export class TldrawWire implements Wire {
  isSynced = false
  readonly #options: WireOptions
  readonly #schema: unknown
  #clock = 0
  #cursor: number | null = null
  #isShown = false
  readonly #people = new Map<string, number>()

  /** @param schema tldraw's own, serialized */
  constructor(options: WireOptions, schema: unknown) {
    this.#options = options
    this.#schema = schema
  }

  get listens(): boolean {
    return this.#options.seat.watches
  }

  open(): void {
    this.#options.send(
      JSON.stringify({
        type: 'connect',
        connectRequestId: `connect-${this.#options.seat.person}`,
        lastServerClock: -1,
        protocolVersion: PROTOCOL_VERSION,
        schema: this.#schema,
      }),
    )
  }

  receive(payload: Buffer): void {
    const message = Message.parse(JSON.parse(payload.toString()))
    if (message.type === 'connect') this.isSynced = true
    else if (message.type === 'incompatibility_error') throw new Error('tldraw refused the client')
    const parts = 'data' in message && Array.isArray(message.data) ? message.data : [message]
    for (const part of parts) {
      const read = WithDiff.safeParse(part)
      if (read.success) for (const [id, change] of Object.entries(read.data.diff)) this.#tell(id, change)
    }
  }

  putShape(): void {
    const { person } = this.#options.seat
    const shape = {
      id: shapeId(person),
      typeName: 'shape',
      type: 'note',
      parentId: 'page:page',
      index: 'a1',
      x: OFFSET,
      y: OFFSET + person,
      rotation: 0,
      isLocked: false,
      opacity: 1,
      meta: {},
      props: {
        color: 'yellow',
        labelColor: 'black',
        size: 'm',
        font: 'draw',
        fontSizeAdjustment: 1,
        align: 'middle',
        verticalAlign: 'middle',
        growY: 0,
        url: '',
        richText: { type: 'doc', content: [{ type: 'paragraph' }] },
        scale: 1,
        textLastEditedBy: 'user:nobody',
      },
    }
    this.#push({ diff: { [shape.id]: ['put', shape] } })
  }

  edit(number: number): void {
    const diff = { [shapeId(this.#options.seat.person)]: ['patch', { x: ['put', OFFSET + number] }] }
    this.#push({ diff, ...(this.#cursor === null ? {} : { presence: this.#presence(this.#cursor) }) })
    this.#cursor = null
  }

  cursor(number: number): void {
    if (this.#options.seat.writes && this.#isShown) this.#cursor = number
    else this.#push({ presence: this.#presence(number) })
  }

  #push(body: object): void {
    this.#clock += 1
    this.#options.send(JSON.stringify({ type: 'push', clientClock: this.#clock, ...body }))
  }

  #presence(number: number): unknown[] {
    const { person } = this.#options.seat
    const lastActivityTimestamp = 1_790_000_000_000 + number
    if (this.#isShown) {
      return [
        'patch',
        {
          cursor: ['patch', { x: ['put', OFFSET + number] }],
          lastActivityTimestamp: ['put', lastActivityTimestamp],
        },
      ]
    }
    this.#isShown = true
    const record = {
      id: `instance_presence:person${person}`,
      typeName: 'instance_presence',
      userId: `user:person${person}`,
      userName: `Deelnemer ${person}`,
      lastActivityTimestamp,
      color: '#30bced',
      camera: { x: 0, y: 0, z: 1 },
      selectedShapeIds: [],
      currentPageId: 'page:page',
      brush: null,
      scribbles: [],
      screenBounds: { x: 0, y: 0, w: 1440, h: 900 },
      followingUserId: null,
      cursor: { x: OFFSET + number, y: OFFSET + person, type: 'default', rotation: 0 },
      chatMessage: '',
      meta: { person },
    }
    return ['put', record]
  }

  #tell(id: string, change: unknown): void {
    const { sightings } = this.#options
    const shown = Shown.safeParse(change)
    if (shown.success) this.#people.set(id, shown.data[1].meta.person)
    const writer = /^shape:mover(\d+)$/.exec(id)?.[1]
    if (writer !== undefined) {
      const moved = Moved.safeParse(change)
      sightings.edit(Number(writer), moved.success ? moved.data[1].x[1] - OFFSET : 0)
      return
    }
    const cursor = CursorMoved.safeParse(change)
    const person = this.#people.get(id)
    if (cursor.success && person !== undefined) sightings.cursor(person, cursor.data[1].cursor[1].x[1] - OFFSET)
  }
}

function shapeId(person: number): string {
  return `shape:mover${person}`
}
