import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/** Where Debian, Ubuntu, Fedora, macOS and Chrome's own installer put it. */
const installedAt = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** What a headless browser does without: sandbox (tests may run as root), look-ups and updates of its own. */
const commonFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

interface Executable {
  readonly path: string
  readonly flags: readonly string[]
  readonly env: Record<string, string>
}

/** Chromium from the npm package that carries its binary, with the libraries and fonts it needs. */
async function bundled(): Promise<Executable> {
  const { default: packaged, inflate } = await import('@sparticuz/chromium')
  const path = await packaged.executablePath()
  const archives = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
  const libraries = join(await inflate(join(archives, 'al2023.tar.br')), 'lib')
  const inherited = process.env['LD_LIBRARY_PATH']
  return {
    path,
    flags: ['--no-zygote', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    env: {
      LD_LIBRARY_PATH: [libraries, ...(inherited === undefined ? [] : [inherited])].join(delimiter),
      FONTCONFIG_PATH: process.env['FONTCONFIG_PATH'] ?? join(tmpdir(), 'fonts'),
    },
  }
}

/**
 * Starts headless Chromium: an installed one when there is one, else the one that travels inside an npm package.
 * `flags` are given to it beside its own. `BROWSER=bundled` takes the second in any case. @throws when neither starts: a missing browser is never a skipped test.
 */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const installed = process.env['BROWSER'] === 'bundled' ? undefined : installedAt.find((path) => existsSync(path))
  const executable: Executable = installed === undefined ? await bundled() : { path: installed, flags: [], env: {} }
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return chromium.launch({
    executablePath: executable.path,
    args: [...commonFlags, ...executable.flags, ...flags],
    env: { ...Object.fromEntries(inherited), ...executable.env },
  })
}
