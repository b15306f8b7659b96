import { WebSocket } from 'ws'
import { z } from 'zod'

const Answer = z.object({ id: z.number(), result: z.unknown() })
const Value = z.object({ result: z.object({ value: z.string() }) })
const Memory = z.object({ rss: z.number(), heapUsed: z.number(), external: z.number() })

/** What a process holds, in bytes. `external` is outside the heap, buffers included. */
export type Memory = z.infer<typeof Memory>

/** Arguments of Node for a process that can be looked into. */
export const inspectable = ['--inspect=127.0.0.1:0'] as const
/** Some of what is garbage is found only when the first time let go of what held it. */
const COLLECTIONS = 3

/** Looks into a process of Node from outside: what it holds after its garbage was taken away. */
export class Inspector {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, (result: unknown) => void>()
  #asked = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer) => {
      const answer = Answer.safeParse(JSON.parse(data.toString()))
      if (!answer.success) return
      this.#waiting.get(answer.data.id)?.(answer.data.result)
      this.#waiting.delete(answer.data.id)
    })
  }

  /** @param said what the process said at its start, with the address in it */
  static async open(said: string): Promise<Inspector> {
    const url = /ws:\/\/[\d.]+:\d+\/[\w-]+/.exec(said)?.[0]
    if (url === undefined) throw new Error('The process cannot be looked into')
    const socket = new WebSocket(url)
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    return new Inspector(socket)
  }

  async memory(): Promise<Memory> {
    for (let time = 0; time < COLLECTIONS; time += 1) await this.#ask('HeapProfiler.collectGarbage', {})
    const expression = 'JSON.stringify(process.memoryUsage())'
    const { result } = Value.parse(await this.#ask('Runtime.evaluate', { expression }))
    return Memory.parse(JSON.parse(result.value))
  }

  close(): void {
    this.#socket.close()
  }

  #ask(method: string, params: object): Promise<unknown> {
    this.#asked += 1
    const id = this.#asked
    this.#socket.send(JSON.stringify({ id, method, params }))
    return new Promise((resolve) => this.#waiting.set(id, resolve))
  }
}
