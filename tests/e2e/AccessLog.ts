import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/**
 * What a reverse proxy in front of the server would write down: the request line and every header but the cookie, of pages, files,
 * API and sockets alike. A browser that comes by `origin` works as it does without a proxy.
 */
export class AccessLog {
  readonly lines: string[] = []
  readonly #server: Server
  readonly #target: (path: string) => string

  private constructor(target: (path: string) => string) {
    this.#target = target
    this.#server = createServer((incoming, answer) => {
      const passed = this.#pass(incoming)
      passed.on('response', (response) => {
        answer.writeHead(response.statusCode ?? 502, response.rawHeaders)
        response.pipe(answer)
      })
      passed.on('error', () => answer.destroy())
      incoming.pipe(passed)
    })
    this.#server.on('upgrade', (incoming, client, first) => {
      const passed = this.#pass(incoming)
      client.on('error', () => passed.destroy())
      passed.on('error', () => client.destroy())
      passed.on('response', () => client.destroy())
      passed.on('upgrade', (response, server, head) => {
        const { rawHeaders: raw } = response
        const fields = raw.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${raw[at + 1] ?? ''}`] : []))
        client.write(['HTTP/1.1 101 Switching Protocols', ...fields, '', ''].join('\r\n'))
        client.write(head)
        server.write(first)
        server.on('error', () => client.destroy())
        client.on('close', () => server.destroy())
        server.pipe(client).pipe(server)
      })
      passed.end()
    })
  }

  /** Gone when the test is over. @param target where requests go, each by its path or all to one place */
  static async before(target: string | ((path: string) => string)): Promise<AccessLog> {
    const log = new AccessLog(typeof target === 'string' ? () => target : target)
    await new Promise<void>((resolve) => log.#server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      log.#server.close()
      log.#server.closeAllConnections()
    })
    return log
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  #pass({ method, url = '/', headers, httpVersion }: IncomingMessage): ReturnType<typeof request> {
    const { cookie: _cookie, ...shown } = headers
    this.lines.push(`${method} ${url} HTTP/${httpVersion} ${JSON.stringify(shown)}`)
    const { hostname, port } = new URL(this.#target(url))
    return request({ hostname, port, method, path: url, headers })
  }
}
