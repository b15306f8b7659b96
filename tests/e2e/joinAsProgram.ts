import { CreatedSession } from '@samenreis/model/api/rooms'
import { openClient, type StockClient } from '../support/openClient.ts'
import type { Workshop } from './Workshop.ts'

/** A stock client that comes in by the participants' link, with the token that browsers have as a cookie. */
export async function joinAsProgram(workshop: Workshop, origin = workshop.origin): Promise<StockClient> {
  const { room, links } = workshop.created
  const answer = await fetch(`${origin}/api/v1/rooms/${room.id}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: links.participant, name: 'Programma', role: 'client' }),
  })
  const { token } = CreatedSession.parse(await answer.json())
  return await openClient({ syncUrl: `${origin.replace('http', 'ws')}/sync` }, { token, room: room.id })
}
