import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import { openRaw, type RawClient } from '../support/RawClient.ts'
import { addStep } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

const MINUTE_MS = 60_000
/** Longer than the test takes: what is forgotten is still there at its end. */
const limits = { upgradeMs: MINUTE_MS, durableMs: MINUTE_MS, farewellMs: MINUTE_MS, resyncMs: MINUTE_MS }
const VISITS = 12
/** `eventually` may have one of its own. */
const WAITING = 1

/** Timers that keep this process alive. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length
}

function edit(client: RawClient, part: string): void {
  const before = Y.encodeStateVector(client.doc)
  addStep(new BoardDocument(client.doc), part)
  client.sendUpdate(Y.encodeStateAsUpdate(client.doc, before))
}

test('[RM5] who came and went leaves no timer, connection or room behind, however he went', async () => {
  const server = await startServer({ limits })
  const before = timers()
  for (let visit = 0; visit < VISITS; visit += 1) {
    const client = await openRaw(server, { token: tokenOf('pa_nora') }).ready()
    // The second acknowledgement waits for its turn when she leaves.
    for (const part of ['a', 'b']) {
      edit(client, `${part}${visit}`)
      await eventually(() => expect(server.rooms.live[0]?.room.hasUnsaved).toBe(false))
    }
    if (visit % 3 === 0) client.socket.close()
    else if (visit % 3 === 1) client.socket.terminate()
    else client.send(Uint8Array.of(99))
    await client.closed()
  }
  await eventually(() => {
    expect([server.gateway.size, server.rooms.size]).toEqual([0, 0])
    expect(timers()).toBeLessThanOrEqual(before + WAITING)
  })
})
