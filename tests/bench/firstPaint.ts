// How long it takes from opening the board of the larger demo until its cards are drawn: warm server, cold browser (a fresh
// context each time, nothing cached), headless. Also says which hosts were asked anything.
// Bar (issue "The live board"): under 3 s; requests to another host: none.
//
//   node tests/bench/firstPaint.ts [times]
import { launchChromium } from '../support/chromium.ts'
import { RunningSamenreis } from '../e2e/RunningSamenreis.ts'
import { Workshop } from '../e2e/Workshop.ts'

const TIMES = Number(process.argv[2] ?? 5)
const server = await RunningSamenreis.start()
const browser = await launchChromium()
try {
  const workshop = await Workshop.make(server.origin, browser, { start: 'demo-yonas', title: 'Een nieuw begin' })
  const hosts = new Set<string>()
  const paints: number[] = []
  const cards: number[] = []
  for (let time = 0; time <= TIMES; time++) {
    const started = Date.now()
    const person = await workshop.enter({ name: `Anna ${time}`, role: 'professional' })
    await person.page.locator('.tl-shape[data-shape-type="touchpoint"]').filter({ visible: true }).first().waitFor()
    // The moment of drawing itself, from the page's own clock: navigation to the first card.
    const shown = await person.page.evaluate(() => performance.now())
    await person.saved()
    // The first one warms the server.
    if (time > 0) paints.push(Math.round(shown))
    if (time > 0) cards.push(Date.now() - started)
    for (const host of person.hosts) hosts.add(host)
    await person.leave()
  }
  console.log(
    JSON.stringify({
      navigationToCardsMs: paints.toSorted((a, b) => a - b),
      medianMs: paints.toSorted((a, b) => a - b)[Math.floor(paints.length / 2)],
      joinToSavedMs: cards.toSorted((a, b) => a - b),
      hosts: [...hosts],
      ownHost: new URL(server.origin).host,
    }),
  )
} finally {
  await browser.close()
  await server.stop()
}
