import type { Reporter, TestModule } from 'vitest/node'
import { LACKING } from './privilege.ts'

/** A test that did not run. */
interface SkippedTest {
  readonly title: string
  /** Why, by its own word. */
  readonly note: string
}

/** Fault cases in the brackets at the start of a title, else the title itself. */
function casesOf(title: string): string {
  const [, ids = ''] = /^\[([^\]]+)\]/.exec(title) ?? []
  return [...ids.matchAll(/\bF\d\d\b/g)].map(([id]) => id).join(', ') || title
}

/** What the end of a run says about tests that the machine did not allow. */
export function privilegeSummary(skipped: readonly SkippedTest[]): string {
  const lacking = skipped.filter(({ note }) => note.startsWith(LACKING))
  if (lacking.length === 0) return 'Tests not run for lack of privilege: none'
  const cases = lacking.map(({ title, note }) => `${casesOf(title)} (${note.slice(LACKING.length)})`)
  return `Tests not run for lack of privilege: ${lacking.length}. ${cases.join('; ')}`
}

/** Says at the end of every run of the tests which cases could not be tried here. */
export class PrivilegeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests('skipped')])
    const skipped = tests.map((test) => {
      const result = test.result()
      return { title: test.name, note: (result.state === 'skipped' ? result.note : undefined) ?? '' }
    })
    if (modules.some(({ project }) => project.name === 'tests')) {
      process.stdout.write(`${privilegeSummary(skipped)}\n`)
    }
  }
}
