// Holds SPEC.md files and tests to each other: every rule id has a test that names it, every id in a test is a rule.
import { glob, readFile } from 'node:fs/promises'

/** `- **RM4** …` at the start of a line of a SPEC.md. */
const ruleLine = /^- \*\*([A-Z]{2}\d+[a-z]?)\*\*/gm
/** `[RM4]` or `[RM4, RM5]` at the start of a test's or a suite's title. */
const testTitle = /\b(?:test|it|describe|scenario)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*['"`]\[([A-Z0-9a-z, ]+)\]/g

const rules = new Map<string, string>()
for await (const path of glob('{packages,apps}/*/SPEC.md')) {
  for (const [, id = ''] of (await readFile(path, 'utf8')).matchAll(ruleLine)) {
    if (rules.has(id)) complain(`${path}: rule ${id} also stands in ${rules.get(id)}`)
    rules.set(id, path)
  }
}

const tested = new Set<string>()
const skip = (name: string): boolean => name === 'node_modules' || name === 'dist'
for await (const path of glob('{packages,apps,tests}/**/*.{test,contract}.{ts,tsx}', { exclude: skip })) {
  for (const [, ids = ''] of (await readFile(path, 'utf8')).matchAll(testTitle)) {
    for (const id of ids.split(',').map((each) => each.trim())) {
      tested.add(id)
      if (!rules.has(id)) complain(`${path}: a test names rule ${id}, which no SPEC.md has`)
    }
  }
}
for (const [id, path] of rules) if (!tested.has(id)) complain(`${path}: rule ${id} has no test`)
process.stdout.write(`spec: ${rules.size} rules, ${tested.size} named by tests\n`)

function complain(line: string): void {
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
}
