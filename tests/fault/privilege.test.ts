import { expect, onTestFinished, test, vi, type TestContext } from 'vitest'
import { LACKING, needs } from '../support/privilege.ts'
import { privilegeSummary } from '../support/PrivilegeReporter.ts'

test('a case that the machine does not allow is counted and named at the end of the run, others that are skipped are not', () => {
  vi.stubEnv('WITHOUT_PRIVILEGES', 'mount,trace')
  onTestFinished(() => void vi.unstubAllEnvs())
  const asked: unknown[] = []
  const skip = (...given: unknown[]): void => void asked.push(given)
  needs({ skip: skip as TestContext['skip'] }, 'trace', 'mount')
  needs({ skip: skip as TestContext['skip'] })
  expect(asked).toEqual([
    [true, `${LACKING}trace, mount`],
    [false, LACKING],
  ])
  const skipped = [
    { title: '[RM16, F24] a cut of the power', note: `${LACKING}trace` },
    { title: '[ST8] something else', note: '' },
    { title: '[F25, F26] a full disk', note: `${LACKING}trace, mount` },
  ]
  expect(privilegeSummary(skipped)).toBe('Tests not run for lack of privilege: 2. F24 (trace); F25, F26 (trace, mount)')
  expect(privilegeSummary([])).toBe('Tests not run for lack of privilege: none')
})
