import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { eventually } from '../support/eventually.ts'
import { Proxy } from '../support/proxy/Proxy.ts'

// The proxy is what many tests of bad lines rest on: that it does what it says is tested by itself.

/** A server that says each message back, behind a proxy. */
async function echoBehindProxy(): Promise<{ proxy: Proxy; heard: string[] }> {
  const http = createServer((request, response) => response.end(`plain ${request.url ?? ''}`))
  const server = new WebSocketServer({ server: http })
  const heard: string[] = []
  server.on('connection', (socket) => {
    socket.on('error', () => undefined)
    socket.on('message', (data: Buffer) => {
      heard.push(data.toString())
      socket.send(data)
    })
  })
  await new Promise<void>((resolve) => http.listen({ port: 0, host: '127.0.0.1' }, resolve))
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate()
    http.close()
  })
  return { proxy: await Proxy.to((http.address() as AddressInfo).port), heard }
}

class Caller {
  readonly socket: WebSocket
  readonly heard: string[] = []
  closeCode: number | null = null

  constructor(proxy: Proxy) {
    this.socket = new WebSocket(proxy.syncUrl, { perMessageDeflate: false })
    this.socket.on('error', () => undefined)
    this.socket.on('message', (data: Buffer) => this.heard.push(data.toString()))
    this.socket.on('close', (code) => {
      this.closeCode = code
    })
    onTestFinished(() => this.socket.terminate())
  }

  async open(): Promise<this> {
    await once(this.socket, 'open')
    return this
  }
}

test('a clear line carries large and small messages and plain requests as they are', async () => {
  const { proxy } = await echoBehindProxy()
  const caller = await new Caller(proxy).open()
  const messages = ['a', 'b'.repeat(200), 'c'.repeat(70_000), 'd'.repeat(1_000_000)]
  for (const message of messages) caller.socket.send(message)
  await eventually(() => expect(caller.heard).toHaveLength(messages.length))
  expect(caller.heard.every((message, index) => message === messages[index])).toBe(true)
  expect(await (await fetch(`${proxy.origin}/page`)).text()).toBe('plain /page')
})

test('it loses the one message that it is told to lose, in one direction, and nothing else', async () => {
  const { proxy, heard } = await echoBehindProxy()
  proxy.swallow('toServer', 2)
  const caller = await new Caller(proxy).open()
  for (const message of ['1', '2', '3']) caller.socket.send(message)
  await eventually(() => expect(caller.heard).toEqual(['1', '3']))
  proxy.swallow('toClient', 4, 1)
  for (const message of ['4', '5', '6']) caller.socket.send(message)
  await eventually(() => expect(caller.heard).toEqual(['1', '3', '4', '6']))
  expect(heard).toEqual(['1', '3', '4', '5', '6'])
})

test('frozen, nothing passes in that direction, not even an end; thawed, everything does', async () => {
  const { proxy, heard } = await echoBehindProxy()
  const caller = await new Caller(proxy).open()
  proxy.freeze('toClient')
  caller.socket.send('over')
  await eventually(() => expect(heard).toEqual(['over']))
  proxy.freeze('toServer')
  caller.socket.send('stuck')
  caller.socket.terminate()
  await eventually(() => expect(caller.closeCode).toBe(1006))
  const other = new Caller(proxy)
  proxy.thaw()
  await other.open()
  other.socket.send('later')
  await eventually(() => expect(other.heard).toEqual(['later']))
  expect(heard).toEqual(['over', 'stuck', 'later'])
})

test('it is slow, and late, as it is told', async () => {
  const { proxy } = await echoBehindProxy()
  const caller = await new Caller(proxy).open()
  const took = async (message: string): Promise<number> => {
    const [since, count] = [performance.now(), caller.heard.length]
    caller.socket.send(message)
    await eventually(() => expect(caller.heard).toHaveLength(count + 1))
    return performance.now() - since
  }
  proxy.set({ delayMs: 100 })
  // Lower bounds only: a busy machine makes everything later.
  expect(await took('late')).toBeGreaterThan(195)
  proxy.set({ delayMs: 0, bytesPerSecond: 100_000 }, 'toServer')
  expect(await took('x'.repeat(30_000))).toBeGreaterThan(250)
})

test('it cuts the connection at a large message, resets all, refuses new ones, and ends silent ones', async () => {
  const { proxy } = await echoBehindProxy()
  proxy.cutAbove(1000)
  const caller = await new Caller(proxy).open()
  caller.socket.send('x'.repeat(1000))
  await eventually(() => expect(caller.heard).toHaveLength(1))
  caller.socket.send('x'.repeat(1001))
  await eventually(() => expect(caller.closeCode).toBe(1006))
  const second = await new Caller(proxy).open()
  proxy.reset()
  await eventually(() => expect(second.closeCode).toBe(1006))
  proxy.accepts = false
  const third = new Caller(proxy)
  await eventually(() => expect(third.closeCode).toBe(1006))
  proxy.accepts = true
  proxy.idleMs = 50
  const fourth = await new Caller(proxy).open()
  await eventually(() => expect(fourth.closeCode).toBe(1006))
})

test('without upgrades a WebSocket does not open, and with buffering it hears nothing', async () => {
  const { proxy } = await echoBehindProxy()
  proxy.upgrades = false
  const plain = new Caller(proxy)
  const answer = once(plain.socket, 'unexpected-response')
  expect((await answer)[1]).toMatchObject({ statusCode: 200 })
  proxy.upgrades = true
  proxy.set({ bufferBytes: 4096 }, 'toClient')
  const held = new Caller(proxy)
  await eventually(() => expect(proxy.webSockets).toBe(1))
  expect(held.socket.readyState).toBe(WebSocket.CONNECTING)
  proxy.set({ bufferBytes: 0 })
  await held.open()
})
