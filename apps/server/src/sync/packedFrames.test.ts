import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { joinPacked, packFrames, unpackFrames } from './packedFrames.ts'
import { WireSocket } from './WireSocket.ts'

/** Lengths on both sides of each form that the head of a frame has. */
const lengths = [0, 1, 125, 126, 127, 128, 65_535, 65_536, 1_048_576]

/** A close frame with code 1000. */
const GOODBYE = Buffer.from([0x88, 2, 0x03, 0xe8])

test('[SE16] frames of any size are packed as a WebSocket client reads them, in one order with frames to one', async () => {
  const frames = lengths.map((length) => randomBytes(length))
  const server = createServer()
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  onTestFinished(() => void server.close())
  server.on('upgrade', (request, wire, head) => {
    sockets.handleUpgrade(request, wire, head, (ws) => {
      const socket = new WireSocket(ws, wire)
      for (const frame of frames) {
        socket.send(frame)
        socket.write(packFrames(frame))
      }
      socket.write(joinPacked(packFrames(...frames), packFrames(Buffer.from('last'))))
      socket.close(1000, '')
      socket.write(packFrames(Buffer.from('behind the goodbye')))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const read: Buffer[] = []
  let lastBytes = Buffer.alloc(0)
  client.on('upgrade', ({ socket }) => {
    // Not before `ws` listens itself: whoever listens first sets the bytes going.
    client.on('open', () => {
      socket.on('data', (chunk: Buffer) => {
        lastBytes = Buffer.concat([lastBytes, chunk]).subarray(-GOODBYE.byteLength)
      })
    })
  })
  client.on('message', (data) => read.push(data as Buffer))
  const code = await new Promise<number>((resolve) => client.on('close', resolve))
  const expected = [...frames.flatMap((frame) => [frame, frame]), ...frames, Buffer.from('last')]
  expect(read.length).toBe(expected.length)
  expect(read.every((frame, index) => frame.equals(expected[index] ?? Buffer.alloc(1)))).toBe(true)
  expect(code).toBe(1000)
  // `ws` itself would pass over what follows; on the wire nothing does.
  expect(lastBytes).toEqual(GOODBYE)
})

test('[SE16] what was packed is unpacked as the same frames', () => {
  const frames = lengths.map((length) => new Uint8Array(randomBytes(length)))
  expect(unpackFrames(packFrames(...frames)).map((frame) => Buffer.from(frame).toString('base64'))).toEqual(
    frames.map((frame) => Buffer.from(frame).toString('base64')),
  )
})
