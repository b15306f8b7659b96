import { z } from 'zod'
import { expect, test } from 'vitest'
import { readAnswer } from './answer.ts'

const Pet = z.object({ name: z.string() })
const answer = (status: number, body: string): Promise<Response> => Promise.resolve(new Response(body, { status }))

test('[UI6] an answer that holds is given', async () => {
  await expect(readAnswer(answer(200, '{"name":"Kat"}'), Pet)).resolves.toEqual({ name: 'Kat' })
})

test('[UI6] a problem comes with its code and its fields', async () => {
  const body = JSON.stringify({ type: 'x', title: 'x', status: 403, code: 'forbidden', fields: ['role'] })
  await expect(readAnswer(answer(403, body), Pet)).rejects.toMatchObject({ reason: 'forbidden', fields: ['role'] })
})

test.each([
  ['an answer of another shape', 200, '{"name":1}'],
  ['an answer that is no JSON', 200, '<html>'],
  ['an error that is no problem', 502, 'Bad gateway'],
  ['a code that this version does not know', 400, '{"type":"x","title":"x","status":400,"code":"new"}'],
])('[UI6] %s is an unexpected answer', async (_, status, body) => {
  await expect(readAnswer(answer(status, body), Pet)).rejects.toMatchObject({ reason: 'unexpected-answer' })
})

test('[UI6] no answer at all is unreachable', async () => {
  await expect(readAnswer(Promise.reject(new TypeError('fetch failed')), Pet)).rejects.toMatchObject({
    reason: 'unreachable',
  })
})
