import { Agent, request } from 'node:http'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { CreatedRoom, CreatedSession } from '@samenreis/model/api/rooms'
import { createLog } from '@samenreis/server/log'
import { startServer, type RunningServer } from '@samenreis/server/server'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import { afterAll, beforeAll, expect, test } from 'vitest'

const MIB = 1024 * 1024
const script = `export const words = ${JSON.stringify('reis '.repeat(2000))}\n`
const page = `<!doctype html><title>Samenreis</title>${'<p>reis</p>'.repeat(200)}`

let folder: string
let server: RunningServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenreis-web-'))
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true })
  await writeFile(join(folder, 'dist', 'index.html'), page)
  await writeFile(join(folder, 'dist', 'assets', 'main-BfX_12ab.js'), script)
  await writeFile(join(folder, 'dist', 'plain.txt'), 'kort')
  await writeFile(join(folder, 'secret.txt'), 'MARKER')
  await symlink(join(folder, 'secret.txt'), join(folder, 'dist', 'link.txt'))
  server = await startServer({
    port: 0,
    host: '127.0.0.1',
    storage: new MemoryStorage(),
    webRoot: join(folder, 'dist'),
    log: createLog('silent'),
  })
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/**
 * A raw request: no client tidies the path or unpacks the answer. `body` may be sent in pieces without a length. Each has a
 * connection of its own: race between the server, which gives up reading the rest of a refused body after half a second and
 * closes, and a next request on the same connection, which would be met by that.
 */
function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: Iterable<Buffer | string> = [],
): Promise<Answer> {
  const agent = new Agent({ keepAlive: true })
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port: server.port, method, path, headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
      )
    })
    // The server may answer and close while the rest of a body that is too large is still on its way.
    asked.on('error', (error) => setTimeout(() => reject(error), 500).unref())
    for (const piece of body) asked.write(piece)
    asked.end()
  }).finally(() => agent.destroy())
}

async function leader(): Promise<{ roomId: string; authorization: string }> {
  const json = { 'Content-Type': 'application/json' }
  const made = await ask('POST', '/api/v1/rooms', json, [JSON.stringify({ title: 'Proef' })])
  const { room, links } = JSON.parse(made.body.toString()) as CreatedRoom
  const session = await ask('POST', `/api/v1/rooms/${room.id}/sessions`, json, [
    JSON.stringify({ secret: links.facilitator }),
  ])
  const { token } = JSON.parse(session.body.toString()) as CreatedSession
  return { roomId: room.id, authorization: `Bearer ${token}` }
}

const codeOf = ({ body }: Answer): unknown => (JSON.parse(body.toString()) as { code: unknown }).code

test('[HT9] an import of 30 MB is refused by its announced length', async () => {
  const { roomId, authorization } = await leader()
  const length = 30 * MIB
  const headers = { Authorization: authorization, 'Content-Type': 'application/json', 'Content-Length': String(length) }
  const pieces = Array.from({ length: 30 }, () => Buffer.alloc(MIB, 0x20))
  const answer = await ask('POST', `/api/v1/rooms/${roomId}/imports`, headers, pieces)
  expect([answer.status, codeOf(answer)]).toEqual([413, 'too-large'])
})

test('[HT9] an import of 30 MB without a length is refused where it goes past the limit', async () => {
  const { roomId, authorization } = await leader()
  const headers = { Authorization: authorization, 'Content-Type': 'application/json' }
  const pieces = Array.from({ length: 30 }, () => Buffer.alloc(MIB, 0x20))
  const answer = await ask('POST', `/api/v1/rooms/${roomId}/imports`, headers, pieces)
  expect([answer.status, codeOf(answer)]).toEqual([413, 'too-large'])
})

test('[HT9] a file below the limit is read, with and without a length', async () => {
  const { roomId, authorization } = await leader()
  const path = `/api/v1/rooms/${roomId}/imports`
  const file = Buffer.from(`{"schema":"none"${' '.repeat(2 * MIB)}}`)
  const headers = { Authorization: authorization, 'Content-Type': 'application/json' }
  expect(codeOf(await ask('POST', path, headers, [file]))).toBe('wrong-format')
  expect(codeOf(await ask('POST', path, { ...headers, 'Content-Length': String(file.byteLength) }, [file]))).toBe(
    'wrong-format',
  )
})

test('[HT9] an ordinary request has a much lower limit, with and without a length', async () => {
  const large = JSON.stringify({ title: 'x'.repeat(65 * 1024) })
  const headers = { 'Content-Type': 'application/json' }
  expect(codeOf(await ask('POST', '/api/v1/rooms', headers, [large]))).toBe('too-large')
  const announced = { ...headers, 'Content-Length': String(large.length) }
  expect(codeOf(await ask('POST', '/api/v1/rooms', announced, [large]))).toBe('too-large')
  expect(codeOf(await ask('POST', '/api/v1/rooms', headers, [JSON.stringify({ title: '' })]))).toBe('invalid-request')
})

test('[HT10] files are compressed as the browser takes them, and hashed ones are kept for ever', async () => {
  const path = '/assets/main-BfX_12ab.js'
  const brotli = await ask('GET', path, { 'Accept-Encoding': 'gzip, deflate, br' })
  expect(brotli.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(brotli.body).toString()).toBe(script)
  expect(brotli.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(brotli.headers['content-type']).toMatch(/^text\/javascript/)
  const gzip = await ask('GET', path, { 'Accept-Encoding': 'gzip, br;q=0' })
  expect(gzip.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(gzip.body).toString()).toBe(script)
  const plain = await ask('GET', path)
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.body.toString()).toBe(script)
  expect((await ask('GET', path, { 'If-None-Match': String(plain.headers['etag']) })).status).toBe(304)
})

test('[HT10] the page is served at each of its addresses, fresh each time', async () => {
  for (const path of ['/', '/r/abc', '/r/abc/acties']) {
    const answer = await ask('GET', path, { Accept: 'text/html' })
    expect([answer.status, answer.body.toString(), answer.headers['cache-control']]).toEqual([200, page, 'no-cache'])
  }
  const lost = await ask('GET', '/nergens', { Accept: 'text/html,*/*' })
  expect([lost.status, lost.body.toString()]).toEqual([404, page])
  expect(codeOf(await ask('GET', '/assets/gone-BfX_12ab.js', { Accept: '*/*' }))).toBe('not-found')
})

test('[HT10] no path leads out of the folder', async () => {
  const paths = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/link.txt',
    '//etc/passwd',
    '/%00',
    '/assets%5c..%5c..%5csecret.txt',
    '/assets',
  ]
  for (const path of paths) {
    const answer = await ask('GET', path)
    expect(answer.body.toString(), path).not.toContain('MARKER')
    expect(answer.status, path).toBe(404)
  }
})
