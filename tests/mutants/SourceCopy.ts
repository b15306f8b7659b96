import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { editsOf, type Mutant } from './Mutant.ts'

/** Where packages of the workspace have dependencies of their own. */
const PACKAGES = ['packages/model', 'apps/server', 'apps/web', 'tests', 'tests/bench']

/**
 * A copy of the working tree, uncommitted changes and all, in which bugs can be planted. What is installed is not copied: the
 * packages' links are relative, so that they lead to the copy's own sources and to the real tree's dependencies.
 */
export class SourceCopy {
  readonly root: string

  /** @param from the workspace's root */
  constructor(from: string) {
    this.root = mkdtempSync(join(tmpdir(), 'samenreis-mutants-'))
    const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
    const listed = spawnSync('git', args, { cwd: from, encoding: 'utf8' })
    if (listed.status !== 0) throw new Error(`git ls-files: ${listed.stderr}`)
    for (const file of listed.stdout.split('\0')) {
      if (file === '' || !existsSync(join(from, file))) continue
      const target = join(this.root, file)
      mkdirSync(dirname(target), { recursive: true })
      cpSync(join(from, file), target)
    }
    symlinkSync(join(from, 'node_modules'), join(this.root, 'node_modules'))
    for (const each of PACKAGES) {
      const links = join(from, each, 'node_modules')
      const target = join(this.root, each, 'node_modules')
      if (existsSync(links)) cpSync(links, target, { recursive: true, verbatimSymlinks: true, filter: isLink })
    }
  }

  /** Plants the bug; the function that it gives takes it out again. */
  plant(mutant: Mutant): () => void {
    const planted = editsOf(mutant).map(({ file, old, new: bug }) => {
      const path = join(this.root, file)
      const source = readFileSync(path, 'utf8')
      writeFileSync(
        path,
        source.replace(old, () => bug),
      )
      return { path, source }
    })
    // Backwards: a file with two places gets back what it was before the first.
    return () => planted.toReversed().forEach(({ path, source }) => writeFileSync(path, source))
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}

/** Not what tools leave in there, such as Vite's cache. */
function isLink(path: string): boolean {
  return !/node_modules\/\.(?!bin)/.test(path)
}
