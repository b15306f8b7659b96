import { Settings } from '@samenreis/model/api/settings'
import { readAnswer } from './answer.ts'
import { client } from './client.ts'

let asked: Promise<Settings> | null = null

/** What the server says of itself to every page, asked once a page; after a failure the next caller asks again. */
export function readSettings(): Promise<Settings> {
  asked ??= readAnswer(client.api.v1.settings.$get(), Settings).catch((error: unknown) => {
    asked = null
    throw error
  })
  return asked
}
