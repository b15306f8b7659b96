// Holds SPEC.md files, docs/faults.md and tests to each other: every rule id has a test that names it, every id in a test is a
// rule or a case, and every case that holds names the files of its tests.
import { glob, readFile } from 'node:fs/promises'

/** `- **RM4** …` at the start of a line of a SPEC.md. */
const ruleLine = /^- \*\*([A-Z]{2}\d+[a-z]?)\*\*/gm
/** `[RM4]` or `[RM4, RM5]` at the start of a test's or a suite's title. */
const testTitle = /\b(?:test|it|describe|scenario)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*['"`]\[([A-Z0-9a-z, ]+)\]/g

/** `- **F23** (P0) kill -9 under load. *Holds* (FAULT): `tests/fault/crash.test.ts`.`, to the next case or heading. */
const caseEntry = /^- \*\*(F\d\d)\*\* \((P\d)\) [^*]*\*(Holds|Open|Out of scope)\*([^]*?)(?=\n- |\n#|$(?![^]))/gm
const FAULTS = 'docs/faults.md'
/** A case of docs/faults.md, in place of a rule. */
const caseId = /^F\d\d$/

const rules = new Map<string, string>()
for await (const path of glob('{packages,apps}/*/SPEC.md')) {
  for (const [, id = ''] of (await readFile(path, 'utf8')).matchAll(ruleLine)) {
    if (rules.has(id)) complain(`${path}: rule ${id} also stands in ${rules.get(id)}`)
    rules.set(id, path)
  }
}

interface FaultCase {
  readonly state: string
  readonly paths: ReadonlySet<string>
}
const cases = new Map<string, FaultCase>()
for (const [, id = '', , state = '', rest = ''] of (await readFile(FAULTS, 'utf8')).matchAll(caseEntry)) {
  if (cases.has(id)) complain(`${FAULTS}: case ${id} stands there twice`)
  const paths = new Set([...rest.matchAll(/`([^`]+\.(?:test|contract)\.tsx?)`/g)].map(([, path = '']) => path))
  cases.set(id, { state, paths })
  if (state === 'Holds' && paths.size === 0) complain(`${FAULTS}: case ${id} holds and names no test`)
  if (state === 'Out of scope' && rest.replace(/[.:\s]/g, '') === '') complain(`${FAULTS}: case ${id} gives no reason`)
}
/** Test files by the case that they name. */
const caseTests = new Map<string, Set<string>>()

const tested = new Set<string>()
const skip = (name: string): boolean => name === 'node_modules' || name === 'dist'
for await (const path of glob('{packages,apps,tests}/**/*.{test,contract}.{ts,tsx}', { exclude: skip })) {
  for (const [, ids = ''] of (await readFile(path, 'utf8')).matchAll(testTitle)) {
    for (const id of ids.split(',').map((each) => each.trim())) {
      tested.add(id)
      if (caseId.test(id)) caseTests.set(id, (caseTests.get(id) ?? new Set()).add(path))
      else if (!rules.has(id)) complain(`${path}: a test names rule ${id}, which no SPEC.md has`)
    }
  }
}
for (const [id, path] of rules) if (!tested.has(id)) complain(`${path}: rule ${id} has no test`)
for (const [id, paths] of caseTests) {
  const known = cases.get(id)
  if (known === undefined) complain(`${FAULTS}: there is no case ${id}, which ${[...paths].join(', ')} names`)
  for (const path of paths)
    if (known?.paths.has(path) === false) complain(`${FAULTS}: case ${id} does not name ${path}`)
}
for (const [id, { state, paths }] of cases) {
  for (const path of paths) {
    if (caseTests.get(id)?.has(path) !== true) complain(`${FAULTS}: no test of ${path} names ${id} (${state})`)
  }
}
const inState = (wanted: string): number => [...cases.values()].filter(({ state }) => state === wanted).length
process.stdout.write(
  `spec: ${rules.size} rules, ${[...rules.keys()].filter((id) => tested.has(id)).length} named by tests\n`,
)
process.stdout.write(
  `faults: ${cases.size} cases: ${inState('Holds')} hold, ${inState('Open')} open, ${inState('Out of scope')} out of scope\n`,
)

function complain(line: string): void {
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
}
