import { expect, onTestFinished, test } from 'vitest'
import { ConnectedCanvas } from '../../apps/web/src/sync/testing/ConnectedCanvas.ts'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

test('[PR25] who comes back sees at once those who stood still meanwhile', async () => {
  const server = await startServer()
  const open = async (person: string): Promise<ConnectedCanvas> => {
    const canvas = await new ConnectedCanvas(server.syncUrl, roomA, tokenOf(person)).open()
    onTestFinished(() => canvas.close())
    return canvas
  }
  const [anna, ben] = [await open('pa_anna'), await open('pa_ben')]
  ben.connection.people.show({ c: [40, 60] })
  const benOnAnnas = (): unknown =>
    [...anna.connection.people.present.values()].find(({ participantId }) => participantId === 'pa_ben')?.state
  await eventually(() => expect(benOnAnnas()).toEqual({ c: [40, 60] }))
  anna.connection.provider.ws?.close()
  await eventually(() => expect(anna.connection.state.get().kind).toBe('offline'))
  expect(benOnAnnas()).toBeUndefined()
  anna.connection.connect()
  await eventually(() => expect(anna.connection.state.get().kind).toBe('saved'))
  await eventually(() => expect(benOnAnnas()).toEqual({ c: [40, 60] }))
})
