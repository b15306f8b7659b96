import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { editsOf, type Mutant } from './Mutant.ts'

/** Whether each place of a bug stands in the sources exactly once. @param root of the workspace */
export function fits(mutant: Mutant, root: string): boolean {
  return editsOf(mutant).every(({ file, old }) => {
    const path = join(root, file)
    return existsSync(path) && readFileSync(path, 'utf8').split(old).length === 2
  })
}
