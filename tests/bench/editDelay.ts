// How long an edit in one browser takes until another browser shows it: both in headless Chromium, server and browsers on this
// machine. A person types into a card; the other page notes when its text changes. Clocks are one, since the machine is one.
// Bar (issue "The live board"): p95 under 150 ms.
//
//   node tests/bench/editDelay.ts [letters]
import { launchChromium } from '../support/chromium.ts'
import { RunningSamenreis } from '../e2e/RunningSamenreis.ts'
import { Workshop } from '../e2e/Workshop.ts'

const LETTERS = Number(process.argv[2] ?? 120)
/** A quick typist: 8 letters a second. */
const PAUSE_MS = 125

/** The value that `share` of all are at or below. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

const server = await RunningSamenreis.start()
const browser = await launchChromium()
try {
  const workshop = await Workshop.make(server.origin, browser)
  const typist = await workshop.enter({ name: 'Anna', role: 'professional' })
  const reader = await workshop.enter({ name: 'Ben', role: 'client' })
  await typist.saved()
  await reader.saved()
  await typist.board.put('Idee', 600, 350)
  await typist.board.type('_')
  await reader.board.sees('idea', '_')
  await reader.page.evaluate(() => {
    const seen: [string, number][] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      const text = document.querySelector('.tl-shape[data-shape-type="idea"]')?.textContent ?? ''
      seen.push([text, Date.now()])
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await typist.page.evaluate(() => {
    const typed: [number, number][] = []
    Object.assign(window, { typed })
    // In the capture phase: before the field itself hears of the letter.
    document.addEventListener(
      'input',
      (event) => {
        if (event.target instanceof HTMLTextAreaElement) typed.push([event.target.value.length, Date.now()])
      },
      true,
    )
  })
  for (let letter = 0; letter < LETTERS; letter++) {
    await typist.page.keyboard.press('a')
    await typist.page.waitForTimeout(PAUSE_MS)
  }
  await reader.page.waitForFunction(
    (length) => document.querySelector('.tl-shape[data-shape-type="idea"]')?.textContent?.includes('a'.repeat(length)),
    Math.min(LETTERS, 100),
  )
  const typed = await typist.page.evaluate(() => (window as unknown as { typed: [number, number][] }).typed)
  const seen = await reader.page.evaluate(() => (window as unknown as { seen: [string, number][] }).seen)
  const delays = typed.flatMap(([length, at]) => {
    const first = seen.find(([text]) => (/_a*/.exec(text)?.[0].length ?? 0) >= length)
    return first === undefined ? [] : [first[1] - at]
  })
  console.log(
    JSON.stringify({
      letters: typed.length,
      seen: delays.length,
      medianMs: percentile(delays, 0.5),
      p95Ms: percentile(delays, 0.95),
      maxMs: Math.max(...delays),
    }),
  )
} finally {
  await browser.close()
  await server.stop()
}
