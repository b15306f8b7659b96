import { expect, test } from 'vitest'
import { SILENCE_LIMIT_MS } from './connectionState.ts'
import { PROBE_ANSWER_MS, SilenceProbe } from './SilenceProbe.ts'

const quiet = (silentMs: number, unacknowledgedMs = 0) => ({ silentMs, unacknowledgedMs })

test('[CN9] after 15 s of silence the server is asked, once, and after 30 s it counts as gone', () => {
  const probe = new SilenceProbe()
  expect(probe.trust(15_000, quiet(15_000))).toBe('trusted')
  expect(probe.trust(15_001, quiet(15_001))).toBe('ask')
  probe.noteAsked(15_001)
  expect(probe.trust(16_000, quiet(16_000))).toBe('trusted')
  expect(new SilenceProbe().trust(0, quiet(SILENCE_LIMIT_MS + 1))).toBe('dead')
})

test('[CN9] a question without an answer ends the connection, an answer of any kind keeps it', () => {
  const probe = new SilenceProbe()
  probe.noteAsked(0)
  expect(probe.trust(PROBE_ANSWER_MS + 1, quiet(PROBE_ANSWER_MS + 1))).toBe('dead')
  // Something was heard since the question, though nobody noted it as the answer.
  expect(probe.trust(PROBE_ANSWER_MS + 1, quiet(100))).toBe('trusted')
  probe.noteHeard()
  expect(probe.isOut).toBe(false)
  expect(probe.trust(PROBE_ANSWER_MS + 1, quiet(PROBE_ANSWER_MS + 1))).toBe('trusted')
})

test('[CN9] a server that speaks and acknowledges nothing for 30 s is not trusted', () => {
  const probe = new SilenceProbe()
  expect(probe.trust(0, quiet(0, 30_000))).toBe('trusted')
  expect(probe.trust(0, quiet(0, 30_001))).toBe('dead')
})
